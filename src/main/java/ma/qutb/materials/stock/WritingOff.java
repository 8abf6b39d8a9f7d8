package ma.qutb.materials.stock;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.ChartRole;
import ma.qutb.ledger.Draft;
import ma.qutb.ledger.Ledger;
import ma.qutb.ledger.Poster;
import ma.qutb.ledger.Source;
import ma.qutb.materials.LotId;
import ma.qutb.materials.Lots;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.Taking;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes off what was stolen, lost or written down wrongly, each on an account of its own. */
@Service
@Transactional
public class WritingOff {

    private final JdbcClient database;
    private final Lots lots;
    private final LotPostings postings;
    private final Ledger ledger;
    private final Clock clock;

    WritingOff(JdbcClient database, Lots lots, LotPostings postings, Ledger ledger, Clock clock) {
        this.database = database;
        this.lots = lots;
        this.postings = postings;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Why something is gone. */
    public enum Kind {
        THEFT(ChartRole.THEFT),
        LOSS(ChartRole.LOSS),
        ERROR(ChartRole.COUNTING_DIFFERENCE);

        private final ChartRole role;

        Kind(ChartRole role) {
            this.role = role;
        }

        /** As it is stored, and as its text is called. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * What is gone.
     *
     * @param key minted with the form
     * @param reportNumber of the police, for a theft
     */
    public record Missing(
            UUID key,
            Kind kind,
            SalePoint point,
            LotId lot,
            long weight,
            LocalDate happenedOn,
            String reason,
            String reportNumber,
            Optional<UUID> document) {}

    /** @throws Refusal when there is not that much, reason or report is missing, or the day is ahead */
    public UUID writeOff(Missing it, Poster by) {
        var before = byKey(it.key());
        if (before.isPresent()) {
            return before.get();
        }
        check(it);
        var lot = lots.hold(it.point().id(), it.lot());
        if (it.happenedOn().isBefore(lot.lot().receivedOn())) {
            throw new Refusal("materials.write-off.refusal.day");
        }
        var taking = Taking.of(lot.lot(), lot.left(), it.weight());
        var id = Ids.next();
        if (!insert(id, it, taking)) {
            return byKey(it.key()).orElseThrow();
        }
        var draft = Draft.of(
                        it.point().fund().book(), it.key(), "stock-" + it.kind().code(), it.happenedOn())
                .because(it.reason())
                .from(new Source("stock-write-off", id));
        ledger.post(postings.on(postings.out(draft, lot, taking), it.point(), it.kind().role, lot, taking), by);
        return id;
    }

    private void check(Missing it) {
        if (it.reason().isBlank()) {
            throw new Refusal("materials.write-off.refusal.no-reason");
        }
        if (it.kind() == Kind.THEFT && it.reportNumber().isBlank()) {
            throw new Refusal("materials.write-off.refusal.no-report");
        }
        if (it.happenedOn().isAfter(LocalDate.now(clock))) {
            throw new Refusal("materials.write-off.refusal.day");
        }
    }

    private boolean insert(UUID id, Missing it, Taking taking) {
        return database.sql("""
                        insert into materials.write_off (id, key, number, kind, lot_id, sale_point_id, happened_on, weight, fine,
                            cost_centimes, reason, report_number, document)
                        values (:id, :key, nextval('materials.movement_number'), :kind, :lot, :point, :happened_on, :weight, :fine, :cost,
                            :reason, :report, :document)
                        on conflict on constraint write_off_key_once do nothing
                        """)
                        .param("id", id)
                        .param("key", it.key())
                        .param("kind", it.kind().code())
                        .param("lot", it.lot().value())
                        .param("point", it.point().id().value())
                        .param("happened_on", it.happenedOn())
                        .param("weight", taking.weight())
                        .param("fine", taking.fine())
                        .param("cost", taking.cost())
                        .param("reason", it.reason())
                        .param("report", it.reportNumber())
                        .param("document", it.document().orElse(null), Types.OTHER)
                        .update()
                == 1;
    }

    private Optional<UUID> byKey(UUID key) {
        return database.sql("select id from materials.write_off where key = :key")
                .param("key", key)
                .query(UUID.class)
                .optional();
    }
}
