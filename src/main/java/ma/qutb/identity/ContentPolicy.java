package ma.qutb.identity;

/** What pages may load and where their forms may go. */
public final class ContentPolicy {

    public static final String HEADER = "Content-Security-Policy";

    /** Own scripts only; style attributes carry figures such as the length of a bar. */
    public static final String PAGES = formsTo("'self'");

    private ContentPolicy() {}

    /** The policy of a page whose form leads to another site, and to no other. */
    public static String alsoFormsTo(String origin) {
        return formsTo("'self' " + origin);
    }

    private static String formsTo(String sources) {
        return "default-src 'self'; script-src 'self'; style-src 'self'; "
                + "style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; "
                + "object-src 'none'; base-uri 'self'; form-action " + sources + "; frame-ancestors 'none'";
    }
}
