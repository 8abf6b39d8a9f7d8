package ma.qutb.materials.credit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.qutb.materials.FundId;
import ma.qutb.materials.SalePointId;
import ma.qutb.registry.People;
import ma.qutb.registry.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who owes a fund, and since when. */
@Repository
@Transactional(readOnly = true)
class CreditBook {

    private final JdbcClient database;
    private final People people;

    CreditBook(JdbcClient database, People people) {
        this.database = database;
        this.people = people;
    }

    private record Owed(PersonId person, Ageing ageing) {}

    /** Everybody who owes something, who is latest first. */
    List<Ageing> ageing(FundId fund, LocalDate day) {
        var owed = database.sql("""
                        select person_id, coalesce(sum(still) filter (where due_on >= :day), 0)::bigint as not_due,
                               coalesce(sum(still) filter (where due_on < :day and due_on >= cast(:day as date) - 30), 0)::bigint as month,
                               coalesce(sum(still) filter (where due_on < cast(:day as date) - 30 and due_on >= cast(:day as date) - 90), 0)::bigint as quarter,
                               coalesce(sum(still) filter (where due_on < cast(:day as date) - 90), 0)::bigint as older,
                               min(due_on) as oldest
                          from materials.debt where fund_id = :fund and still > 0
                         group by person_id order by min(due_on), person_id
                        """)
                .param("fund", fund.value())
                .param("day", day)
                .query((row, number) -> new Owed(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        new Ageing(
                                null,
                                row.getLong("not_due"),
                                row.getLong("month"),
                                row.getLong("quarter"),
                                row.getLong("older"),
                                row.getObject("oldest", LocalDate.class))))
                .list();
        var known = people.find(owed.stream().map(Owed::person).collect(Collectors.toSet()));
        return owed.stream()
                .map(it -> new Ageing(
                        known.get(it.person()),
                        it.ageing().notDue(),
                        it.ageing().month(),
                        it.ageing().quarter(),
                        it.ageing().older(),
                        it.ageing().oldest()))
                .toList();
    }

    /** The point a repayment was taken at and who paid. */
    record Place(SalePointId point, PersonId person) {}

    Optional<Place> repayment(UUID id) {
        return database.sql("select sale_point_id, person_id from materials.repayment where id = :id")
                .param("id", id)
                .query((row, number) -> new Place(
                        new SalePointId(row.getObject(1, UUID.class)), new PersonId(row.getObject(2, UUID.class))))
                .optional();
    }
}
