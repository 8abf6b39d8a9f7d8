package ma.qutb.market.invoice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.qutb.kernel.Language;

/**
 * An issued invoice or credit note, exactly as it was issued.
 *
 * @param advance what of it was paid as a deposit, in centimes
 * @param credited number of the invoice a credit note is about; empty otherwise
 */
public record Invoice(
        UUID id,
        boolean credit,
        String number,
        UUID sale,
        String saleNumber,
        String credited,
        LocalDate issuedOn,
        Instant issuedAt,
        String by,
        Language language,
        Issuer issuer,
        Invoices.Buyer buyer,
        String method,
        String reason,
        long total,
        long tax,
        long advance,
        boolean demonstration,
        List<Line> lines) {

    public Invoice {
        lines = List.copyOf(lines);
    }

    /**
     * A line of it. Amounts include the tax in them.
     *
     * @param hs heading of the harmonised system; empty for a service
     * @param weight milligrams
     * @param category code of the {@link TaxCategory}
     * @param rate hundredths of a percent
     */
    public record Line(
            String titleArabic,
            String titleFrench,
            String titleEnglish,
            String serial,
            String hs,
            long weight,
            long amount,
            String category,
            int rate,
            long tax) {

        public String title(Language language) {
            return language.choose(titleArabic, titleFrench, titleEnglish);
        }
    }

    public boolean abroad() {
        return !buyer.country().equals("MA");
    }

    /** The tax categories of its lines, each once. */
    public List<String> categories() {
        return lines.stream().map(Line::category).distinct().collect(Collectors.toList());
    }

    /** The languages it is printed in: Arabic and French at home, English beside them for abroad. */
    public List<Language> languages() {
        return Language.COMPLETE;
    }
}
