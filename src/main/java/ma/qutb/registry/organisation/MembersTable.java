package ma.qutb.registry.organisation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.qutb.registry.Members;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Answers other modules' questions about members. */
@Repository
@Transactional(readOnly = true)
class MembersTable implements Members {

    private final JdbcClient database;

    MembersTable(JdbcClient database) {
        this.database = database;
    }

    private record Belongs(OrganisationId organisation, PersonId person) {}

    @Override
    public Map<OrganisationId, Set<PersonId>> of(Collection<OrganisationId> organisations, LocalDate day) {
        return database
                .sql("""
                        select distinct organisation_id, person_id from registry.membership
                         where organisation_id = any(:organisations) and person_id is not null
                           and joined_on <= :day and (left_on is null or left_on > :day)
                        """)
                .param(
                        "organisations",
                        organisations.stream().map(OrganisationId::value).toArray(UUID[]::new))
                .param("day", day)
                .query((row, number) -> new Belongs(
                        new OrganisationId(row.getObject("organisation_id", UUID.class)),
                        new PersonId(row.getObject("person_id", UUID.class))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Belongs::organisation, Collectors.mapping(Belongs::person, Collectors.toUnmodifiableSet())));
    }

    @Override
    public Set<OrganisationId> organisationsOf(PersonId person, LocalDate day) {
        return database.sql("""
                        select distinct organisation_id from registry.membership
                         where person_id = :person and joined_on <= :day and (left_on is null or left_on > :day)
                        """).param("person", person.value()).param("day", day).query(UUID.class).list().stream()
                .map(OrganisationId::new)
                .collect(Collectors.toUnmodifiableSet());
    }
}
