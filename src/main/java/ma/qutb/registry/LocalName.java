package ma.qutb.registry;

import ma.qutb.kernel.Language;

/** What something is called in the complete languages of Qutb; what is missing is said in another. */
public record LocalName(String arabic, String french, String english) {

    /** The name in this language, or in the first of the others that has one. */
    public String in(Language language) {
        return language.choose(arabic, french, english);
    }
}
