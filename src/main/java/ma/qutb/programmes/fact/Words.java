package ma.qutb.programmes.fact;

import ma.qutb.kernel.Language;
import ma.qutb.registry.LocalName;

/** The same words in the complete languages of Qutb. */
public record Words(String arabic, String french, String english) {

    public static final Words NONE = new Words("", "", "");

    /** What the registry calls something. */
    static Words of(LocalName name) {
        return new Words(name.arabic(), name.french(), name.english());
    }

    /** In this language; other public languages read Arabic. */
    public String in(Language language) {
        return language.choose(arabic, french, english);
    }

    public boolean isEmpty() {
        return arabic.isBlank() && french.isBlank() && english.isBlank();
    }
}
