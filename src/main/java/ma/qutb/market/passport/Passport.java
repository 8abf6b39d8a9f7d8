package ma.qutb.market.passport;

import java.time.Instant;
import java.util.Optional;
import ma.qutb.market.Piece;

/**
 * What was given out with a piece.
 *
 * @param code to be typed
 * @param kid which key signed it
 * @param jws what the code on the tag carries
 * @param address of the tag, without the signature
 */
public record Passport(
        Piece piece, String code, Instant issued, String kid, String jws, String address, Optional<String> gtin) {

    /** What the QR code on the tag holds: the signature stands behind the sign that browsers never send on. */
    public String content() {
        return address + "#" + jws;
    }

    public String printedCode() {
        return ShortCode.printed(code);
    }
}
