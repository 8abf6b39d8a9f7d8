package ma.qutb.market.invoice;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who invoices, with every number an invoice names. Of an issued invoice: as it was that day.
 *
 * @param code stands in its numbers
 * @param maker null for the pole
 * @param taxNumber the identifiant fiscal
 * @param businessTax the number of the taxe professionnelle
 * @param mandate the paper by which a maker charged the pole
 */
public record Issuer(
        UUID id,
        String code,
        @Nullable UUID maker,
        String regime,
        String nameArabic,
        String nameLatin,
        String legalForm,
        String addressArabic,
        String addressLatin,
        String ice,
        String taxNumber,
        String tradeRegister,
        String businessTax,
        String cnss,
        String mandate) {

    private static final BigInteger CHECK = BigInteger.valueOf(97);

    /** Inferred from published numbers, so it warns and does not refuse: the whole of a sound one leaves nothing when divided by 97. */
    public boolean doubtfulIce() {
        return !ice.isEmpty() && new BigInteger(ice).mod(CHECK).signum() != 0;
    }

    /** Whether an invoice of theirs says all that the law asks for. */
    public boolean complete() {
        return !ice.isEmpty() && !taxNumber.isEmpty() && !businessTax.isEmpty() && !addressArabic.isEmpty();
    }

    static Issuer of(ResultSet row, int number) throws SQLException {
        return new Issuer(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getObject("maker_id", UUID.class),
                row.getString("regime"),
                row.getString("name_ar"),
                row.getString("name_latin"),
                row.getString("legal_form"),
                row.getString("address_ar"),
                row.getString("address_latin"),
                row.getString("ice"),
                row.getString("tax_number"),
                row.getString("trade_register"),
                row.getString("business_tax"),
                row.getString("cnss"),
                row.getString("mandate"));
    }
}
