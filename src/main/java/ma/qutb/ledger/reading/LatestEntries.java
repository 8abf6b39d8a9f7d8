package ma.qutb.ledger.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.ledger.BookId;
import ma.qutb.ledger.EntryId;
import ma.qutb.ledger.JournalGlance;
import ma.qutb.ledger.Label;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional(readOnly = true)
class LatestEntries implements JournalGlance {

    private final JdbcClient database;

    LatestEntries(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<Latest> latest(BookId book, int most) {
        var sides = new LinkedHashMap<UUID, List<Side>>();
        var entries = new LinkedHashMap<UUID, Latest>();
        database.sql("""
                        select e.id, b.code || '/' || e.number, e.kind, e.occurred_on, e.reason, a.name_ar, a.name_fr, a.name_en, p.amount
                          from (select * from ledger.entry where book = :book order by number desc limit :most) e
                          join ledger.book b on b.id = e.book
                          join ledger.posting p on p.book = e.book and p.number = e.number
                          join ledger.account a on a.id = p.account and a.commodity = 'MAD'
                         order by e.number desc, p.amount < 0, p.line
                        """).param("book", book.value()).param("most", most).query(row -> {
            var id = row.getObject(1, UUID.class);
            entries.putIfAbsent(
                    id,
                    new Latest(
                            new EntryId(id),
                            row.getString(2),
                            row.getString(3),
                            row.getObject(4, LocalDate.class),
                            row.getString(5),
                            List.of()));
            sides.computeIfAbsent(id, it -> new ArrayList<>())
                    .add(new Side(new Label(row.getString(6), row.getString(7), row.getString(8)), row.getLong(9)));
        });
        return entries.values().stream()
                .map(it -> new Latest(
                        it.id(),
                        it.number(),
                        it.kind(),
                        it.occurredOn(),
                        it.reason(),
                        sides.getOrDefault(it.id().value(), List.of())))
                .toList();
    }

    @Override
    public Optional<Proved> proved() {
        return database.sql("""
                        select ended_at, coalesce(array_length(damage, 1), 0) = 0 as whole, entries from ledger.proof
                         where ended_at is not null order by begun_at desc limit 1
                        """)
                .query((row, number) -> new Proved(row.getTimestamp(1).toInstant(), row.getBoolean(2), row.getLong(3)))
                .optional();
    }
}
