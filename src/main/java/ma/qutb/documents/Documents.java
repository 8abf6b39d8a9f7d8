package ma.qutb.documents;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Actor;

/** Issues numbered documents and answers for them afterwards. */
public interface Documents {

    /**
     * Gives the next number of the kind's series this year, draws the document and keeps it. In the caller's transaction: if
     * that fails, the number was never given.
     */
    IssuedDocument issue(DocumentDraft draft, Actor by);

    /**
     * Declares a document void. Everybody who scans it is told from now on.
     *
     * @throws ma.qutb.kernel.Refusal when no reason is given, or when it was cancelled before
     */
    void cancel(DocumentId id, String reason, Actor by);

    Optional<IssuedDocument> find(DocumentId id);

    /** All documents about something, newest first. */
    List<IssuedDocument> about(String subject, UUID subjectId);

    /** The document of this token of a QR code. */
    Optional<IssuedDocument> byToken(String token);

    /** The document of this number, if the short code is the one printed on it. */
    Optional<IssuedDocument> byNumber(String number, String shortCode);

    /** The bytes of one of its files. */
    byte[] read(IssuedDocument.Print print);
}
