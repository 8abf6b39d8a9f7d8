package ma.qutb.spaces.award;

import java.util.function.UnaryOperator;
import ma.qutb.kernel.Language;
import ma.qutb.shell.Formats;

/**
 * Why an applicant has, or has not, a unit they asked for, in words: {@code spaces.award.why.<kind>} with the unit, who has it, the figure of
 * the applicant, the figure of whoever has it, and what it is about.
 */
public record Why(int rank, String unit, String kind, String winner, long own, long theirs, String about) {

    public String key() {
        // Nobody has it: there is no figure to compare with.
        return "spaces.award.why." + kind + (kind.equals("all_together") && winner.isEmpty() ? "_free" : "");
    }

    public boolean given() {
        return kind.equals("given");
    }

    /** @param group what a group is called */
    public Object[] arguments(Language language, UnaryOperator<String> group) {
        return new Object[] {
            alone(unit),
            alone(winner),
            alone(figure(language, own)),
            alone(figure(language, theirs)),
            kind.equals("quota") ? group.apply(about) : alone(about)
        };
    }

    private String figure(Language language, long value) {
        return switch (kind) {
            case "higher_score", "quota", "all_together" -> Formats.exact(language, value, 3);
            default -> String.valueOf(value);
        };
    }

    /** A number within a text keeps its own direction. */
    private static String alone(String text) {
        return "\u2066" + text + "\u2069";
    }
}
