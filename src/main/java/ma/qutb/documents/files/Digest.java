package ma.qutb.documents.files;

import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** What a file is known by. */
final class Digest {

    private static final Pattern PATH = Pattern.compile("([0-9a-f]{2})/(\\1[0-9a-f]{62})");

    private Digest() {}

    static String of(byte[] content) {
        return HexFormat.of().formatHex(sha256().digest(content));
    }

    /** Whether a file is kept under such a name: {@code ab/abcdef…}. */
    static boolean isPath(String name) {
        return PATH.matcher(name).matches();
    }

    /** The digest in such a name. */
    static String in(String path) {
        return path.substring(3);
    }

    /** Passes the content on and remembers what it was. */
    static DigestInputStream reading(InputStream content) {
        return new DigestInputStream(content, sha256());
    }

    /** Whether what was read is what the name says. */
    static boolean isOf(String path, DigestInputStream read) {
        return HexFormat.of().formatHex(read.getMessageDigest().digest()).equals(in(path));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
