package ma.qutb.materials.offline;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.qutb.materials.SalePoint;
import ma.qutb.registry.People;
import ma.qutb.registry.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Whom a device can sell to without network: those who bought at the point in the last year, by name and number alone. */
@Repository
class OfflineBuyers {

    private static final int MOST = 600;

    private final JdbcClient database;
    private final People people;
    private final Clock clock;

    OfflineBuyers(JdbcClient database, People people, Clock clock) {
        this.database = database;
        this.people = people;
        this.clock = clock;
    }

    /** @param name in Arabic and Latin letters */
    record OfflineBuyer(UUID id, String number, String name, String latin) {}

    @Transactional(readOnly = true)
    List<OfflineBuyer> of(SalePoint point) {
        var known = database.sql("""
                        select buyer from materials.sale where sale_point_id = :point and sold_on > cast(:day as date) - 365
                         group by buyer order by max(sold_at) desc limit :most
                        """)
                .param("point", point.id().value())
                .param("day", LocalDate.now(clock))
                .param("most", MOST)
                .query((row, number) -> new PersonId(row.getObject(1, UUID.class)))
                .list();
        return people.find(known.stream().collect(Collectors.toSet())).values().stream()
                .filter(People.Summary::artisan)
                .map(it -> new OfflineBuyer(
                        it.id().value(),
                        "%06d".formatted(it.number()),
                        it.name().arabic(),
                        it.name().french()))
                .toList();
    }
}
