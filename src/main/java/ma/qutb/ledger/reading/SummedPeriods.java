package ma.qutb.ledger.reading;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.ledger.AccountId;
import ma.qutb.ledger.Balances;
import ma.qutb.ledger.BookId;
import ma.qutb.ledger.BookPeriods;
import ma.qutb.ledger.BookTotals.Held;
import ma.qutb.ledger.ChartRole;
import ma.qutb.ledger.Label;
import ma.qutb.ledger.Owner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** An instant is a number of the chain; two of them are a stretch of it. */
@Repository
@Transactional(readOnly = true)
class SummedPeriods implements BookPeriods {

    private final JdbcClient database;
    private final Balances balances;
    private final Tally tally;

    SummedPeriods(JdbcClient database, Balances balances, Tally tally) {
        this.database = database;
        this.balances = balances;
        this.tally = tally;
    }

    @Override
    public List<Held> held(BookId book, Instant at) {
        var amounts = balances.at(book, at);
        return database
                .sql("""
                        select a.id, a.role, a.commodity, a.owner_kind, a.owner_id, a.subject_id, a.name_ar, a.name_fr, a.name_en
                          from ledger.account a where a.book = :book order by a.role, a.commodity, a.name_fr, a.id
                        """)
                .param("book", book.value())
                .query((row, number) -> {
                    var id = new AccountId(row.getObject("id", UUID.class));
                    return new Held(
                            id,
                            ChartRole.of(row.getString("role")).orElseThrow(),
                            row.getString("commodity"),
                            new Owner(
                                    Owner.Kind.valueOf(
                                            row.getString("owner_kind").toUpperCase(java.util.Locale.ROOT)),
                                    row.getObject("owner_id", UUID.class)),
                            row.getObject("subject_id", UUID.class),
                            new Label(row.getString("name_ar"), row.getString("name_fr"), row.getString("name_en")),
                            amounts.getOrDefault(id, 0L));
                })
                .list()
                .stream()
                .filter(it -> it.amount() != 0)
                .toList();
    }

    @Override
    public Map<Moved, Long> moved(BookId book, Instant after, Instant upTo) {
        var moved = new HashMap<Moved, Long>();
        database.sql("""
                        with recursive reversal as (
                                 select e.id, e.reversal_of as original from ledger.entry e
                                  where e.book = :book and e.reversal_of is not null and e.number > :after and e.number <= :number
                                 union all
                                 select r.id, o.reversal_of from reversal r join ledger.entry o on o.id = r.original
                                  where o.reversal_of is not null),
                             named as (select r.id, o.kind from reversal r join ledger.entry o on o.id = r.original
                                        where o.reversal_of is null)
                        select coalesce(n.kind, e.kind), a.role, a.commodity, sum(p.amount)::bigint
                          from ledger.entry e
                          join ledger.posting p on p.book = e.book and p.number = e.number
                          join ledger.account a on a.id = p.account
                          left join named n on n.id = e.id
                         where e.book = :book and e.number > :after and e.number <= :number
                         group by 1, 2, 3 having sum(p.amount) <> 0
                        """)
                .param("book", book.value())
                .param("after", tally.numberAt(book.value(), after))
                .param("number", tally.numberAt(book.value(), upTo))
                .query(row -> {
                    moved.put(
                            new Moved(
                                    row.getString(1),
                                    ChartRole.of(row.getString(2)).orElseThrow(),
                                    row.getString(3)),
                            row.getLong(4));
                });
        return moved;
    }

    @Override
    public Optional<Seal> seal(BookId book, Instant at) {
        return database.sql(
                        "select number, encode(hash, 'hex') from ledger.entry where book = :book and number = :number")
                .param("book", book.value())
                .param("number", tally.numberAt(book.value(), at))
                .query((row, number) -> new Seal(row.getLong(1), row.getString(2)))
                .optional();
    }
}
