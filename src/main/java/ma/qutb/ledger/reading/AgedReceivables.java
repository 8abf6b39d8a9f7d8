package ma.qutb.ledger.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToLongFunction;
import ma.qutb.ledger.AccountId;
import ma.qutb.ledger.BookId;
import ma.qutb.ledger.ChartRole;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who owes how many dirhams, and since when. A repayment settles the oldest debt first; what was reversed never was; what was paid in advance
 * counts against what is owed.
 */
@Repository
@Transactional(readOnly = true)
public class AgedReceivables {

    private static final String OPEN = """
            with recursive reversal as (
                     select r.id, r.number, r.reversal_of from ledger.entry r
                      where r.book = :book and r.reversal_of is not null and r.number <= :number and r.occurred_on <= :day),
                 chain as (
                     select o.number as root, r.id, 1 as times from reversal r join ledger.entry o on o.id = r.reversal_of
                      where o.reversal_of is null
                     union all
                     select c.root, r.id, c.times + 1 from chain c join reversal r on r.reversal_of = c.id),
                 -- Reversed once, or three times: not there. Reversed twice: there, and as old as it always was.
                 undone as (select root from chain group by root having max(times) % 2 = 1),
                 moved as (
                     select p.account, p.occurred_on, p.amount,
                            sum(p.amount) filter (where p.amount > 0) over (partition by p.account order by p.occurred_on, p.number, p.line) as owed
                       from ledger.account a join ledger.posting p on p.account = a.id
                      where a.book = :book and a.role = :role and a.commodity = 'MAD' and p.number <= :number and p.occurred_on <= :day
                        and p.number not in (select root from undone) and p.number not in (select number from reversal)),
                 paid as (select account, -coalesce(sum(amount) filter (where amount < 0), 0) as amount from moved group by account),
                 open_ as (
                     select m.account, m.occurred_on, least(m.amount, greatest(m.owed - paid.amount, 0))::bigint as rest
                       from moved m join paid on paid.account = m.account where m.amount > 0)
            select paid.account,
                   coalesce(sum(rest) filter (where :today - occurred_on <= 30), 0)::bigint,
                   coalesce(sum(rest) filter (where :today - occurred_on between 31 and 60), 0)::bigint,
                   coalesce(sum(rest) filter (where :today - occurred_on between 61 and 90), 0)::bigint,
                   coalesce(sum(rest) filter (where :today - occurred_on > 90), 0)::bigint,
                   greatest(paid.amount - coalesce((select max(owed) from moved where moved.account = paid.account), 0), 0)::bigint,
                   min(occurred_on) filter (where rest > 0)
              from paid left join open_ on open_.account = paid.account
             group by paid.account, paid.amount
            """;

    private final JdbcClient database;
    private final ChartOfAccounts chart;
    private final Tally tally;

    AgedReceivables(JdbcClient database, ChartOfAccounts chart, Tally tally) {
        this.database = database;
        this.chart = chart;
        this.tally = tally;
    }

    /**
     * What is owed on one account, by how many days it has been owed.
     *
     * @param advance what was paid beyond all that was owed
     * @param oldest since when the oldest debt has been open
     */
    public record Ages(
            long upTo30,
            long upTo60,
            long upTo90,
            long older,
            long advance,
            @org.jspecify.annotations.Nullable LocalDate oldest) {

        /** The balance of the account. */
        public long total() {
            return upTo30 + upTo60 + upTo90 + older - advance;
        }
    }

    public record Row(ChartAccount account, Ages ages) {}

    /** Accounts with something owed or paid in advance, in the order of the chart. */
    public record Sheet(List<Row> rows) {

        public long sum(ToLongFunction<Ages> part) {
            return rows.stream().mapToLong(it -> part.applyAsLong(it.ages())).sum();
        }
    }

    public Sheet of(BookId book, Moment moment, ZoneId zone) {
        var ages = ages(book, moment, zone);
        return new Sheet(chart.of(book).stream()
                .flatMap(it -> Optional.ofNullable(ages.get(it.id())).map(age -> new Row(it, age)).stream())
                .filter(it -> it.ages().total() != 0 || it.ages().oldest() != null)
                .toList());
    }

    private Map<AccountId, Ages> ages(BookId book, Moment moment, ZoneId zone) {
        var bound = tally.of(book, moment);
        var ages = new HashMap<AccountId, Ages>();
        database.sql(OPEN)
                .param("book", book.value())
                .param("role", ChartRole.RECEIVABLE.code())
                .param("number", bound.number())
                .param("day", bound.day())
                .param("today", moment.day(zone))
                .query(row -> {
                    ages.put(new AccountId(row.getObject(1, UUID.class)), ages(row));
                });
        return ages;
    }

    private static Ages ages(ResultSet row) throws SQLException {
        return new Ages(
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getObject(7, LocalDate.class));
    }
}
