package ma.qutb.market.passport;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import ma.qutb.kernel.Refusal;
import ma.qutb.market.Catalogue;
import ma.qutb.market.Piece;
import org.springframework.stereotype.Component;

/** The piece a tag is on, however the tag was read: its QR code, its serial, or the short code that is typed. */
@Component
public class Tags {

    /** The address in a code ends in the serial, whatever follows it. */
    private static final Pattern ADDRESS = Pattern.compile("/(?:P|21)/(Q[0-9]{9})(?![0-9])");

    private final Catalogue catalogue;
    private final IssuingPassports passports;

    Tags(Catalogue catalogue, IssuingPassports passports) {
        this.catalogue = catalogue;
        this.passports = passports;
    }

    /** @throws Refusal when a letter of a short code is wrong */
    public Optional<Piece> read(String text) {
        var upper = text.strip().toUpperCase(Locale.ROOT);
        var address = ADDRESS.matcher(upper);
        if (address.find()) {
            return catalogue.bySerial(address.group(1));
        }
        var bare = upper.replaceAll("[^0-9A-Z]", "");
        return bare.matches("Q[0-9]{9}")
                ? catalogue.bySerial(bare)
                : ShortCode.typed(bare).flatMap(passports::byCode);
    }
}
