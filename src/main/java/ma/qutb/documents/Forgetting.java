package ma.qutb.documents;

import java.util.UUID;

/**
 * Takes people out of papers and files when the law says so: numbers stay in their series and void, names, photos and
 * prints go for good. In the caller's transaction; the contents are thrown away once it has succeeded.
 */
public interface Forgetting {

    /**
     * Papers about somebody forget whom they name.
     *
     * @param subject as in {@link DocumentDraft}
     * @param reason what the verification page says from now on
     */
    void holder(String subject, UUID subjectId, String reason);

    /** An uploaded file and its smaller copies. */
    void file(FileId id);
}
