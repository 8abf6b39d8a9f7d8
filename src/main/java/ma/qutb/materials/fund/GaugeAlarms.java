package ma.qutb.materials.fund;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import ma.qutb.materials.FundId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Which gauges of a fund are in the red, and since when. */
@Repository
@Transactional
class GaugeAlarms {

    private final JdbcClient database;

    GaugeAlarms(JdbcClient database) {
        this.database = database;
    }

    /** Whether this is new: of several who see it at once one begins it. */
    boolean begin(FundId fund, Gauge gauge, Instant now) {
        return database.sql("""
                                insert into materials.gauge_alarm (fund_id, gauge, since) values (:fund, :gauge, :now)
                                on conflict (fund_id, gauge) where over_at is null do nothing
                                """)
                        .param("fund", fund.value())
                        .param("gauge", gauge.code())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void end(FundId fund, Gauge gauge, Instant now) {
        database.sql(
                        "update materials.gauge_alarm set over_at = :now where fund_id = :fund and gauge = :gauge and over_at is null")
                .param("fund", fund.value())
                .param("gauge", gauge.code())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Transactional(readOnly = true)
    public Map<Gauge, Instant> open(FundId fund) {
        var open = new EnumMap<Gauge, Instant>(Gauge.class);
        database.sql("select gauge, since from materials.gauge_alarm where fund_id = :fund and over_at is null")
                .param("fund", fund.value())
                .query(row -> {
                    var since = row.getObject(2, OffsetDateTime.class).toInstant();
                    Gauge.of(row.getString(1)).ifPresent(it -> open.put(it, since));
                });
        return open;
    }

    @Transactional(readOnly = true)
    public List<FundId> funds() {
        return database.sql("select id from materials.fund order by code")
                .query((row, number) -> new FundId(row.getObject(1, java.util.UUID.class)))
                .list();
    }
}
