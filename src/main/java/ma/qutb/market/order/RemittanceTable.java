package ma.qutb.market.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What carriers say they sent, and what they still hold. */
@Repository
public class RemittanceTable {

    private final JdbcClient database;
    private final Clock clock;

    RemittanceTable(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A carrier's list.
     *
     * @param kept of the gross, for the way
     */
    public record Remittance(
            UUID id,
            UUID carrier,
            String reference,
            long gross,
            long kept,
            boolean reconciled,
            Instant at,
            int orders) {}

    /**
     * What a carrier holds, by how long: up to a week, two, a month, longer.
     *
     * @param amounts in centimes, one for each age
     */
    public record Held(UUID carrier, int orders, List<Long> amounts) {

        public long all() {
            return amounts.stream().mapToLong(Long::longValue).sum();
        }
    }

    Optional<UUID> byKey(UUID key) {
        return database.sql("select id from market.remittance where key = :key")
                .param("key", key)
                .query(UUID.class)
                .optional();
    }

    void enter(UUID id, UUID key, UUID carrier, String reference, long gross, long kept, String by) {
        database.sql("""
            insert into market.remittance (id, key, carrier_id, reference, gross, kept, state, listed_at, listed_by)
            values (:id, :key, :carrier, :reference, :gross, :kept, 'remitted', :now, :by)
            """)
                .param("id", id)
                .param("key", key)
                .param("carrier", carrier)
                .param("reference", reference)
                .param("gross", gross)
                .param("kept", kept)
                .param("now", now())
                .param("by", by)
                .update();
    }

    /** @throws Refusal when it is reconciled already */
    Remittance lock(UUID id) {
        return database.sql("""
            select r.*, 0 as orders from market.remittance r where r.id = :id and r.state = 'remitted' for no key update
            """)
                .param("id", id)
                .query(RemittanceTable::remittance)
                .optional()
                .orElseThrow(() -> new Refusal("market.order.refusal.meanwhile"));
    }

    void reconciled(UUID id, String by) {
        database.sql("""
            update market.remittance set state = 'reconciled', reconciled_at = :now, reconciled_by = :by where id = :id
            """).param("now", now()).param("by", by).param("id", id).update();
    }

    List<BuyerOrder> orders(UUID remittance) {
        return database.sql("select * from market.buyer_order where remittance_id = :id order by id for no key update")
                .param("id", remittance)
                .query(OrderTable::order)
                .list();
    }

    /** The latest, those that wait for the bank first. */
    List<Remittance> latest(int most) {
        return database.sql("""
            select r.*, (select count(*) from market.buyer_order o where o.remittance_id = r.id) as orders
              from market.remittance r order by r.state = 'reconciled', r.listed_at desc limit :most
            """)
                .param("most", most)
                .query(RemittanceTable::remittance)
                .list();
    }

    /** Days are whole days at the pole. */
    List<Held> held() {
        var now = clock.instant();
        return database.sql("""
            select carrier_id, count(*) as orders,
                sum(carrier_owes) filter (where owed_since > :week) as a,
                sum(carrier_owes) filter (where owed_since <= :week and owed_since > :fortnight) as b,
                sum(carrier_owes) filter (where owed_since <= :fortnight and owed_since > :month) as c,
                sum(carrier_owes) filter (where owed_since <= :month) as d
              from market.buyer_order where carrier_owes > 0 group by carrier_id order by sum(carrier_owes) desc
            """)
                .param("week", before(now, 7))
                .param("fortnight", before(now, 14))
                .param("month", before(now, 30))
                .query((row, number) -> new Held(
                        row.getObject("carrier_id", UUID.class),
                        row.getInt("orders"),
                        List.of(row.getLong("a"), row.getLong("b"), row.getLong("c"), row.getLong("d"))))
                .list();
    }

    private static OffsetDateTime before(Instant now, int days) {
        var zone = ma.qutb.shell.Formats.ZONE;
        return OrderTable.at(now.atZone(zone)
                .toLocalDate()
                .minusDays(days - 1L)
                .atStartOfDay(zone)
                .toInstant());
    }

    /** What a carrier holds and did not list, the oldest first. */
    List<BuyerOrder> unlisted(UUID carrier) {
        return database.sql("""
            select * from market.buyer_order where carrier_id = :carrier and carrier_owes > 0 and remittance_id is null
             order by owed_since, id limit 300
            """)
                .param("carrier", carrier)
                .query(OrderTable::order)
                .list();
    }

    private static Remittance remittance(ResultSet row, int number) throws SQLException {
        return new Remittance(
                row.getObject("id", UUID.class),
                row.getObject("carrier_id", UUID.class),
                row.getString("reference"),
                row.getLong("gross"),
                row.getLong("kept"),
                row.getString("state").equals("reconciled"),
                row.getObject("listed_at", OffsetDateTime.class).toInstant(),
                row.getInt("orders"));
    }

    private OffsetDateTime now() {
        return OrderTable.at(clock.instant());
    }
}
