package ma.qutb.materials.credit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.ledger.AccountId;
import ma.qutb.ledger.Poster;
import ma.qutb.materials.FundId;
import ma.qutb.materials.SaleId;
import ma.qutb.registry.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Agreements and debts. */
@Repository
class CreditTable {

    private final JdbcClient database;

    CreditTable(JdbcClient database) {
        this.database = database;
    }

    void agree(FundId fund, PersonId person, Agreement it, Instant now, Poster by) {
        database.sql("""
                        insert into materials.credit_agreement (id, fund_id, person_id, ceiling, days, signed_on, ends_on, reference, granted_at,
                            granted_by, granted_by_name)
                        values (:id, :fund, :person, :ceiling, :days, :signed, :ends, :reference, :now, :by, :name)
                        """)
                .param("id", Ids.next())
                .param("fund", fund.value())
                .param("person", person.value())
                .param("ceiling", it.ceiling())
                .param("days", it.days())
                .param("signed", it.signedOn())
                .param("ends", it.endsOn(), java.sql.Types.DATE)
                .param("reference", it.reference())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", by.id())
                .param("name", by.name())
                .update();
    }

    Optional<Agreement> agreement(FundId fund, PersonId person) {
        return database.sql("""
                        select ceiling, days, signed_on, ends_on, reference from materials.credit_agreement
                         where fund_id = :fund and person_id = :person order by granted_at desc, id desc limit 1
                        """)
                .param("fund", fund.value())
                .param("person", person.value())
                .query((row, number) -> new Agreement(
                        row.getLong("ceiling"),
                        row.getInt("days"),
                        row.getObject("signed_on", LocalDate.class),
                        row.getObject("ends_on", LocalDate.class),
                        row.getString("reference")))
                .optional();
    }

    void keepAccount(FundId fund, PersonId person, AccountId account) {
        database.sql("""
                        insert into materials.credit_account (fund_id, person_id, account) values (:fund, :person, :account)
                        on conflict (fund_id, person_id) do nothing
                        """)
                .param("fund", fund.value())
                .param("person", person.value())
                .param("account", account.value())
                .update();
    }

    Optional<AccountId> account(FundId fund, PersonId person) {
        return database.sql(
                        "select account from materials.credit_account where fund_id = :fund and person_id = :person")
                .param("fund", fund.value())
                .param("person", person.value())
                .query((row, number) -> new AccountId(row.getObject(1, UUID.class)))
                .optional();
    }

    /** What is still owed, what is due first first. */
    List<Debt> debts(FundId fund, PersonId person) {
        return database.sql("""
                        select d.sale_id, d.amount, d.still, d.due_on, s.sold_on, s.number, s.year from materials.debt d
                          join materials.sale s on s.id = d.sale_id
                         where d.fund_id = :fund and d.person_id = :person and d.still > 0 order by d.due_on, s.sold_on, d.sale_id
                        """)
                .param("fund", fund.value())
                .param("person", person.value())
                .query(CreditTable::debt)
                .list();
    }

    /** @return whether as much was still open */
    boolean pay(SaleId sale, long part) {
        return database.sql("update materials.debt set still = still - :part where sale_id = :sale and still >= :part")
                        .param("sale", sale.value())
                        .param("part", part)
                        .update()
                == 1;
    }

    private static Debt debt(ResultSet row, int number) throws SQLException {
        return new Debt(
                new SaleId(row.getObject("sale_id", UUID.class)),
                row.getInt("year"),
                row.getLong("number"),
                row.getObject("sold_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                row.getLong("amount"),
                row.getLong("still"));
    }
}
