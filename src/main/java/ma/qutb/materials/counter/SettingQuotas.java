package ma.qutb.materials.counter;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Poster;
import ma.qutb.materials.MaterialCode;
import ma.qutb.materials.SalePointId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets how much of a material an artisan may buy in a period, as the convention of the point says. */
@Service
@Transactional
public class SettingQuotas {

    private final JdbcClient database;
    private final Clock clock;

    SettingQuotas(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * @param most of the smallest parts
     * @param reason the article of the convention
     * @throws Refusal when the day is over, nothing could be bought, or no reason is given
     */
    public void set(
            SalePointId point,
            MaterialCode material,
            LocalDate from,
            QuotaPeriod period,
            long most,
            String reason,
            Poster by) {
        if (from.isBefore(LocalDate.now(clock))) {
            throw new Refusal("materials.price.refusal.past");
        }
        if (most <= 0) {
            throw new Refusal("materials.quota.refusal.nothing");
        }
        if (reason.isBlank()) {
            throw new Refusal("materials.quota.refusal.reason");
        }
        database.sql("""
                        insert into materials.quota_rule (id, sale_point_id, material_code, valid_from, period, most, reason, entered_at, entered_by,
                            entered_by_name)
                        values (:id, :point, :material, :from, :period, :most, :reason, :now, :by, :name)
                        """)
                .param("id", Ids.next())
                .param("point", point.value())
                .param("material", material.value())
                .param("from", from)
                .param("period", period.code())
                .param("most", most)
                .param("reason", reason.strip())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", by.id())
                .param("name", by.name())
                .update();
    }
}
