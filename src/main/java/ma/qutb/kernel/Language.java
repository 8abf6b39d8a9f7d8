package ma.qutb.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages of the pages. Arabic, French and English are complete; the others exist for public pages and fall back to Arabic. */
public enum Language {
    AR("ar", "العربية", true, true),
    FR("fr", "Français", false, true),
    EN("en", "English", false, true),
    ES("es", "Español", false, false),
    ZGH("zgh", "ⵜⴰⵎⴰⵣⵉⵖⵜ", false, false);

    /** The languages every page is complete in. */
    public static final List<Language> COMPLETE = List.of(AR, FR, EN);

    private final String code;
    private final String ownName;
    private final boolean rightToLeft;
    private final boolean complete;

    Language(String code, String ownName, boolean rightToLeft, boolean complete) {
        this.code = code;
        this.ownName = ownName;
        this.rightToLeft = rightToLeft;
        this.complete = complete;
    }

    /** The language with this code, if Qutb has it. */
    public static Optional<Language> of(String code) {
        return Arrays.stream(values()).filter(it -> it.code.equals(code)).findFirst();
    }

    /** ISO 639 code, as in addresses and in {@code lang} attributes. */
    public String code() {
        return code;
    }

    /** What its speakers call it. */
    public String ownName() {
        return ownName;
    }

    public boolean rightToLeft() {
        return rightToLeft;
    }

    public boolean complete() {
        return complete;
    }

    /** {@code rtl} or {@code ltr}. */
    public String direction() {
        return rightToLeft ? "rtl" : "ltr";
    }

    /** The Moroccan locale of this language: its months and separators are Morocco's; English is British. */
    public Locale locale() {
        return this == EN ? Locale.UK : Locale.of(code, "MA");
    }

    /** The text in this language, or the first of the others that is not empty. */
    public String choose(String arabic, String french, String english) {
        var wanted = switch (this) {
            case FR -> french;
            case EN -> english;
            default -> arabic;
        };
        return !wanted.isBlank() ? wanted : !arabic.isBlank() ? arabic : !french.isBlank() ? french : english;
    }
}
