package ma.qutb.market.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import ma.qutb.market.taxonomy.Taxonomy.Words;
import ma.qutb.shell.Formats;
import org.jspecify.annotations.Nullable;

/** What is known of a piece, one line each, in the reader's words. */
public record Facts(PiecePage page, StoreWords words) {

    private static final java.util.Set<String> LEAD =
            java.util.Set.of("material", "fineness", "technique", "size", "weight");
    private static final long GRAM = 1_000;
    private static final long KILO = 1_000_000;

    /** A line: the key of what it is, and what it says. */
    public record Line(String key, String says) {}

    public List<Line> lines() {
        var lines = new ArrayList<Line>();
        add(lines, "material", list(Words.MATERIAL, page.materials()));
        add(lines, "fineness", fineness());
        add(lines, "hallmark", page.hallmark() == null ? null : say("market.piece.hallmark." + page.hallmark()));
        add(lines, "mark", page.makersMark());
        add(lines, "weight", weight());
        add(
                lines,
                "size",
                page.sizes(words.language())
                        .map(it -> say("market.piece.cm", it))
                        .orElse(null));
        add(lines, "label", page.size());
        add(lines, "technique", one(Words.TECHNIQUE, page.technique()));
        add(lines, "motif", one(Words.MOTIF, page.motif()));
        add(lines, "colours", list(Words.COLOUR, page.colours()));
        add(lines, "craft", words.craft(page.card().craft()));
        return lines;
    }

    /** The few words under the title: of what, how fine, how made, how heavy. */
    public String lead() {
        return lines().stream()
                .filter(it -> LEAD.contains(it.key().substring(it.key().lastIndexOf('.') + 1)))
                .map(it -> it.key().endsWith(".fineness") ? say("market.piece.fine", it.says()) : it.says())
                .collect(Collectors.joining(" · "));
    }

    /** All materials in one line. */
    public String material() {
        return list(Words.MATERIAL, page.materials());
    }

    private @Nullable String fineness() {
        return page.fineness() == null ? null : Formats.decimal(words.language(), page.fineness() / 10.0, 1);
    }

    private @Nullable String weight() {
        var weight = page.weight();
        if (weight == null) {
            return null;
        }
        return weight >= KILO
                ? say("market.piece.kg", Formats.decimal(words.language(), weight / (double) KILO, 2))
                : say("market.piece.g", Formats.decimal(words.language(), weight / (double) GRAM, 2));
    }

    private @Nullable String one(Words list, @Nullable String code) {
        return Optional.ofNullable(code).map(it -> list(list, List.of(it))).orElse(null);
    }

    private String list(Words list, List<String> codes) {
        return StoreWords.capital(codes.stream()
                .map(it -> words.taxonomy()
                        .find(list, it)
                        .map(term -> term.name().in(words.language()))
                        .orElse(null))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(words.language().rightToLeft() ? "، " : ", ")));
    }

    private String say(String key, Object... arguments) {
        return words.texts().say(words.language(), key, arguments);
    }

    private static void add(List<Line> lines, String key, @Nullable String says) {
        if (says != null && !says.isBlank()) {
            lines.add(new Line("market.piece.fact." + key, says));
        }
    }
}
