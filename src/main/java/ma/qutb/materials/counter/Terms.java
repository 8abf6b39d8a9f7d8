package ma.qutb.materials.counter;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.AccountId;
import ma.qutb.materials.MaterialCode;
import ma.qutb.materials.Prices.Quote;
import ma.qutb.materials.price.Charges;
import org.jspecify.annotations.Nullable;

/**
 * On what terms an artisan buys a material at a point on a day.
 *
 * @param charges what the point adds; nothing where it has not said
 * @param quoteDays for how many days the quote may be sold by
 */
record Terms(
        LocalDate day,
        Optional<Quote> quote,
        Charges charges,
        int quoteDays,
        Optional<Quota> quota,
        Credit credit,
        Optional<UUID> session) {

    /**
     * @param used of it in this period
     * @param startsOn first day of the period
     */
    record Quota(QuotaPeriod period, long most, long used, LocalDate startsOn) {

        long left() {
            return Math.max(0, most - used);
        }

        /** What is the same for all who buy under it. */
        Rule rule() {
            return new Rule(period, most, startsOn);
        }
    }

    record Rule(QuotaPeriod period, long most, LocalDate startsOn) {}

    /**
     * @param ceiling most that may be owed; 0 without an agreement
     * @param overdue what should have been paid back before this day
     */
    record Credit(
            long ceiling,
            int days,
            @Nullable LocalDate endsOn,
            long owed,
            long overdue,
            @Nullable AccountId account) {

        boolean agreed(LocalDate day) {
            return ceiling > 0 && account != null && (endsOn == null || day.isBefore(endsOn));
        }

        long left() {
            return Math.max(0, ceiling - owed);
        }

        /** @throws Refusal when nothing was agreed, or something is overdue */
        AccountId accountOn(LocalDate day) {
            if (account == null || !agreed(day)) {
                throw new Refusal("materials.counter.refusal.no-credit");
            }
            if (overdue > 0) {
                throw new Refusal("materials.counter.refusal.overdue");
            }
            return account;
        }
    }

    /** @throws Refusal when nobody said what the material costs, or too long ago */
    Quote fresh(MaterialCode material) {
        var said = quote.orElseThrow(() -> new Refusal("materials.counter.refusal.no-quote"));
        if (said.day().plusDays(quoteDays).isBefore(day)) {
            throw new Refusal("materials.counter.refusal.old-quote", said.day());
        }
        return said;
    }
}
