package ma.qutb.materials.stocktake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.UUID;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Draft;
import ma.qutb.ledger.Ledger;
import ma.qutb.ledger.Poster;
import ma.qutb.ledger.Source;
import ma.qutb.materials.Lot;
import ma.qutb.materials.LotAtPoint;
import ma.qutb.materials.Lots;
import ma.qutb.materials.Portion;
import ma.qutb.materials.StocktakeApproved;
import ma.qutb.materials.Taking;
import ma.qutb.materials.stock.LotPostings;
import ma.qutb.materials.stocktake.Stocktake.Line;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decides about a finished count: another person than who finished it. Approved, its differences are posted; nothing is ever edited. */
@Service
@Transactional
public class ApprovingCounts {

    static final String KIND = "stocktake";

    private final StocktakeTable stocktakes;
    private final Lots lots;
    private final LotPostings postings;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ApprovingCounts(
            StocktakeTable stocktakes,
            Lots lots,
            LotPostings postings,
            Ledger ledger,
            ApplicationEventPublisher events,
            Clock clock) {
        this.stocktakes = stocktakes;
        this.lots = lots;
        this.postings = postings;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    /** @throws Refusal for whoever finished it, when it is decided, or a lot no longer has what is missing of it */
    public void approve(UUID id, Poster by) {
        var stocktake = waiting(id, by);
        var differences = stocktake.differences().stream()
                .sorted(Comparator.comparing(it -> it.lot().id().value()))
                .toList();
        var drafts = new ArrayList<Draft>();
        for (var line : differences) {
            drafts.add(draft(
                    stocktake,
                    line,
                    lots.hold(stocktake.point().id(), line.lot().id())));
        }
        decide(id, "approved", by);
        if (!drafts.isEmpty()) {
            ledger.postTogether(drafts, by);
        }
        events.publishEvent(new StocktakeApproved(
                id, stocktake.point().fund().id(), stocktake.point().id()));
    }

    /** The count is laid aside; the books stay as they are. */
    public void reject(UUID id, Poster by) {
        waiting(id, by);
        decide(id, "rejected", by);
    }

    private Draft draft(Stocktake stocktake, Line line, LotAtPoint lot) {
        var count = line.count().orElseThrow();
        var cause = count.cause().orElseThrow();
        var draft = Draft.of(
                        stocktake.point().fund().book(), count.entryKey().orElseThrow(), KIND, LocalDate.now(clock))
                .because(count.reason())
                .from(new Source(KIND, stocktake.id()));
        if (count.variance() < 0) {
            var taking = Taking.of(line.lot(), lot.left(), -count.variance());
            return postings.on(postings.out(draft, lot, taking), stocktake.point(), cause.role(), lot, taking);
        }
        var found = found(line.lot(), count.variance());
        return postings.on(postings.in(draft, lot, found), stocktake.point(), cause.role(), lot, negative(found));
    }

    /** What is found of a lot has its fineness and its cost. */
    private static Taking found(Lot lot, long weight) {
        return new Taking(
                weight,
                lot.fineness().map(it -> it.fineOf(weight)).orElse(0L),
                Portion.of(lot.cost(), weight, lot.weight()));
    }

    private static Taking negative(Taking it) {
        return new Taking(-it.weight(), -it.fine(), -it.cost());
    }

    private Stocktake waiting(UUID id, Poster by) {
        var stocktake = stocktakes.find(id).orElseThrow();
        if (!stocktake.waiting()) {
            throw new Refusal("materials.stocktake.refusal.not-waiting");
        }
        if (stocktake.finished().orElseThrow().by().equals(by.id())) {
            throw new Refusal("materials.stocktake.refusal.same-person");
        }
        return stocktake;
    }

    private void decide(UUID id, String decision, Poster by) {
        if (!stocktakes.decide(id, decision, by)) {
            throw new Refusal("materials.stocktake.refusal.not-waiting");
        }
    }
}
