package ma.qutb.spaces.call;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import ma.qutb.registry.Crafts;
import ma.qutb.registry.Territories;
import ma.qutb.spaces.Sites;
import ma.qutb.spaces.Units;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what a page shows of a call. */
@Component
@Transactional(readOnly = true)
public class ReadingCalls {

    private final JdbcClient database;
    private final Sites sites;
    private final Units units;
    private final Territories territories;
    private final Crafts crafts;
    private final Clock clock;

    ReadingCalls(JdbcClient database, Sites sites, Units units, Territories territories, Crafts crafts, Clock clock) {
        this.database = database;
        this.sites = sites;
        this.units = units;
        this.territories = territories;
        this.crafts = crafts;
        this.clock = clock;
    }

    public CallPage page(Call call) {
        var site = sites.find(call.site()).orElseThrow();
        var offered = units.find(call.units());
        return new CallPage(
                call,
                site,
                territories.nameOf(site.territory()),
                call.units().stream()
                        .filter(offered::containsKey)
                        .map(offered::get)
                        .map(it -> new CallPage.Offered(
                                it,
                                it.crafts().stream()
                                        .sorted()
                                        .map(crafts::nameOf)
                                        .toList()))
                        .toList(),
                changes(call.id()),
                counts(call.id()),
                clock.instant());
    }

    private List<CallPage.Change> changes(CallId call) {
        return database.sql("""
                        select kind, reason, made_at, closes_at from spaces.call_change where call_id = :call order by made_at desc, id desc
                        """)
                .param("call", call.value())
                .query((row, number) -> new CallPage.Change(
                        row.getString("kind"),
                        row.getString("reason"),
                        row.getObject("made_at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject("closes_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .list();
    }

    private CallPage.Counts counts(CallId call) {
        return database.sql("""
                        select count(*) filter (where submitted_at is not null) as sent,
                               count(*) filter (where submitted_at is not null and withdrawn_at is not null) as withdrawn
                          from spaces.application where call_id = :call
                        """)
                .param("call", call.value())
                .query((row, number) -> new CallPage.Counts(row.getInt("sent"), row.getInt("withdrawn")))
                .single();
    }
}
