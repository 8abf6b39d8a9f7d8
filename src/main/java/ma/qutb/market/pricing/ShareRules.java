package ma.qutb.market.pricing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.CraftCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The dated, ordered list of what the pole keeps; of the latest day's list the first rule that fits counts. */
@Component
public class ShareRules {

    private final JdbcClient database;
    private final Clock clock;

    ShareRules(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * What is kept of something of this family by this kind of maker today.
     *
     * @throws Refusal when no rule fits
     */
    public ShareRule of(CraftCode family, String makerKind) {
        return database.sql("""
            select * from market.share_rule
             where valid_from = (select max(valid_from) from market.share_rule where valid_from <= :today)
               and (family_code is null or family_code = :family) and (maker_kind is null or maker_kind = :kind)
             order by position limit 1
            """)
                .param("today", LocalDate.now(clock))
                .param("family", family.value())
                .param("kind", makerKind)
                .query((row, number) -> new ShareRule(
                        row.getObject("id", UUID.class),
                        row.getInt("service"),
                        row.getInt("fund"),
                        row.getInt("tax"),
                        row.getLong("transport")))
                .optional()
                .orElseThrow(() -> new Refusal("market.price.refusal.no-rule"));
    }

    /** A line of the list; what stands for that day and place already stays. */
    public void enter(
            LocalDate from,
            int position,
            @Nullable String family,
            @Nullable String makerKind,
            ShareRule rule,
            String reason,
            String by) {
        database.sql("""
            insert into market.share_rule (id, valid_from, position, family_code, maker_kind, service, fund, tax, transport,
                reason, entered_at, entered_by_name)
            values (:id, :from, :position, :family, :kind, :service, :fund, :tax, :transport, :reason, :now, :by)
            on conflict on constraint share_rule_order_clear do nothing
            """)
                .param("id", Ids.next())
                .param("from", from)
                .param("position", position)
                .param("family", family)
                .param("kind", makerKind)
                .param("service", rule.service())
                .param("fund", rule.fund())
                .param("tax", rule.tax())
                .param("transport", rule.transport())
                .param("reason", reason)
                .param("now", at(clock.instant()))
                .param("by", by)
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
