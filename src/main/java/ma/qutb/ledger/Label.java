package ma.qutb.ledger;

import ma.qutb.kernel.Language;

/** What a book, an account or a commodity is called in the three languages of the pages. */
public record Label(String arabic, String french, String english) {

    public String in(Language language) {
        return language.choose(arabic, french, english);
    }
}
