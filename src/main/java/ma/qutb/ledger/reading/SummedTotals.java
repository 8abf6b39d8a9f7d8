package ma.qutb.ledger.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import ma.qutb.ledger.AccountId;
import ma.qutb.ledger.BookId;
import ma.qutb.ledger.BookTotals;
import ma.qutb.ledger.ChartRole;
import ma.qutb.ledger.Label;
import ma.qutb.ledger.Owner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Closed months are read from their snapshots, what was posted since from the postings. */
@Repository
@Transactional(readOnly = true)
class SummedTotals implements BookTotals {

    private final JdbcClient database;
    private final BookTails tails;
    private final Clock clock;

    SummedTotals(JdbcClient database, BookTails tails, Clock clock) {
        this.database = database;
        this.tails = tails;
        this.clock = clock;
    }

    @Override
    public List<Held> now(BookId book) {
        return now(book, tails.of(book));
    }

    private List<Held> now(BookId book, BookTail tail) {
        return database.sql("""
                        with moved as (select s.account, s.balance as amount from ledger.snapshot s where s.book = :book and s.month = :month
                                       union all
                                       select * from unnest(cast(:accounts as uuid[]), cast(:amounts as bigint[]))),
                             held as (select account, sum(amount)::bigint as amount from moved group by account having sum(amount) <> 0)
                        select a.id, a.role, a.commodity, a.owner_kind, a.owner_id, a.subject_id, a.name_ar, a.name_fr, a.name_en, held.amount
                          from held join ledger.account a on a.id = held.account
                         order by a.role, a.commodity, a.name_fr, a.id
                        """)
                .param("book", book.value())
                .param("month", tail.closed() == null ? null : tail.closed().atDay(1), Types.DATE)
                .param("accounts", tail.accounts())
                .param("amounts", tail.amounts())
                .query(SummedTotals::held)
                .list();
    }

    private static Held held(ResultSet row, int number) throws SQLException {
        var kind = Owner.Kind.valueOf(row.getString("owner_kind").toUpperCase(java.util.Locale.ROOT));
        return new Held(
                new AccountId(row.getObject("id", UUID.class)),
                ChartRole.of(row.getString("role")).orElseThrow(),
                row.getString("commodity"),
                new Owner(kind, row.getObject("owner_id", UUID.class)),
                row.getObject("subject_id", UUID.class),
                new Label(row.getString("name_ar"), row.getString("name_fr"), row.getString("name_en")),
                row.getLong("amount"));
    }

    @Override
    public Whole whole(BookId book, YearMonth since) {
        var tail = tails.of(book);
        return new Whole(now(book, tail), months(book, since, tail));
    }

    @Override
    public SortedMap<YearMonth, Map<Purpose, Long>> months(BookId book, YearMonth since) {
        return months(book, since, tails.of(book));
    }

    private SortedMap<YearMonth, Map<Purpose, Long>> months(BookId book, YearMonth since, BookTail tail) {
        var months = closed(book, since, tail);
        var running = new HashMap<Purpose, Long>();
        if (!months.isEmpty()) {
            running.putAll(months.get(months.lastKey()));
        }
        var first = !months.isEmpty() ? months.lastKey().plusMonths(1) : tail.first();
        if (first != null) {
            var moved = byPurpose(tail);
            for (var month = first; !month.isAfter(YearMonth.now(clock)); month = month.plusMonths(1)) {
                moved.getOrDefault(month, Map.of())
                        .forEach((purpose, amount) -> running.merge(purpose, amount, Long::sum));
                months.put(month, Map.copyOf(running));
            }
        }
        return months.tailMap(since);
    }

    /** The closed months since this one, and the last closed one even if it is older. */
    private TreeMap<YearMonth, Map<Purpose, Long>> closed(BookId book, YearMonth since, BookTail tail) {
        if (tail.closed() == null) {
            return new TreeMap<>();
        }
        var from = since.isBefore(tail.closed()) ? since : tail.closed();
        return byMonth(database.sql("""
                select s.month, a.role, a.commodity, sum(s.balance)::bigint
                  from ledger.snapshot s join ledger.account a on a.id = s.account
                 where s.book = :book and s.month between :from and :to
                 group by s.month, a.role, a.commodity
                """)
                .param("book", book.value())
                .param("from", from.atDay(1))
                .param("to", tail.closed().atDay(1)));
    }

    private TreeMap<YearMonth, Map<Purpose, Long>> byPurpose(BookTail tail) {
        return byMonth(database.sql("""
                        select m.month, a.role, a.commodity, sum(m.amount)::bigint
                          from unnest(cast(:months as date[]), cast(:accounts as uuid[]), cast(:amounts as bigint[])) as m (month, account, amount)
                          join ledger.account a on a.id = m.account
                         group by 1, 2, 3
                        """)
                .param("months", tail.months())
                .param("accounts", tail.accounts())
                .param("amounts", tail.amounts()));
    }

    private static TreeMap<YearMonth, Map<Purpose, Long>> byMonth(JdbcClient.StatementSpec question) {
        var months = new TreeMap<YearMonth, Map<Purpose, Long>>();
        question.query(row -> {
            months.computeIfAbsent(YearMonth.from(row.getObject(1, LocalDate.class)), it -> new HashMap<>())
                    .put(new Purpose(ChartRole.of(row.getString(2)).orElseThrow(), row.getString(3)), row.getLong(4));
        });
        return months;
    }

    @Override
    public long last(BookId book) {
        return database.sql("select number from ledger.chain where book = :book")
                .param("book", book.value())
                .query(Long.class)
                .single();
    }

    @Override
    public Map<AccountId, Long> after(BookId book, long number, Collection<AccountId> accounts) {
        var held = new HashMap<AccountId, Long>();
        database.sql("""
                        select a.account, coalesce((select s.balance from ledger.snapshot s
                                                     where s.account = a.account and s.month = base.month), 0)
                               + coalesce((select sum(p.amount) from ledger.posting p
                                            where p.account = a.account and p.number > coalesce(base.last_number, 0)
                                              and p.number <= :number), 0)::bigint
                          from unnest(cast(:accounts as uuid[])) as a (account)
                          left join (select c.month, c.last_number from ledger.closing c
                                      where c.book = :book and c.last_number <= :number order by c.month desc limit 1) base on true
                        """)
                .param("book", book.value())
                .param("number", number)
                .param(
                        "accounts",
                        accounts.stream().map(it -> it.value().toString()).toArray(String[]::new))
                .query(row -> {
                    held.put(new AccountId(row.getObject(1, UUID.class)), row.getLong(2));
                });
        return held;
    }
}
