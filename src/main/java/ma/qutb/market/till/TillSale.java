package ma.qutb.market.till;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import ma.qutb.kernel.Language;
import ma.qutb.market.HoldId;
import ma.qutb.market.MakerId;
import ma.qutb.market.PieceId;
import ma.qutb.market.PriceParts;
import ma.qutb.market.ProductId;
import ma.qutb.market.Wording;
import org.jspecify.annotations.Nullable;

/**
 * A sale at the hall, as its receipt says it.
 *
 * @param cash notes and coins in dirhams, before the change
 * @param card centimes the terminal took
 * @param device which sold it without network; null at the till itself
 */
public record TillSale(
        UUID id,
        String number,
        UUID session,
        HallTill till,
        long total,
        long cash,
        long card,
        long change,
        String slip,
        Language language,
        @Nullable UUID device,
        Instant soldAt,
        Instant arrivedAt,
        String seller,
        boolean demonstration,
        List<Line> lines,
        List<Tender> tenders,
        List<Back> returns) {

    /**
     * A piece that was sold.
     *
     * @param back whether it came back
     */
    public record Line(
            UUID id,
            ProductId product,
            PieceId piece,
            HoldId hold,
            String serial,
            MakerId maker,
            Wording title,
            PriceParts parts,
            boolean back) {}

    /** Money that was given, with the rate it was taken at. */
    public record Tender(
            Currency currency,
            long amount,
            long dirhams,
            @Nullable Long rate,
            @Nullable LocalDate rateDay) {}

    /** What came back of it. */
    public record Back(UUID id, long amount, String means, String reason, Instant at, String by) {}

    /** What is still the buyer's. */
    public List<Line> kept() {
        return lines.stream().filter(it -> !it.back()).toList();
    }

    /** What the terminal took and did not give back. */
    public long cardLeft() {
        return card
                - returns.stream()
                        .filter(it -> it.means().equals("card"))
                        .mapToLong(Back::amount)
                        .sum();
    }

    public String path() {
        return "/app/till/sales/" + id;
    }

    /** {@code cash}, {@code card} or {@code mixed}. */
    public String means() {
        return card == 0 ? "cash" : cash == 0 ? "card" : "mixed";
    }
}
