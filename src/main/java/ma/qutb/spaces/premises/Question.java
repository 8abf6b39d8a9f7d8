package ma.qutb.spaces.premises;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is asked to know how near a premises is to being used; its words are {@code spaces.premises.question.<code>}, those of an answer
 * {@code spaces.premises.answer.<code>.<answer>}.
 */
public enum Question {
    STRUCTURE("home", "good", "worn", "damaged", "ruined"),
    POWER("bolt", "yes", "near", "no"),
    WATER("recycle", "yes", "near", "no"),
    ROAD("route", "paved", "track", "none"),
    OWNERSHIP("file-check", "clear", "agreement", "dispute"),
    WOMEN("users-group", "many", "some", "few", "none");

    private final String icon;
    private final List<String> answers;

    Question(String icon, String... answers) {
        this.icon = icon;
        this.answers = List.of(answers);
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String icon() {
        return icon;
    }

    /** The best first. */
    public List<String> answers() {
        return answers;
    }

    public static Optional<Question> of(String code) {
        return Stream.of(values()).filter(it -> it.code().equals(code)).findFirst();
    }
}
