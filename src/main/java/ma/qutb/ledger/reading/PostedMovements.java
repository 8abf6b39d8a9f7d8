package ma.qutb.ledger.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import ma.qutb.ledger.AccountId;
import ma.qutb.ledger.Movements;
import ma.qutb.ledger.Source;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Answers other modules' questions about what moved accounts. */
@Repository
@Transactional(readOnly = true)
class PostedMovements implements Movements {

    private final JdbcClient database;

    PostedMovements(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<Movement> of(Collection<AccountId> accounts, int most) {
        return database.sql("""
                        select e.id, b.code || '/' || e.number as number, e.kind, e.reason, e.occurred_on, e.posted_at, e.source_kind,
                               e.source_id, p.account, p.amount,
                               exists (select from ledger.entry r where r.reversal_of = e.id) as reversed
                          from ledger.posting p
                          join ledger.entry e on e.book = p.book and e.number = p.number
                          join ledger.book b on b.id = p.book
                         where p.account = any (:accounts)
                         order by p.number desc, p.line desc limit :most
                        """)
                .param("accounts", accounts.stream().map(AccountId::value).toArray(UUID[]::new))
                .param("most", most)
                .query(PostedMovements::movement)
                .list();
    }

    private static Movement movement(ResultSet row, int number) throws SQLException {
        var kind = row.getString("source_kind");
        return new Movement(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("kind"),
                row.getString("reason"),
                row.getObject("occurred_on", LocalDate.class),
                row.getObject("posted_at", OffsetDateTime.class).toInstant(),
                kind == null ? null : new Source(kind, row.getObject("source_id", UUID.class)),
                new AccountId(row.getObject("account", UUID.class)),
                row.getLong("amount"),
                row.getBoolean("reversed"));
    }
}
