package ma.qutb.documents;

/**
 * A kind of numbered document. A module offers each of its own as a bean; its name is the message {@code documents.kind.<code>}.
 *
 * @param code for example {@code artisan-card}
 * @param prefix in Latin capitals, the beginning of its numbers: {@code CA-2026-000124}
 */
public record DocumentKind(String code, String prefix) {

    /** The card of an artisan. */
    public static final DocumentKind ARTISAN_CARD = new DocumentKind("artisan-card", "CA");

    public DocumentKind {
        if (!code.matches("[a-z][a-z-]+") || !prefix.matches("[A-Z]{2,4}")) {
            throw new IllegalArgumentException("Not a kind of document: " + code + " " + prefix);
        }
    }

    /** Key of its name. */
    public String messageKey() {
        return messageKey(code);
    }

    public static String messageKey(String code) {
        return "documents.kind." + code;
    }

    /** The number at a place of the series of a year. */
    public String number(int year, int position) {
        return "%s-%d-%06d".formatted(prefix, year, position);
    }
}
