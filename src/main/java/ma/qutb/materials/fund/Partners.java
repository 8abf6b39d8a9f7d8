package ma.qutb.materials.fund;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.materials.FundId;
import ma.qutb.materials.SalePointId;
import ma.qutb.materials.UnitPrice;
import ma.qutb.registry.OrganisationId;
import ma.qutb.shell.Formats;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What partners put into funds and took back. */
@Repository
@Transactional(readOnly = true)
class Partners {

    private static final String WITHDRAWALS = """
            select id, key, fund_id, sale_point_id, partner_id, reason, centimes, asked_at, asked_by, asked_by_name, decision, decided_at,
                   decided_by_name, fine, entry
              from materials.withdrawal
            """;
    private static final String CONTRIBUTIONS =
            "select id, fund_id, partner_id, convention, paid_on, centimes, price, fine, entry from materials.contribution ";

    private final JdbcClient database;

    Partners(JdbcClient database) {
        this.database = database;
    }

    List<Contribution> contributions(FundId fund) {
        return database.sql(CONTRIBUTIONS + "where fund_id = :fund order by paid_on, entered_at, id")
                .param("fund", fund.value())
                .query(Partners::contribution)
                .list();
    }

    Optional<Contribution> contribution(UUID id) {
        return database.sql(CONTRIBUTIONS + "where id = :id")
                .param("id", id)
                .query(Partners::contribution)
                .optional();
    }

    List<Withdrawal> withdrawals(FundId fund) {
        return database.sql(WITHDRAWALS + "where fund_id = :fund order by asked_at, id")
                .param("fund", fund.value())
                .query(Partners::withdrawal)
                .list();
    }

    Optional<Withdrawal> withdrawal(UUID id) {
        return database.sql(WITHDRAWALS + "where id = :id")
                .param("id", id)
                .query(Partners::withdrawal)
                .optional();
    }

    /** K₀ as of today. */
    Founding founding(FundId fund) {
        return founding(fund, LocalDate.MAX.withYear(9999));
    }

    /** K₀ as it was at the end of a day. */
    Founding founding(FundId fund, LocalDate day) {
        return database.sql("""
                        select coalesce(sum(c), 0)::bigint, coalesce(sum(w), 0)::bigint, coalesce(sum(f), 0)::bigint
                          from (select centimes as c, 0 as w, fine as f from materials.contribution
                                 where fund_id = :fund and paid_on <= :day
                                union all
                                select 0, centimes, -fine from materials.withdrawal
                                 where fund_id = :fund and decision = 'authorised'
                                   and decided_at < :after) moved
                        """)
                .param("fund", fund.value())
                .param("day", day)
                .param("after", day.plusDays(1).atStartOfDay(Formats.ZONE).toOffsetDateTime())
                .query((row, number) -> new Founding(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }

    /** What this partner has in the fund, in centimes: put in, less what was taken back. */
    long entrusted(FundId fund, OrganisationId partner) {
        return database.sql("""
                        select (coalesce((select sum(centimes) from materials.contribution
                                           where fund_id = :fund and partner_id = :partner), 0)
                              - coalesce((select sum(centimes) from materials.withdrawal
                                           where fund_id = :fund and partner_id = :partner and decision = 'authorised'), 0))::bigint
                        """)
                .param("fund", fund.value())
                .param("partner", partner.value())
                .query(Long.class)
                .single();
    }

    private static Contribution contribution(ResultSet row, int number) throws SQLException {
        return new Contribution(
                row.getObject("id", UUID.class),
                new FundId(row.getObject("fund_id", UUID.class)),
                new OrganisationId(row.getObject("partner_id", UUID.class)),
                row.getString("convention"),
                row.getObject("paid_on", LocalDate.class),
                row.getLong("centimes"),
                new UnitPrice(row.getLong("price")),
                row.getLong("fine"),
                row.getObject("entry", UUID.class));
    }

    private static Withdrawal withdrawal(ResultSet row, int number) throws SQLException {
        return new Withdrawal(
                row.getObject("id", UUID.class),
                row.getObject("key", UUID.class),
                new FundId(row.getObject("fund_id", UUID.class)),
                new SalePointId(row.getObject("sale_point_id", UUID.class)),
                new OrganisationId(row.getObject("partner_id", UUID.class)),
                row.getString("reason"),
                row.getLong("centimes"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getString("asked_by"),
                row.getString("asked_by_name"),
                Optional.ofNullable(row.getString("decision")),
                Optional.ofNullable(row.getObject("decided_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getString("decided_by_name")),
                Optional.ofNullable(row.getObject("fine", Long.class)),
                Optional.ofNullable(row.getObject("entry", UUID.class)));
    }
}
