package ma.qutb.ledger.reading;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToLongFunction;
import ma.qutb.ledger.AccountId;
import ma.qutb.ledger.Balances;
import ma.qutb.ledger.BookId;
import ma.qutb.ledger.ChartRole;
import ma.qutb.ledger.Commodity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The money in tills and banks: what was there as the day began, what came in and went out, what is there. */
@Repository
@Transactional(readOnly = true)
public class CashPosition {

    private static final Set<String> ROLES = Set.of(ChartRole.TILL.code(), ChartRole.BANK.code());

    private final JdbcClient database;
    private final ChartOfAccounts chart;
    private final Balances balances;
    private final Tally tally;

    CashPosition(JdbcClient database, ChartOfAccounts chart, Balances balances, Tally tally) {
        this.database = database;
        this.chart = chart;
        this.balances = balances;
        this.tally = tally;
    }

    /** One till or bank on the day of the moment. */
    public record Row(ChartAccount account, long opening, long in, long out) {

        public long closing() {
            return opening + in - out;
        }
    }

    public record Sheet(LocalDate day, List<Row> rows) {

        public long sum(ToLongFunction<Row> part) {
            return rows.stream().mapToLong(part).sum();
        }
    }

    public Sheet of(BookId book, Moment moment, ZoneId zone) {
        var day = moment.day(zone);
        Moment before = switch (moment) {
            case Moment.Posted _ ->
                new Moment.Posted(day.atStartOfDay(zone).toInstant().minusNanos(1_000));
            case Moment.Occurred _ -> new Moment.Occurred(day.minusDays(1));
        };
        var held = switch (before) {
            case Moment.Posted(var at) -> balances.at(book, at);
            case Moment.Occurred(var last) -> balances.on(book, last);
        };
        var moved = moved(book, tally.of(book, before), tally.of(book, moment));
        var nothing = new Moved(0, 0);
        return new Sheet(
                day,
                chart.of(book).stream()
                        .filter(it -> ROLES.contains(it.role())
                                && it.commodity().code().equals(Commodity.MAD))
                        .map(it -> new Row(
                                it,
                                held.getOrDefault(it.id(), 0L),
                                moved.getOrDefault(it.id(), nothing).in(),
                                moved.getOrDefault(it.id(), nothing).out()))
                        .toList());
    }

    private record Moved(long in, long out) {}

    private Map<AccountId, Moved> moved(BookId book, Tally.Bound after, Tally.Bound upTo) {
        var moved = new HashMap<AccountId, Moved>();
        database.sql("""
                        select p.account, coalesce(sum(p.amount) filter (where p.amount > 0), 0)::bigint,
                               coalesce(-sum(p.amount) filter (where p.amount < 0), 0)::bigint
                          from ledger.account a join ledger.posting p on p.account = a.id
                         where a.book = :book and a.role = any (cast(:roles as text[]))
                           and p.number <= :number and p.occurred_on <= :day and (p.number > :after or p.occurred_on > :day_before)
                         group by p.account
                        """)
                .param("book", book.value())
                .param("roles", ROLES.toArray(String[]::new))
                .param("number", upTo.number())
                .param("day", upTo.day())
                .param("after", after.number())
                .param("day_before", after.day())
                .query(row -> {
                    moved.put(new AccountId(row.getObject(1, UUID.class)), new Moved(row.getLong(2), row.getLong(3)));
                });
        return moved;
    }
}
