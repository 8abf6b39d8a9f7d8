package ma.qutb.ledger.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import ma.qutb.ledger.AccountId;
import ma.qutb.ledger.Balances;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What moved an account, latest first, with its balance after each posting. */
@Repository
@Transactional(readOnly = true)
public class AccountStatement {

    public static final int SIZE = 50;

    private final JdbcClient database;
    private final Balances balances;

    AccountStatement(JdbcClient database, Balances balances) {
        this.database = database;
        this.balances = balances;
    }

    /** A posting, with the balance of the account after it. */
    public record Movement(
            UUID entry,
            long number,
            String kind,
            String reason,
            LocalDate occurredOn,
            Instant postedAt,
            long amount,
            long balance) {

        public String path() {
            return "/app/ledger/entries/" + entry;
        }
    }

    /** One page of a statement. */
    public record Sheet(List<Movement> movements, int page, int pages, long total) {}

    /** What it holds now. */
    public long balance(AccountId account) {
        return balances.of(account);
    }

    /**
     * @param page from 1; beyond the last, the last
     */
    public Sheet open(AccountId account, int page) {
        long total = database.sql("select count(*) from ledger.posting where account = :account")
                .param("account", account.value())
                .query(Long.class)
                .single();
        int pages = (int) Math.max(1, Math.ceilDiv(total, SIZE));
        int shown = Math.clamp(page, 1, pages);
        long before = (long) (shown - 1) * SIZE;
        long balance = balances.of(account) - newer(account, before);
        var movements = new ArrayList<Movement>();
        for (var row : rows(account, before)) {
            movements.add(new Movement(
                    row.entry(),
                    row.number(),
                    row.kind(),
                    row.reason(),
                    row.occurredOn(),
                    row.postedAt(),
                    row.amount(),
                    balance));
            balance -= row.amount();
        }
        return new Sheet(List.copyOf(movements), shown, pages, total);
    }

    /** What the postings on the pages before this one moved. */
    private long newer(AccountId account, long count) {
        return count == 0
                ? 0
                : database.sql("""
                        select coalesce(sum(amount), 0)::bigint from (
                            select amount from ledger.posting where account = :account order by number desc, line desc limit :count) newer
                        """)
                        .param("account", account.value())
                        .param("count", count)
                        .query(Long.class)
                        .single();
    }

    private record Row(
            UUID entry, long number, String kind, String reason, LocalDate occurredOn, Instant postedAt, long amount) {}

    private List<Row> rows(AccountId account, long before) {
        return database.sql("""
                        select e.id, p.number, e.kind, e.reason, e.occurred_on, e.posted_at, p.amount
                          from (select book, number, line, amount from ledger.posting where account = :account
                                 order by number desc, line desc limit :size offset :before) p
                          join ledger.entry e on e.book = p.book and e.number = p.number
                         order by p.number desc, p.line desc
                        """)
                .param("account", account.value())
                .param("size", SIZE)
                .param("before", before)
                .query(AccountStatement::row)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject(1, UUID.class),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getObject(5, LocalDate.class),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                row.getLong(7));
    }
}
