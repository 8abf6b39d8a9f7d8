package ma.qutb.documents;

/**
 * Where the bytes of files are kept, found by what they are: the same content twice is kept once, and what was damaged is
 * noticed. On the local disk, or in a store that speaks S3.
 */
public interface FileStore {

    /**
     * Keeps the content; after return it survives a power cut.
     *
     * @return its SHA-256 in lower-case hexadecimal digits, by which it is read again
     */
    String put(byte[] content);

    /**
     * The content of this digest.
     *
     * @throws java.io.UncheckedIOException when it is not there, or no longer what it was
     */
    byte[] read(String sha256);

    /** Throws a content away, for good; nothing happens when it is not there. */
    void remove(String sha256);
}
