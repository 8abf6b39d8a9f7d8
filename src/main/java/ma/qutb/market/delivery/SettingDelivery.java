package ma.qutb.market.delivery;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Poster;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Carriers, their tables and the terms of delivery, each from a day on: what was agreed before stays readable. */
@Service
@Transactional
public class SettingDelivery {

    /** A row of a table: up to so many grams, so many centimes. */
    public record Row(int upTo, long fee) {}

    private final JdbcClient database;
    private final Deliveries deliveries;
    private final Clock clock;

    SettingDelivery(JdbcClient database, Deliveries deliveries, Clock clock) {
        this.database = database;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /**
     * A carrier's whole table for a zone from a day on.
     *
     * @throws Refusal when the day is gone, a table begins on it already, a weight stands twice, or the law's thirty days are passed
     */
    public void rates(
            UUID carrier,
            String zone,
            LocalDate from,
            List<Row> rows,
            int daysMin,
            int daysMax,
            String reason,
            Poster by) {
        if (from.isBefore(LocalDate.now(clock))) {
            throw new Refusal("market.delivery.refusal.past");
        }
        if (rows.isEmpty()) {
            throw new Refusal("market.delivery.refusal.empty");
        }
        if (rows.stream().map(Row::upTo).distinct().count() < rows.size()) {
            throw new Refusal("market.delivery.refusal.twice");
        }
        if (daysMin > daysMax || daysMax > 30) {
            throw new Refusal("market.delivery.refusal.days");
        }
        if (begun(carrier, zone, from)) {
            throw new Refusal("market.delivery.refusal.dated", from);
        }
        enter(carrier, zone, from, rows, daysMin, daysMax, reason, by.name());
    }

    private boolean begun(UUID carrier, String zone, LocalDate from) {
        return database.sql("""
            select exists (select from market.delivery_rate
                            where carrier_id = :carrier and zone_code = :zone and valid_from = :from)
            """)
                .param("carrier", carrier)
                .param("zone", zone)
                .param("from", from)
                .query(Boolean.class)
                .single();
    }

    void enter(
            UUID carrier,
            String zone,
            LocalDate from,
            List<Row> rows,
            int daysMin,
            int daysMax,
            String reason,
            String by) {
        for (var row : rows) {
            database.sql("""
                insert into market.delivery_rate (id, carrier_id, zone_code, valid_from, up_to_g, fee, days_min, days_max, reason,
                    entered_at, entered_by_name)
                values (:id, :carrier, :zone, :from, :up_to, :fee, :min, :max, :reason, :now, :by)
                on conflict on constraint delivery_rate_once do nothing
                """)
                    .param("id", Ids.next())
                    .param("carrier", carrier)
                    .param("zone", zone)
                    .param("from", from)
                    .param("up_to", row.upTo())
                    .param("fee", row.fee())
                    .param("min", daysMin)
                    .param("max", daysMax)
                    .param("reason", reason)
                    .param("now", now())
                    .param("by", by)
                    .update();
        }
        changed();
    }

    /** @throws Refusal when terms begin on this day already, or the day is gone */
    public void terms(DeliveryTerms terms, String reason, Poster by) {
        if (terms.from().isBefore(LocalDate.now(clock))) {
            throw new Refusal("market.delivery.refusal.past");
        }
        if (!enter(terms, reason, by.name())) {
            throw new Refusal("market.delivery.refusal.dated", terms.from());
        }
    }

    boolean enter(DeliveryTerms terms, String reason, String by) {
        int entered = database.sql("""
            insert into market.delivery_terms (valid_from, cash_cap, confirm_days, packing_g, reason, entered_at, entered_by_name)
            values (:from, :cap, :days, :packing, :reason, :now, :by)
            on conflict on constraint delivery_terms_pk do nothing
            """)
                .param("from", terms.from())
                .param("cap", terms.cashCap())
                .param("days", terms.confirmDays())
                .param("packing", terms.packing())
                .param("reason", reason)
                .param("now", now())
                .param("by", by)
                .update();
        changed();
        return entered > 0;
    }

    /** A new carrier, or what is known of one by its code. */
    public void carrier(Carrier it, Poster by) {
        try {
            database.sql("""
                insert into market.carrier (id, code, name_ar, name_fr, name_en, abroad, cash, tracking, open, changed_at,
                    changed_by_name, version)
                values (:id, :code, :ar, :fr, :en, :abroad, :cash, :tracking, :open, :now, :by, 1)
                on conflict on constraint carrier_code_once do update set name_ar = excluded.name_ar, name_fr = excluded.name_fr,
                    name_en = excluded.name_en, abroad = excluded.abroad, cash = excluded.cash, tracking = excluded.tracking,
                    open = excluded.open, changed_at = excluded.changed_at, changed_by_name = excluded.changed_by_name,
                    version = carrier.version + 1
                """)
                    .param("id", it.id())
                    .param("code", it.code())
                    .param("ar", it.name().arabic())
                    .param("fr", it.name().in(ma.qutb.kernel.Language.FR))
                    .param("en", it.name().in(ma.qutb.kernel.Language.EN))
                    .param("abroad", it.abroad())
                    .param("cash", it.cash())
                    .param("tracking", it.tracking())
                    .param("open", it.open())
                    .param("now", now())
                    .param("by", by.name())
                    .update();
        } catch (DataIntegrityViolationException e) {
            var said = Refusal.when("carrier_code_form", e, "market.delivery.refusal.code");
            said = said instanceof Refusal
                    ? said
                    : Refusal.when("carrier_tracking_form", e, "market.delivery.refusal.tracking");
            throw said instanceof Refusal
                    ? said
                    : Refusal.when("carrier_cash_at_home", e, "market.delivery.refusal.cash");
        }
        changed();
    }

    /** Whether a carrier takes parcels from now on. */
    public void open(UUID carrier, boolean open, Poster by) {
        database.sql("""
            update market.carrier set open = :open, changed_at = :now, changed_by_name = :by, version = version + 1 where id = :id
            """)
                .param("open", open)
                .param("now", now())
                .param("by", by.name())
                .param("id", carrier)
                .update();
        changed();
    }

    private void changed() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                deliveries.forget();
            }
        });
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
