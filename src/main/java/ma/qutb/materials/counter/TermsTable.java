package ma.qutb.materials.counter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.ledger.AccountId;
import ma.qutb.materials.MaterialCode;
import ma.qutb.materials.Prices.Quote;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.TillId;
import ma.qutb.materials.UnitPrice;
import ma.qutb.materials.price.Charge;
import ma.qutb.materials.price.Charges;
import ma.qutb.materials.price.Policy;
import ma.qutb.registry.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Everything a sale depends on besides stock, in one question. */
@Repository
class TermsTable {

    private final JdbcClient database;

    TermsTable(JdbcClient database) {
        this.database = database;
    }

    Terms of(SalePoint point, MaterialCode material, PersonId buyer, @Nullable TillId till, LocalDate day) {
        return database.sql("""
                        select q.quoted_on, q.price as quote, p.*, r.period, r.most, r.starts_on, coalesce(u.used,
                                   case when r.period is not null then materials.bought(:buyer, :point, :material, r.period, r.starts_on) end, 0) as used,
                               a.ceiling, a.days, a.ends_on, c.account, d.owed, d.overdue, t.id as session
                          from (select 1) one
                          left join lateral (select quoted_on, price from materials.quote
                              where material_code = :material and quoted_on <= :day
                              order by quoted_on desc, entered_at desc, id desc limit 1) q on true
                          left join lateral (select transport_fixed, transport_bp, assay_fixed, assay_bp, loss_fixed, loss_bp, margin_fixed,
                                 margin_bp, quote_days from materials.price_policy
                              where sale_point_id = :point and material_code = :material and valid_from <= :day
                              order by valid_from desc, entered_at desc, id desc limit 1) p on true
                          left join lateral (select period, most, date_trunc(period, cast(:day as timestamp))::date as starts_on from materials.quota_rule
                              where sale_point_id = :point and material_code = :material and valid_from <= :day
                              order by valid_from desc, entered_at desc, id desc limit 1) r on true
                          left join materials.quota_use u on u.person_id = :buyer and u.sale_point_id = :point
                              and u.material_code = :material and u.period = r.period and u.starts_on = r.starts_on
                          left join lateral (select ceiling, days, ends_on from materials.credit_agreement
                              where fund_id = :fund and person_id = :buyer order by granted_at desc, id desc limit 1) a on true
                          left join materials.credit_account c on c.fund_id = :fund and c.person_id = :buyer
                          cross join lateral (select coalesce(sum(still), 0)::bigint as owed,
                                 coalesce(sum(still) filter (where due_on < :day), 0)::bigint as overdue
                              from materials.debt where fund_id = :fund and person_id = :buyer and still > 0) d
                          left join materials.till_session t on t.till_id = :till and t.state = 'open'
                        """)
                .param("material", material.value())
                .param("point", point.id().value())
                .param("fund", point.fund().id().value())
                .param("buyer", buyer.value())
                .param("till", till == null ? null : till.value(), java.sql.Types.OTHER)
                .param("day", day)
                .query((row, number) -> terms(row, material, day))
                .single();
    }

    private static Terms terms(ResultSet row, MaterialCode material, LocalDate day) throws SQLException {
        var quotedOn = row.getObject("quoted_on", LocalDate.class);
        boolean priced = row.getObject("quote_days") != null;
        var period = row.getString("period");
        var account = row.getObject("account", UUID.class);
        return new Terms(
                day,
                quotedOn == null
                        ? Optional.empty()
                        : Optional.of(new Quote(material, quotedOn, new UnitPrice(row.getLong("quote")))),
                priced ? charges(row) : Charges.NONE,
                priced ? row.getInt("quote_days") : Policy.QUOTE_DAYS,
                period == null
                        ? Optional.empty()
                        : Optional.of(new Terms.Quota(
                                QuotaPeriod.of(period),
                                row.getLong("most"),
                                row.getLong("used"),
                                row.getObject("starts_on", LocalDate.class))),
                new Terms.Credit(
                        row.getLong("ceiling"),
                        row.getInt("days"),
                        row.getObject("ends_on", LocalDate.class),
                        row.getLong("owed"),
                        row.getLong("overdue"),
                        account == null ? null : new AccountId(account)),
                Optional.ofNullable(row.getObject("session", UUID.class)));
    }

    private static Charges charges(ResultSet row) throws SQLException {
        return new Charges(charge(row, "transport"), charge(row, "assay"), charge(row, "loss"), charge(row, "margin"));
    }

    private static Charge charge(ResultSet row, String name) throws SQLException {
        return new Charge(new UnitPrice(row.getLong(name + "_fixed")), row.getInt(name + "_bp"));
    }
}
