package ma.qutb.market.earning;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.AccountId;
import ma.qutb.ledger.Draft;
import ma.qutb.ledger.EntryId;
import ma.qutb.ledger.Ledger;
import ma.qutb.ledger.Poster;
import ma.qutb.market.MakerEarned;
import ma.qutb.market.PriceParts;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Posts what a sale earned, once, when the goods are the buyer's; and the mirror of it when something comes back. Everything is taken from
 * the parts that were frozen on the line: nothing is worked out again. The ledger comes last in each transaction.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Earnings {

    public static final String SALE = "market-sale";
    public static final String RETURN = "market-return";
    /** What payouts post: the debit of a maker's account. The public total reads these. */
    public static final String PAYOUT = "market-payout";

    private final MarketAccounts accounts;
    private final EarningTable earnings;
    private final ApplicationEventPublisher events;
    private final Ledger ledger;
    private final Clock clock;

    Earnings(
            MarketAccounts accounts,
            EarningTable earnings,
            ApplicationEventPublisher events,
            Ledger ledger,
            Clock clock) {
        this.accounts = accounts;
        this.earnings = earnings;
        this.events = events;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Posts it; told again, answers the first entry. */
    public EntryId fulfil(Fulfilment it, Poster by) {
        return fulfil(it, List.of(), by);
    }

    /**
     * Posts it; told again, answers the first entry.
     *
     * @param besides what moves with it in other commodities, and balances in itself: the foreign notes it was paid with
     */
    public EntryId fulfil(Fulfilment it, List<Fulfilment.Paid> besides, Poster by) {
        var before = ledger.written(it.id());
        if (before.isPresent()) {
            return before.get();
        }
        var moves = new LinkedHashMap<AccountId, Long>();
        it.paidFrom().forEach(paid -> add(moves, paid.account(), paid.amount()));
        it.lines()
                .forEach(line ->
                        add(moves, accounts.maker(line.maker()), -line.parts().toMaker()));
        pole(moves, it.lines().stream().map(Fulfilment.Line::parts).toList(), -1);
        add(moves, it.carrier(), -it.delivery());
        besides.forEach(also -> add(moves, also.account(), also.amount()));
        var now = now();
        earnings.earned(it, now);
        it.lines().stream()
                .collect(Collectors.groupingBy(Fulfilment.Line::maker, LinkedHashMap::new, Collectors.toList()))
                .forEach((maker, lines) -> events.publishEvent(new MakerEarned(
                        maker,
                        lines.size(),
                        lines.stream().mapToLong(line -> line.parts().toMaker()).sum(),
                        it.number())));
        return ledger.post(signed(draft(it.id(), SALE).because(it.number()).from(it.source()), moves), by);
    }

    /**
     * Posts the opposite of what these lines earned; whoever made them owes it, if it was paid out before.
     *
     * @throws Refusal {@code market.earning.refusal.returned} when one of them came back before, or never earned
     */
    public EntryId reverse(Returned it, Poster by) {
        var before = ledger.written(it.id());
        if (before.isPresent()) {
            return before.get();
        }
        var back = earnings.returned(it, now());
        var moves = new LinkedHashMap<AccountId, Long>();
        long price = 0;
        for (var line : back) {
            add(moves, accounts.maker(line.maker()), line.parts().toMaker());
            price += line.parts().price();
        }
        pole(moves, back.stream().map(Fulfilment.Line::parts).toList(), 1);
        add(moves, accounts.wasted(), it.delivery());
        add(moves, it.owedTo(), -price - it.delivery());
        return ledger.post(signed(draft(it.id(), RETURN).because(it.number()).from(it.source()), moves), by);
    }

    private void pole(Map<AccountId, Long> moves, List<PriceParts> parts, int sign) {
        add(moves, accounts.service(), sign * sum(parts, PriceParts::service));
        add(moves, accounts.fund(), sign * sum(parts, PriceParts::fund));
        add(moves, accounts.transport(), sign * sum(parts, PriceParts::transport));
        add(moves, accounts.tax(), sign * sum(parts, PriceParts::tax));
    }

    private static long sum(List<PriceParts> parts, ToLongFunction<PriceParts> part) {
        return parts.stream().mapToLong(part).sum();
    }

    private static void add(Map<AccountId, Long> moves, AccountId account, long amount) {
        moves.merge(account, amount, Long::sum);
    }

    private Draft draft(UUID key, String kind) {
        return Draft.of(accounts.book(), key, kind, LocalDate.now(clock));
    }

    private static Draft signed(Draft draft, Map<AccountId, Long> moves) {
        var whole = draft;
        for (var move : moves.entrySet()) {
            if (move.getValue() > 0) {
                whole = whole.debit(move.getKey(), move.getValue());
            } else if (move.getValue() < 0) {
                whole = whole.credit(move.getKey(), -move.getValue());
            }
        }
        return whole;
    }

    private Instant now() {
        return clock.instant();
    }
}
