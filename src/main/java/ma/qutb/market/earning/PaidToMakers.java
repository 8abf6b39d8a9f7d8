package ma.qutb.market.earning;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import ma.qutb.ledger.BookPeriods;
import ma.qutb.ledger.BookTotals;
import ma.qutb.ledger.ChartRole;
import ma.qutb.ledger.Commodity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How much makers have had of the pole's sales, as the ledger says. What was posted a while ago is counted once and kept; each asking adds
 * what came since, a minute's delay allowed, so that a busy public page costs nothing.
 */
@Component
public class PaidToMakers {

    private static final Duration FRESH = Duration.ofMinutes(1);

    /**
     * In centimes.
     *
     * @param paid handed or sent to them
     * @param earned by sales that stand, paid out or not yet
     */
    public record Total(long paid, long earned) {}

    /** Longer than any transaction lasts: what was posted before is all there. */
    private static final Duration SETTLED = Duration.ofMinutes(5);

    /** What was paid until a moment. */
    private record Settled(Instant at, long paid) {}

    private record Counted(Instant at, Settled settled, Total total) {}

    private final BookPeriods periods;
    private final BookTotals totals;
    private final MarketBook book;
    private final Clock clock;
    private volatile @Nullable Counted counted;

    PaidToMakers(BookPeriods periods, BookTotals totals, MarketBook book, Clock clock) {
        this.periods = periods;
        this.totals = totals;
        this.book = book;
        this.clock = clock;
    }

    public Total now() {
        var last = counted;
        var now = clock.instant();
        if (last == null
                || now.isBefore(last.at)
                || Duration.between(last.at, now).compareTo(FRESH) >= 0) {
            last = count(last == null || now.isBefore(last.at) ? new Settled(Instant.EPOCH, 0) : last.settled, now);
            counted = last;
        }
        return last.total;
    }

    private Counted count(Settled before, Instant now) {
        var until = now.minus(SETTLED);
        var settled = until.isAfter(before.at) ? new Settled(until, before.paid + paid(before.at, until)) : before;
        long paid = settled.paid + paid(settled.at, now);
        long owed = totals.now(book.id()).stream()
                .filter(it -> it.role() == ChartRole.PAYABLE && ofMaker(it))
                .mapToLong(it -> -it.amount())
                .sum();
        return new Counted(now, settled, new Total(paid, paid + owed));
    }

    /** Debits of makers' accounts by payouts; nothing else of that kind touches an account of this role. */
    private long paid(Instant after, Instant upTo) {
        return periods.moved(book.id(), after, upTo)
                .getOrDefault(new BookPeriods.Moved(Earnings.PAYOUT, ChartRole.PAYABLE, Commodity.MAD), 0L);
    }

    private static boolean ofMaker(BookTotals.Held it) {
        return switch (it.owner().kind()) {
            case ARTISAN, COOPERATIVE -> true;
            case POLE, SALE_POINT, PARTNER, FUND -> false;
        };
    }
}
