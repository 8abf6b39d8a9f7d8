package ma.qutb.documents;

/**
 * One way of printing a document.
 *
 * @param code {@code card}, {@code a4} … ; its name is the message {@code documents.form.<code>}
 * @param pdf the file
 */
@SuppressWarnings("ArrayRecordComponent") // a file in passing, never compared
public record PrintForm(String code, byte[] pdf) {}
