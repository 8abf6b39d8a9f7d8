package ma.qutb.documents;

import com.fasterxml.jackson.annotation.JsonIgnore;
import ma.qutb.kernel.Language;

/**
 * One thing a document says about its holder, exactly as printed. The verification page shows these fields and no others.
 *
 * @param label message key of what it is
 * @param arabic as printed in Arabic
 * @param latin as printed in Latin letters
 */
public record PrintedField(String label, String arabic, String latin) {

    /** The same in both scripts: a number, a date in figures. */
    public static PrintedField same(String label, String value) {
        return new PrintedField(label, value, value);
    }

    /** What a reader of this language is shown. */
    @JsonIgnore
    public String in(Language language) {
        return language.choose(arabic, latin, latin);
    }
}
