package ma.qutb.identity;

import ma.qutb.shell.Page;

/** The words of the trail; where a module gave none, the names of the database stand in. */
public final class AuditWords {

    private AuditWords() {}

    public static String action(Page page, AuditTrail.Entry entry) {
        return word(page, "audit.action." + entry.action(), entry.action());
    }

    public static String subject(Page page, AuditTrail.Entry entry) {
        return word(page, "audit.subject." + entry.subject(), entry.subject());
    }

    public static String field(Page page, AuditTrail.Entry entry, AuditTrail.Difference difference) {
        var own = "audit.field." + entry.subject() + "." + difference.field();
        return word(page, page.hasText(own) ? own : "audit.field." + difference.field(), difference.field());
    }

    private static String word(Page page, String key, String otherwise) {
        return page.hasText(key) ? page.t(key) : otherwise;
    }
}
