package ma.qutb.market.till;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Poster;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens and closes the hall's tills, each currency counted apart. */
@Service
@Transactional
public class KeepingHallTill {

    private final HallSessionTable sessions;
    private final HallMovements movements;
    private final TillMoney money;
    private final TillEntries entries;
    private final UnsentSales unsent;
    private final Clock clock;

    KeepingHallTill(
            HallSessionTable sessions,
            HallMovements movements,
            TillMoney money,
            TillEntries entries,
            UnsentSales unsent,
            Clock clock) {
        this.sessions = sessions;
        this.movements = movements;
        this.money = money;
        this.entries = entries;
        this.unsent = unsent;
        this.clock = clock;
    }

    /**
     * Opens a till with what is in it.
     *
     * @param key minted with the form: sent twice, it opens once
     * @param counted hundredths of each currency; none of what is not named
     * @param reason why it is not what the book says, if so
     * @throws Refusal when it is open, or a difference has no reason
     */
    public UUID open(
            UUID key, HallTill till, Map<Currency, Long> counted, String reason, boolean demonstration, Poster by) {
        var before = sessions.byKey(key);
        if (before.isPresent()) {
            return before.get();
        }
        var counts = compare("opening", till, counted);
        var differing = counts.stream().filter(it -> it.difference() != 0).toList();
        if (!differing.isEmpty() && reason.isBlank()) {
            throw new Refusal("market.till.refusal.opening-reason");
        }
        var now = clock.instant();
        var session = sessions.open(key, till.id(), demonstration, now, by);
        counts.forEach(it -> sessions.count(session, it));
        differing.forEach(it -> sessions.state(session, it, reason.strip(), now, by));
        return session;
    }

    /**
     * Writes down what was counted at the end, and only then looks at the book. Without a difference the till is closed; else it waits for
     * {@link #explain}. From now on nothing is sold from it.
     *
     * @throws Refusal when it is not open, or a device has not sent all it sold
     */
    public HallSession count(HallTill till, Map<Currency, Long> counted, Poster by) {
        var session = sessions.lock(till.id()).orElseThrow(() -> new Refusal("market.till.refusal.closed"));
        if (unsent.of(till.id())) {
            throw new Refusal("market.till.refusal.unsent");
        }
        var counts = compare("closing", till, counted);
        counts.forEach(it -> sessions.count(session, it));
        sessions.counted(session, counts.stream().allMatch(it -> it.difference() == 0), clock.instant(), by);
        return sessions.find(session).orElseThrow();
    }

    /**
     * Says why the count was not what the book says, and closes the till.
     *
     * @throws Refusal without a reason, or when there is nothing to explain
     */
    public void explain(UUID session, String reason, Poster by) {
        var it = sessions.find(session)
                .filter(HallSession::counted)
                .orElseThrow(() -> new Refusal("market.till.refusal.not-counted"));
        if (reason.isBlank()) {
            throw new Refusal("market.till.refusal.closing-reason");
        }
        sessions.close(session, clock.instant());
        it.unexplained().forEach(count -> sessions.state(session, count, reason.strip(), clock.instant(), by));
    }

    /**
     * Agrees to a difference; it is posted then.
     *
     * @throws Refusal for whoever stated it, and when it is approved already
     */
    public void approve(HallTill till, UUID session, String moment, Currency currency, Poster by) {
        var difference = sessions.find(session).stream()
                .flatMap(it -> it.differences().stream())
                .filter(it -> it.moment().equals(moment) && it.currency() == currency)
                .findFirst()
                .orElseThrow(() -> new Refusal("market.till.refusal.approved"));
        if (difference.statedById().equals(by.id())) {
            throw new Refusal("market.till.refusal.second-person");
        }
        var key = Ids.next();
        sessions.approve(session, difference, key, clock.instant(), by);
        entries.difference(key, till, session, difference, by);
    }

    /**
     * Puts money in or takes it out. What was stated as missing is not there to be taken, also before somebody else agrees.
     *
     * @throws Refusal when the till is not open or has less, nothing is moved, or the reason is missing
     */
    public void move(HallTill till, HallMovement it, Poster by) {
        if (it.amount() <= 0 || it.dirhams() <= 0) {
            throw new Refusal("market.till.refusal.amount");
        }
        if (it.reason().isBlank()) {
            throw new Refusal("market.till.refusal.reason");
        }
        var session = sessions.hold(till.id());
        long there = money.held(till).getOrDefault(it.currency(), 0L);
        if (!movements.add(session, it, clock.instant(), by)) {
            return;
        }
        if (!it.kind().into()) {
            long missing = Math.max(0, -sessions.waiting(till.id(), it.currency()));
            if (it.amount() > there - missing) {
                throw new Refusal("market.till.refusal.less", Math.max(0, there - missing) / 100.0);
            }
        }
        entries.movement(till, session, it, there, by);
    }

    /** What should be in it, held so that no sale comes in between: what the book says, and the differences not yet in it. */
    private List<HallSession.Count> compare(String moment, HallTill till, Map<Currency, Long> counted) {
        var counts = new ArrayList<HallSession.Count>();
        money.held(till)
                .forEach((currency, there) -> counts.add(new HallSession.Count(
                        moment,
                        currency,
                        counted.getOrDefault(currency, 0L),
                        there + sessions.waiting(till.id(), currency))));
        return counts;
    }
}
