package ma.qutb.spaces.meeting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.Organisations;
import ma.qutb.registry.Territories;
import ma.qutb.registry.TerritoryCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Meetings as they are kept. */
@Repository
@Transactional(readOnly = true)
public class Meetings {

    private final JdbcClient database;
    private final Organisations organisations;
    private final Territories territories;

    Meetings(JdbcClient database, Organisations organisations, Territories territories) {
        this.database = database;
        this.organisations = organisations;
        this.territories = territories;
    }

    /** The meeting, if it was held where this user may do this. */
    public Optional<Meeting> find(UUID id, Actor actor, String permission) {
        return find(id).filter(it ->
                actor.may(permission) && territories.covers(actor.scopeOf(permission), Optional.of(it.territory())));
    }

    Optional<Meeting> find(UUID id) {
        return database.sql("select * from spaces.meeting where id = :id")
                .param("id", id)
                .query((row, number) -> new Meeting(
                        id,
                        row.getObject("held_on", LocalDate.class),
                        named(row, "name"),
                        new TerritoryCode(row.getString("territory_code")),
                        named(row, "minutes"),
                        Optional.ofNullable(row.getObject("minutes_file", UUID.class)),
                        row.getString("source"),
                        row.getString("locator"),
                        row.getBoolean("demonstration"),
                        participants(id),
                        decisions(id)))
                .optional();
    }

    private record Came(Optional<UUID> organisation, LocalName who) {}

    private List<LocalName> participants(UUID id) {
        var all = database.sql("select * from spaces.meeting_participant where meeting_id = :id order by position")
                .param("id", id)
                .query((row, number) ->
                        new Came(Optional.ofNullable(row.getObject("organisation_id", UUID.class)), named(row, "who")))
                .list();
        var known = organisations.find(all.stream()
                .flatMap(it -> it.organisation().stream())
                .map(OrganisationId::new)
                .toList());
        return all.stream()
                .map(it -> it.organisation()
                        .flatMap(one -> Optional.ofNullable(known.get(new OrganisationId(one))))
                        .map(Organisations.Summary::name)
                        .orElse(it.who()))
                .toList();
    }

    private List<Meeting.Decision> decisions(UUID id) {
        return database.sql("""
                        select d.*, coalesce(p.name, '') as about from spaces.meeting_decision d
                          left join spaces.premises p on p.id = d.premises_id where d.meeting_id = :id order by d.position
                        """)
                .param("id", id)
                .query((row, number) -> new Meeting.Decision(
                        row.getObject("id", UUID.class),
                        named(row, "words"),
                        Optional.ofNullable(row.getObject("premises_id", UUID.class)),
                        row.getString("about"),
                        Optional.ofNullable(row.getObject("due_on", LocalDate.class)),
                        Optional.ofNullable(row.getObject("done_on", LocalDate.class)),
                        row.getString("locator")))
                .list();
    }

    private static LocalName named(ResultSet row, String column) throws SQLException {
        return new LocalName(
                row.getString(column + "_ar"), row.getString(column + "_fr"), row.getString(column + "_en"));
    }
}
