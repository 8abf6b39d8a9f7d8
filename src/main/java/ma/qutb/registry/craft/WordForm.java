package ma.qutb.registry.craft;

import org.jspecify.annotations.Nullable;

/** A word for a craft, as typed. */
public record WordForm(String language, String word) {

    public WordForm {
        language = "fr".equals(language) ? "fr" : "ar";
        word = text(word);
    }

    static WordForm empty() {
        return new WordForm("ar", "");
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
