package ma.qutb.market;

import ma.qutb.kernel.Language;

/** One text in the five languages of public pages; what is missing is said in another. */
public record Wording(String arabic, String french, String english, String spanish, String tamazight) {

    /** The text in this language; Arabic stands for Tamazight, French for the other Latin ones, before the rest. */
    public String in(Language language) {
        var own = own(language);
        if (!own.isBlank()) {
            return own;
        }
        return switch (language) {
            case AR, ZGH -> first(arabic, french, english);
            case FR -> first(english, arabic, spanish);
            case EN -> first(french, arabic, spanish);
            case ES -> first(french, english, arabic);
        };
    }

    /** The text in exactly this language; empty where there is none. */
    public String own(Language language) {
        return switch (language) {
            case AR -> arabic;
            case FR -> french;
            case EN -> english;
            case ES -> spanish;
            case ZGH -> tamazight;
        };
    }

    private static String first(String one, String other, String last) {
        return !one.isBlank() ? one : !other.isBlank() ? other : last;
    }
}
