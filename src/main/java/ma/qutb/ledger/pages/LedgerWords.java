package ma.qutb.ledger.pages;

import ma.qutb.kernel.Language;
import ma.qutb.shell.Page;
import ma.qutb.shell.Texts;

/** Words for codes other modules bring along: one that was never worded is called what it is, something else, and never by its key. */
public final class LedgerWords {

    private static final String OTHER = "other";

    private LedgerWords() {}

    public static String role(Page page, String code) {
        return of(page, "ledger.role.", code);
    }

    public static String kind(Page page, String code) {
        return of(page, "ledger.kind.", code);
    }

    public static String source(Page page, String code) {
        return of(page, "ledger.source.", code);
    }

    private static String of(Page page, String texts, String code) {
        return page.t(texts + (page.hasText(texts + code) ? code : OTHER));
    }

    static String kind(Texts texts, Language language, String code) {
        return texts.say(language, "ledger.kind." + worded(texts, "ledger.kind.", code));
    }

    /** The code, if it has words. */
    static String worded(Texts texts, String prefix, String code) {
        return texts.has(prefix + code) ? code : OTHER;
    }
}
