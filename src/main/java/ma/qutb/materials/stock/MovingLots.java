package ma.qutb.materials.stock;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.ChartRole;
import ma.qutb.ledger.Draft;
import ma.qutb.ledger.Ledger;
import ma.qutb.ledger.Poster;
import ma.qutb.ledger.Source;
import ma.qutb.materials.LotAtPoint;
import ma.qutb.materials.LotId;
import ma.qutb.materials.Lots;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.SalePointId;
import ma.qutb.materials.SalePoints;
import ma.qutb.materials.Taking;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves a lot, or part of one, between two points of a fund; while under way it is in transit. */
@Service
@Transactional
public class MovingLots {

    private static final String KIND = "stock-transfer";

    private final JdbcClient database;
    private final Lots lots;
    private final SalePoints points;
    private final KeepingLots keeping;
    private final LotPostings postings;
    private final Ledger ledger;
    private final Clock clock;

    MovingLots(
            JdbcClient database,
            Lots lots,
            SalePoints points,
            KeepingLots keeping,
            LotPostings postings,
            Ledger ledger,
            Clock clock) {
        this.database = database;
        this.lots = lots;
        this.points = points;
        this.keeping = keeping;
        this.postings = postings;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * What leaves a point for another.
     *
     * @param key minted with the form
     * @param carrier who takes it there
     */
    public record Dispatch(UUID key, LotId lot, SalePointId from, SalePointId to, long weight, String carrier) {}

    /** @throws Refusal when there is not that much, or the points are not two of one fund */
    public UUID send(Dispatch it, Poster by) {
        var before = byKey("key", it.key());
        if (before != null) {
            return before;
        }
        var from = points.find(it.from()).orElseThrow();
        var to = points.find(it.to()).orElseThrow();
        check(from, to);
        var lot = lots.hold(it.from(), it.lot());
        var taking = Taking.of(lot.lot(), lot.left(), it.weight());
        var today = LocalDate.now(clock);
        var id = Ids.next();
        int added = database.sql("""
                        insert into materials.transfer (id, key, number, lot_id, from_point, to_point, sent_on, weight, fine, cost_centimes,
                            carrier)
                        values (:id, :key, nextval('materials.movement_number'), :lot, :from, :to, :today, :weight, :fine, :cost, :carrier)
                        on conflict on constraint transfer_key_once do nothing
                        """)
                .param("id", id)
                .param("key", it.key())
                .param("lot", it.lot().value())
                .param("from", it.from().value())
                .param("to", it.to().value())
                .param("today", today)
                .param("weight", taking.weight())
                .param("fine", taking.fine())
                .param("cost", taking.cost())
                .param("carrier", it.carrier())
                .update();
        if (added == 0) {
            return java.util.Objects.requireNonNull(byKey("key", it.key()));
        }
        var draft = draft(from, it.key(), "stock-sent", today, id, lot);
        ledger.post(postings.on(postings.out(draft, lot, taking), from.fund(), ChartRole.IN_TRANSIT, lot, taking), by);
        return id;
    }

    private void check(SalePoint from, SalePoint to) {
        if (from.id().equals(to.id())) {
            throw new Refusal("materials.transfer.refusal.same-point");
        }
        if (!from.fund().id().equals(to.fund().id())) {
            throw new Refusal("materials.transfer.refusal.other-fund");
        }
        if (to.closedOn().filter(it -> !LocalDate.now(clock).isBefore(it)).isPresent()) {
            throw new Refusal("materials.transfer.refusal.closed");
        }
    }

    /**
     * What was sent arrives and is weighed. What is missing is a loss of the point it was sent to, with its reason.
     *
     * @param key minted with the form
     * @param missingBecause empty when all of it arrived
     */
    public void arrive(UUID key, UUID transfer, long weight, String missingBecause, Poster by) {
        var sent = hold(transfer);
        if (byKey("arrival_key", key) != null) {
            return;
        }
        if (sent.arrived()) {
            throw new Refusal("materials.transfer.refusal.arrived");
        }
        if (weight <= 0 || weight > sent.taking().weight()) {
            throw new Refusal("materials.transfer.refusal.weight");
        }
        boolean whole = weight == sent.taking().weight();
        if (!whole && missingBecause.isBlank()) {
            throw new Refusal("materials.transfer.refusal.no-reason");
        }
        var today = LocalDate.now(clock);
        database.sql("""
                        update materials.transfer set arrival_key = :key, arrived_on = :today, arrived_weight = :weight,
                            missing_because = :because where id = :id
                        """)
                .param("key", key)
                .param("today", today)
                .param("weight", weight)
                .param("because", whole ? "" : missingBecause)
                .param("id", transfer)
                .update();
        var to = points.find(sent.to()).orElseThrow();
        var lot = keeping.place(lots.find(sent.lot()).orElseThrow(), to);
        var came = whole ? sent.taking() : Taking.of(lot.lot(), sent.taking(), weight);
        var missing = new Taking(
                sent.taking().weight() - came.weight(),
                sent.taking().fine() - came.fine(),
                sent.taking().cost() - came.cost());
        var draft = postings.in(draft(to, key, "stock-arrived", today, transfer, lot), lot, came);
        draft = postings.on(draft, to, ChartRole.LOSS, lot, missing);
        ledger.post(postings.on(draft, to.fund(), ChartRole.IN_TRANSIT, lot, LotPostings.negative(sent.taking())), by);
    }

    private static Draft draft(SalePoint point, UUID key, String kind, LocalDate day, UUID transfer, LotAtPoint lot) {
        return Draft.of(point.fund().book(), key, kind, day)
                .because(lot.lot().number() + " · " + point.code())
                .from(new Source(KIND, transfer));
    }

    private record Sent(LotId lot, SalePointId to, Taking taking, boolean arrived) {}

    private Sent hold(UUID transfer) {
        return database.sql("""
                        select lot_id, to_point, weight, fine, cost_centimes, arrived_on is not null
                          from materials.transfer where id = :id for update
                        """)
                .param("id", transfer)
                .query((row, number) -> new Sent(
                        new LotId(row.getObject(1, UUID.class)),
                        new SalePointId(row.getObject(2, UUID.class)),
                        new Taking(row.getLong(3), row.getLong(4), row.getLong(5)),
                        row.getBoolean(6)))
                .single();
    }

    private @org.jspecify.annotations.Nullable UUID byKey(String column, UUID key) {
        return database.sql("select id from materials.transfer where " + column + " = :key")
                .param("key", key)
                .query(UUID.class)
                .optional()
                .orElse(null);
    }
}
