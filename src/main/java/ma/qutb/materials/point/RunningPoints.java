package ma.qutb.materials.point;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.materials.Lots;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.SalePointId;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where a point is, its bank and safe, its hours and clerks, and its end. */
@Service
@Transactional
public class RunningPoints {

    private final JdbcClient database;
    private final Lots lots;
    private final Clock clock;

    RunningPoints(JdbcClient database, Lots lots, Clock clock) {
        this.database = database;
        this.lots = lots;
        this.clock = clock;
    }

    /**
     * What can change about a point.
     *
     * @param rib 24 digits of the bank account
     * @param safe where it stands and what it is
     * @param safeKeys how many people hold one
     */
    public record Details(
            Optional<OrganisationId> managedBy,
            String address,
            @Nullable String phone,
            String bank,
            @Nullable String rib,
            String safe,
            @Nullable Integer safeKeys) {}

    /** A time it is open; 1 is Monday. */
    public record Hours(int day, LocalTime opens, LocalTime closes) {}

    /** Somebody at the counter. */
    public record Clerk(UUID id, PersonId person, LocalDate since, Optional<LocalDate> until) {}

    /** @throws Refusal when the account number is none */
    public void describe(SalePointId point, Details it) {
        if (it.rib() != null && !it.rib().matches("[0-9]{24}")) {
            throw new Refusal("materials.point.refusal.rib");
        }
        database.sql("""
                        update materials.sale_point set managed_by = :managed_by, address = :address, phone = :phone, bank_name = :bank,
                            bank_rib = :rib, safe = :safe, safe_keys = :keys, version = version + 1 where id = :id
                        """)
                .param("managed_by", it.managedBy().map(OrganisationId::value).orElse(null), Types.OTHER)
                .param("address", it.address())
                .param("phone", it.phone(), Types.VARCHAR)
                .param("bank", it.bank())
                .param("rib", it.rib(), Types.VARCHAR)
                .param("safe", it.safe())
                .param("keys", it.safeKeys(), Types.INTEGER)
                .param("id", point.value())
                .update();
    }

    /** @throws Refusal when it would close before it opens */
    public void setHours(SalePointId point, List<Hours> hours) {
        if (hours.stream().anyMatch(it -> !it.closes().isAfter(it.opens()))) {
            throw new Refusal("materials.point.refusal.hours");
        }
        database.sql("delete from materials.opening_hours where sale_point_id = :point")
                .param("point", point.value())
                .update();
        hours.forEach(it -> database.sql("insert into materials.opening_hours values (:point, :day, :opens, :closes)")
                .param("point", point.value())
                .param("day", it.day())
                .param("opens", it.opens())
                .param("closes", it.closes())
                .update());
    }

    /** @throws Refusal when they are at the counter already */
    public void addClerk(SalePointId point, PersonId person, LocalDate since) {
        try {
            database.sql(
                            "insert into materials.clerk (id, sale_point_id, person_id, since) values (:id, :point, :person, :since)")
                    .param("id", Ids.next())
                    .param("point", point.value())
                    .param("person", person.value())
                    .param("since", since)
                    .update();
        } catch (DataIntegrityViolationException e) {
            throw Refusal.when("clerk_once_at_a_time", e, "materials.point.refusal.clerk");
        }
    }

    /** They leave the counter today. */
    public void endClerk(SalePointId point, UUID clerk) {
        database.sql("""
                        update materials.clerk set until = greatest(since, cast(:today as date))
                         where id = :id and sale_point_id = :point and until is null
                        """)
                .param("today", LocalDate.now(clock))
                .param("id", clerk)
                .param("point", point.value())
                .update();
    }

    /** @throws Refusal while something is left there, or when it was not open */
    public void close(SalePoint point) {
        boolean empty =
                lots.of(point.fund().id()).stream().noneMatch(it -> it.point().equals(point.id()));
        if (!empty) {
            throw new Refusal("materials.point.refusal.not-empty");
        }
        int closed = database.sql("""
                        update materials.sale_point set closed_on = greatest(opened_on, cast(:today as date)), version = version + 1
                         where id = :id and opened_on is not null and closed_on is null
                        """)
                .param("today", LocalDate.now(clock))
                .param("id", point.id().value())
                .update();
        if (closed == 0) {
            throw new Refusal("materials.point.refusal.not-open");
        }
    }

    @Transactional(readOnly = true)
    public Details details(SalePointId point) {
        return database.sql("""
                        select managed_by, address, phone, bank_name, bank_rib, safe, safe_keys from materials.sale_point where id = :id
                        """)
                .param("id", point.value())
                .query((row, number) -> new Details(
                        Optional.ofNullable(row.getObject(1, UUID.class)).map(OrganisationId::new),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getObject(7, Integer.class)))
                .single();
    }

    @Transactional(readOnly = true)
    public List<Hours> hours(SalePointId point) {
        return database.sql(
                        "select day, opens, closes from materials.opening_hours where sale_point_id = :point order by day, opens")
                .param("point", point.value())
                .query((row, number) ->
                        new Hours(row.getInt(1), row.getObject(2, LocalTime.class), row.getObject(3, LocalTime.class)))
                .list();
    }

    /** Those at the counter today or still to come. */
    @Transactional(readOnly = true)
    public List<Clerk> clerks(SalePointId point) {
        return database.sql("""
                        select id, person_id, since, until from materials.clerk
                         where sale_point_id = :point and (until is null or until > :today) order by since, id
                        """)
                .param("point", point.value())
                .param("today", LocalDate.now(clock))
                .query((row, number) -> new Clerk(
                        row.getObject(1, UUID.class),
                        new PersonId(row.getObject(2, UUID.class)),
                        row.getObject(3, LocalDate.class),
                        Optional.ofNullable(row.getObject(4, LocalDate.class))))
                .list();
    }
}
