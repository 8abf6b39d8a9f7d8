package ma.qutb.market.sharing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import ma.qutb.kernel.Language;
import ma.qutb.market.finding.Photo;

/**
 * What is drawn.
 *
 * @param price as the reader reads it, with its unit
 * @param name of the pole
 */
public record Shared(long number, Language language, String title, String price, String name, Optional<Photo> photo) {

    /** Raised whenever the drawing itself changes, so that nobody is shown an old one. */
    private static final String DRAWING = "1";

    /** Changes with anything that is drawn. */
    String print() {
        var said = String.join(
                "\n",
                DRAWING,
                title,
                price,
                name,
                photo.map(it -> String.valueOf(it.file()) + it.asset()).orElse(""));
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Address of the picture: another one as soon as anything on it changes, so that it may be kept for ever. */
    public String path() {
        return "/" + language.code() + "/piece/" + number + "/share-" + print() + ".jpg";
    }
}
