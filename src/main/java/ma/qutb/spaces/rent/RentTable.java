package ma.qutb.spaces.rent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import ma.qutb.spaces.LeaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of what is owed and paid. */
@Repository
class RentTable {

    private final JdbcClient database;
    private final Clock clock;

    RentTable(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Of these leases, month by month. */
    Map<LeaseId, TreeMap<YearMonth, Reckoning.Posted>> posted(Collection<LeaseId> leases) {
        var posted = new HashMap<LeaseId, TreeMap<YearMonth, Reckoning.Posted>>();
        database.sql("""
                        select lease_id, month, sum(amount)::bigint as amount, count(*)::int as parts from spaces.rent_charge
                         where lease_id = any(:leases) and kind in ('rent', 'correction') group by lease_id, month
                        """)
                .param("leases", leases.stream().map(LeaseId::value).toArray(UUID[]::new))
                .query(row -> {
                    posted.computeIfAbsent(new LeaseId(row.getObject("lease_id", UUID.class)), _ -> new TreeMap<>())
                            .put(
                                    YearMonth.from(row.getObject("month", LocalDate.class)),
                                    new Reckoning.Posted(row.getLong("amount"), row.getInt("parts")));
                });
        return posted;
    }

    /** Writes them with one statement. */
    void add(List<Charge> charges) {
        database.sql("""
                        insert into spaces.rent_charge (id, lease_id, kind, month, seq, amount, days, due_on, posted_on, bill_id, note)
                        select * from unnest(:ids::uuid[], :leases::uuid[], :kinds::text[], :months::text[]::date[], :seqs::int[], :amounts::bigint[],
                            :days::int[], :dues::text[]::date[], :posted::text[]::date[], :bills::uuid[], :notes::text[])
                        """)
                .param("ids", array(charges, Charge::id, UUID[]::new))
                .param("leases", array(charges, it -> it.lease().value(), UUID[]::new))
                .param("kinds", array(charges, Charge::kind, String[]::new))
                .param("months", array(charges, it -> it.month().atDay(1).toString(), String[]::new))
                .param("seqs", array(charges, Charge::seq, Integer[]::new))
                .param("amounts", array(charges, Charge::amount, Long[]::new))
                .param("days", array(charges, it -> it.days().orElse(null), Integer[]::new))
                .param("dues", array(charges, it -> it.dueOn().toString(), String[]::new))
                .param("posted", array(charges, it -> it.postedOn().toString(), String[]::new))
                .param("bills", array(charges, it -> it.bill().orElse(null), UUID[]::new))
                .param("notes", array(charges, Charge::note, String[]::new))
                .update();
    }

    private static <T> T[] array(
            List<Charge> charges, Function<Charge, T> value, java.util.function.IntFunction<T[]> make) {
        return charges.stream().map(value).toArray(make);
    }

    void add(Credit it) {
        database.sql("""
                        insert into spaces.rent_credit (id, lease_id, kind, amount, received_on, posted_on, reference, by_name, at)
                        values (:id, :lease, :kind, :amount, :received, :posted, :reference, :by, :now)
                        """)
                .param("id", it.id())
                .param("lease", it.lease().value())
                .param("kind", it.kind())
                .param("amount", it.amount())
                .param("received", it.receivedOn())
                .param("posted", it.postedOn())
                .param("reference", it.reference())
                .param("by", it.by())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What was due first first. */
    List<Charge> charges(LeaseId lease) {
        return database.sql("select * from spaces.rent_charge where lease_id = :lease order by due_on, id")
                .param("lease", lease.value())
                .query(RentTable::charge)
                .list();
    }

    Optional<Charge> charge(UUID id) {
        return database.sql("select * from spaces.rent_charge where id = :id")
                .param("id", id)
                .query(RentTable::charge)
                .optional();
    }

    /** What came first first. */
    List<Credit> credits(LeaseId lease) {
        return database.sql("select * from spaces.rent_credit where lease_id = :lease order by received_on, id")
                .param("lease", lease.value())
                .query(RentTable::credit)
                .list();
    }

    Optional<Credit> credit(UUID id) {
        return database.sql("select * from spaces.rent_credit where id = :id")
                .param("id", id)
                .query(RentTable::credit)
                .optional();
    }

    private static Charge charge(ResultSet row, int number) throws SQLException {
        return new Charge(
                row.getObject("id", UUID.class),
                new LeaseId(row.getObject("lease_id", UUID.class)),
                row.getString("kind"),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                row.getInt("seq"),
                row.getLong("amount"),
                Optional.ofNullable(row.getObject("days", Integer.class)),
                row.getObject("due_on", LocalDate.class),
                row.getObject("posted_on", LocalDate.class),
                Optional.ofNullable(row.getObject("bill_id", UUID.class)),
                row.getString("note"));
    }

    private static Credit credit(ResultSet row, int number) throws SQLException {
        return new Credit(
                row.getObject("id", UUID.class),
                new LeaseId(row.getObject("lease_id", UUID.class)),
                row.getString("kind"),
                row.getLong("amount"),
                row.getObject("received_on", LocalDate.class),
                row.getObject("posted_on", LocalDate.class),
                row.getString("reference"),
                row.getString("by_name"));
    }
}
