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

    /**
     * One page of a statement.
     *
     * @param opening the balance before the first posting of the period, on whatever page that is
     * @param closing the balance after the last one
     */
    public record Sheet(List<Movement> movements, int page, int pages, long total, long opening, long closing) {}

    /** Instants of posting, both included. */
    public record Period(Instant from, Instant upTo) {

        /** From the first posting to the last. */
        public static final Period ALL =
                new Period(Instant.parse("0001-01-01T00:00:00Z"), Instant.parse("9999-12-31T00:00:00Z"));
    }

    /** The numbers of a period, and what the account moved before and in it. */
    private record Numbers(long after, long upTo) {}

    private record Sums(long count, long moved, long before) {}

    public Sheet open(AccountId account, int page) {
        return open(account, Period.ALL, page);
    }

    /**
     * @param page from 1; beyond the last, the last
     */
    public Sheet open(AccountId account, Period period, int page) {
        var numbers = numbers(account, period);
        var sums = period.equals(Period.ALL) ? all(account) : sums(account, numbers);
        long opening = sums.before();
        long closing = opening + sums.moved();
        int pages = (int) Math.max(1, Math.ceilDiv(sums.count(), SIZE));
        int shown = Math.clamp(page, 1, pages);
        long before = (long) (shown - 1) * SIZE;
        return new Sheet(
                movements(account, numbers, closing - newer(account, numbers, before), SIZE, before),
                shown,
                pages,
                sums.count(),
                opening,
                closing);
    }

    /** The whole period on one sheet, oldest first, no more than the most recent of them. */
    public Sheet whole(AccountId account, Period period, int most) {
        var numbers = numbers(account, period);
        var sums = sums(account, numbers);
        long closing = sums.before() + sums.moved();
        var movements = movements(account, numbers, closing, most, 0).reversed();
        long opening = movements.isEmpty()
                ? closing
                : movements.getFirst().balance() - movements.getFirst().amount();
        return new Sheet(movements, 1, 1, sums.count(), opening, closing);
    }

    private List<Movement> movements(AccountId account, Numbers numbers, long last, int count, long before) {
        long balance = last;
        var movements = new ArrayList<Movement>();
        for (var row : rows(account, numbers, count, before)) {
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
        return List.copyOf(movements);
    }

    private Numbers numbers(AccountId account, Period period) {
        return period.equals(Period.ALL)
                ? new Numbers(0, Long.MAX_VALUE)
                : new Numbers(
                        lastBy(account, period.from().minusNanos(1_000)), Math.max(lastBy(account, period.upTo()), 0));
    }

    private long lastBy(AccountId account, Instant at) {
        return database.sql("select ledger.number_at((select book from ledger.account where id = :account), :at)")
                .param("account", account.value())
                .param("at", at.atOffset(java.time.ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** The balance comes from the last closed month; only the number of postings needs all of them. */
    private Sums all(AccountId account) {
        long count = database.sql("select count(*) from ledger.posting where account = :account")
                .param("account", account.value())
                .query(Long.class)
                .single();
        return new Sums(count, balances.of(account), 0);
    }

    private Sums sums(AccountId account, Numbers numbers) {
        return database.sql("""
                        select count(*) filter (where number > :after), coalesce(sum(amount) filter (where number > :after), 0)::bigint,
                               coalesce(sum(amount) filter (where number <= :after), 0)::bigint
                          from ledger.posting where account = :account and number <= :up_to
                        """)
                .param("account", account.value())
                .param("after", numbers.after())
                .param("up_to", numbers.upTo())
                .query((row, number) -> new Sums(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }

    /** What the postings on the pages before this one moved. */
    private long newer(AccountId account, Numbers numbers, long count) {
        return count == 0
                ? 0
                : database.sql("""
                        select coalesce(sum(amount), 0)::bigint from (
                            select amount from ledger.posting where account = :account and number > :after and number <= :up_to
                             order by number desc, line desc limit :count) newer
                        """)
                        .param("account", account.value())
                        .param("after", numbers.after())
                        .param("up_to", numbers.upTo())
                        .param("count", count)
                        .query(Long.class)
                        .single();
    }

    private record Row(
            UUID entry, long number, String kind, String reason, LocalDate occurredOn, Instant postedAt, long amount) {}

    private List<Row> rows(AccountId account, Numbers numbers, int count, long before) {
        return database.sql("""
                        select e.id, p.number, e.kind, e.reason, e.occurred_on, e.posted_at, p.amount
                          from (select book, number, line, amount from ledger.posting
                                 where account = :account and number > :after and number <= :up_to
                                 order by number desc, line desc limit :size offset :before) p
                          join ledger.entry e on e.book = p.book and e.number = p.number
                         order by p.number desc, p.line desc
                        """)
                .param("account", account.value())
                .param("after", numbers.after())
                .param("up_to", numbers.upTo())
                .param("size", count)
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
