package ma.qutb.market.demonstration;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import ma.qutb.market.order.StoryOfACommission;
import ma.qutb.market.order.StoryOfAnOrder;
import ma.qutb.market.till.StoryOfATillDay;
import ma.qutb.platform.PoleClock;
import ma.qutb.shell.Formats;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells what buyers ordered of made-up things in months gone by, and what the hall's till sold in the last days: as many orders as wanted, by
 * what the checkout, the hall and the till call, on the days they happened. All go on side by side, since a book is written in the order of
 * time. It is told once; who stops it leaves it as it is.
 */
@Component
public class TellingOrders {

    private static final Logger LOG = LoggerFactory.getLogger(TellingOrders.class);
    private static final long SEED = 20_260_611;
    /** Whoever looks at the shop today buys of it, and the book goes on from there. */
    private static final Duration UNTIL = Duration.ofHours(1);

    /** The last days at the till of the hall. */
    private static final int TILL_DAYS = 12;

    private final StoryOfAnOrder story;
    private final StoryOfACommission commission;
    private final StoryOfATillDay till;
    private final SelfRestockingShop shop;
    private final JdbcClient database;
    private final Clock clock;

    TellingOrders(
            StoryOfAnOrder story,
            StoryOfACommission commission,
            StoryOfATillDay till,
            SelfRestockingShop shop,
            JdbcClient database,
            Clock clock) {
        this.story = story;
        this.commission = commission;
        this.till = till;
        this.shop = shop;
        this.database = database;
        this.clock = clock;
    }

    private record Event(Instant at, long number, Runnable act) {}

    /** What is to happen, the soonest first; nothing after the end. */
    private static final class Agenda {

        private final PriorityQueue<Event> events =
                new PriorityQueue<>(Comparator.comparing(Event::at).thenComparing(Event::number));
        private final Instant end;
        private long number;

        private Agenda(Instant end) {
            this.end = end;
        }

        private void add(Instant at, Runnable act) {
            if (at.isBefore(end)) {
                events.add(new Event(at, number++, act));
            }
        }
    }

    /**
     * Tells them, unless that was begun before.
     *
     * @param months how long ago the first was
     * @param many orders in all
     * @param goesOn asked before each act
     * @return how many orders were placed
     */
    public int tell(int months, int many, BooleanSupplier goesOn) {
        int begun = database.sql("""
            insert into market.demonstration (part, told_at) values ('orders', now()) on conflict do nothing
            """).update();
        if (begun == 0) {
            return 0;
        }
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        var agenda = new Agenda(clock.instant().minus(UNTIL));
        plan(agenda, months, many, random);
        order(agenda, 0, Duration.ofDays(12));
        order(agenda, 1, Duration.ofDays(40));
        planTill(agenda);
        int placed = 0;
        while (!agenda.events.isEmpty() && goesOn.getAsBoolean()) {
            var next = agenda.events.remove();
            placed += happens(next) && next.number < many ? 1 : 0;
        }
        return placed;
    }

    private static boolean happens(Event event) {
        try {
            PoleClock.at(event.at, event.act);
            return true;
        } catch (RuntimeException e) {
            // This order goes no further; the others do.
            LOG.warn("a made-up story ends on {}: {}", event.at, e.getMessage());
            return false;
        }
    }

    /** Sales grow: the last month has about three times as many as the first. */
    private void plan(Agenda agenda, int months, int many, RandomGenerator random) {
        var first = LocalDate.now(clock)
                .minusMonths(months)
                .atTime(9, 0)
                .atZone(Formats.ZONE)
                .toInstant();
        var length = Duration.between(first, agenda.end).toSeconds();
        for (int i = 0; i < many; i++) {
            // The share of the time by which i of many are placed, where the rate grows from one to three: t + t² = 2 i
            // ⁄ many.
            double share = (Math.sqrt(1 + 8.0 * i / many) - 1) / 2;
            var at = first.plusSeconds((long) (length * share));
            agenda.add(at, () -> place(agenda, random));
        }
    }

    /** Something that is made to order: of what was ordered long enough ago, the buyer has it today. */
    private void order(Agenda agenda, int which, Duration ago) {
        agenda.add(
                agenda.end.minus(ago),
                () -> shop.toOrder(which)
                        .ifPresent(cart -> commission.tell(
                                cart, (later, act) -> agenda.add(clock.instant().plus(later), act))));
    }

    /** In the same book and in the same order of time; with chances of its own, so that orders stay what they are. */
    private void planTill(Agenda agenda) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED + 1);
        var today = LocalDate.now(clock);
        for (int ago = TILL_DAYS; ago > 0; ago--) {
            till.tell(today.minusDays(ago), ago == 5, random, () -> shop.aPiece(random), agenda::add);
        }
    }

    private void place(Agenda agenda, RandomGenerator random) {
        var cart = shop.something(random);
        if (cart.isPresent()) {
            // An act that is told at one moment says what happens some time after it.
            story.tell(
                    cart.get(),
                    random,
                    (later, act) -> agenda.add(clock.instant().plus(later), act));
        }
    }
}
