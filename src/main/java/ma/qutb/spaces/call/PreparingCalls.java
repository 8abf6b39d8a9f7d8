package ma.qutb.spaces.call;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import ma.qutb.kernel.Refusal;
import ma.qutb.spaces.SiteId;
import ma.qutb.spaces.UnitId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes calls down and changes them, as long as they are drafts. */
@Service
@Transactional
public class PreparingCalls {

    private final JdbcClient database;
    private final Clock clock;

    PreparingCalls(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A call that does not exist yet; the same id twice is one. */
    public CallId begin(CallId id, SiteId site, CallDraft it, boolean demonstration) {
        checked(it);
        int made = said(database.sql("""
                        insert into spaces.call (id, site_id, opens_at, closes_at, draw_at, seed_ar, seed_fr, seed_en, results_on,
                            objections_until, starts_on, waiting_until, offer_days, parties, demonstration, version)
                        values (:id, :site, :opens, :closes, :draw, :seed_ar, :seed_fr, :seed_en, :results, :objections, :starts, :waiting,
                            :offer_days, :parties, :demonstration, 1)
                        on conflict on constraint call_pk do nothing
                        """), id, it)
                .param("site", site.value())
                .param("demonstration", demonstration)
                .update();
        if (made == 1) {
            parts(id, it);
        }
        return id;
    }

    /** @throws Refusal when it was published before */
    public void describe(CallId id, CallDraft it) {
        checked(it);
        int changed = said(database.sql("""
                        update spaces.call set opens_at = :opens, closes_at = :closes, draw_at = :draw, seed_ar = :seed_ar, seed_fr = :seed_fr,
                            seed_en = :seed_en, results_on = :results, objections_until = :objections, starts_on = :starts,
                            waiting_until = :waiting, offer_days = :offer_days, parties = :parties, version = version + 1
                        where id = :id and published_at is null
                        """), id, it).update();
        if (changed == 0) {
            throw new Refusal("spaces.call.refusal.published");
        }
        List.of("call_unit", "call_criterion", "call_document", "call_quota")
                .forEach(table -> database.sql("delete from spaces." + table + " where call_id = :id")
                        .param("id", id.value())
                        .update());
        parts(id, it);
    }

    private void parts(CallId id, CallDraft it) {
        database.sql("""
                        insert into spaces.call_unit (call_id, unit_id, position)
                        select :id, u.unit, u.position from unnest(cast(:units as uuid[])) with ordinality as u(unit, position)
                        """)
                .param("id", id.value())
                .param("units", it.units().stream().map(UnitId::toString).toArray(String[]::new))
                .update();
        coded(
                "insert into spaces.call_criterion (call_id, code, position, weight_bp)",
                id,
                it.criteria().stream().map(Criterion::code).toList(),
                it.criteria().stream().map(Criterion::weight).toList());
        coded(
                "insert into spaces.call_quota (call_id, group_code, position, units)",
                id,
                it.shares().stream().map(share -> share.group().code()).toList(),
                it.shares().stream().map(KeptShare::units).toList());
        database.sql("""
                        insert into spaces.call_document (call_id, code, position)
                        select :id, p.code, p.position from unnest(cast(:codes as text[])) with ordinality as p(code, position)
                        """)
                .param("id", id.value())
                .param("codes", it.papers().stream().map(AskedPaper::code).toArray(String[]::new))
                .update();
    }

    private void coded(String insert, CallId id, List<String> codes, List<Integer> values) {
        database.sql(insert + """
                         select :id, p.code, p.position, p.value from unnest(cast(:codes as text[]), cast(:values as int[])) with ordinality as p(code, value, position)
                        """)
                .param("id", id.value())
                .param("codes", codes.toArray(String[]::new))
                .param("values", values.toArray(Integer[]::new))
                .update();
    }

    /** What can be said at once, before the database says the rest when it is published. */
    private void checked(CallDraft it) {
        var days = it.calendar();
        if (!days.opensAt().isBefore(days.closesAt())) {
            throw new Refusal("spaces.call.refusal.closes-before-it-opens");
        }
        var order = List.of(
                days.closesAt(),
                days.drawAt(),
                end(days.resultsOn()),
                end(days.objectionsUntil()),
                end(days.startsOn()),
                end(days.waitingUntil()));
        if (IntStream.range(1, order.size()).anyMatch(i -> !order.get(i - 1).isBefore(order.get(i)))) {
            throw new Refusal("spaces.call.refusal.days-in-order");
        }
        if (days.offerDays() < 1 || days.offerDays() > 60) {
            throw new Refusal("spaces.call.refusal.offer-days");
        }
        if (it.parties().isEmpty()) {
            throw new Refusal("spaces.call.refusal.no-party");
        }
        if (it.criteria().stream().anyMatch(one -> one.weight() < 1 || one.weight() > Criterion.WHOLE)) {
            throw new Refusal("spaces.call.refusal.weight");
        }
        if (it.shares().stream().anyMatch(one -> one.units() < 1 || one.units() > 5000)) {
            throw new Refusal("spaces.call.refusal.share");
        }
    }

    private Instant end(LocalDate day) {
        return day.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
    }

    private static JdbcClient.StatementSpec said(JdbcClient.StatementSpec statement, CallId id, CallDraft it) {
        var days = it.calendar();
        return statement
                .param("id", id.value())
                .param("opens", days.opensAt().atOffset(ZoneOffset.UTC))
                .param("closes", days.closesAt().atOffset(ZoneOffset.UTC))
                .param("draw", days.drawAt().atOffset(ZoneOffset.UTC))
                .param("seed_ar", it.seed().arabic())
                .param("seed_fr", it.seed().french())
                .param("seed_en", it.seed().english())
                .param("results", days.resultsOn())
                .param("objections", days.objectionsUntil())
                .param("starts", days.startsOn())
                .param("waiting", days.waitingUntil())
                .param("offer_days", days.offerDays())
                .param(
                        "parties",
                        it.parties().stream().map(PartyKind::code).sorted().toArray(String[]::new));
    }
}
