package ma.qutb.registry.importing;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import ma.qutb.kernel.Ids;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.PersonId;
import ma.qutb.registry.importing.KnownPerson.Gap;
import ma.qutb.registry.importing.StoringPeople.Entry;
import ma.qutb.registry.person.ArtisanDetails;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes what people of a list practise and where they belong, many in one statement. */
@Component
class StoringWork {

    private final JdbcTemplate database;

    StoringWork(JdbcTemplate database) {
        this.database = database;
    }

    /** For people who were no artisans yet. */
    void register(List<Entry> artisans) {
        database.batchUpdate("""
                insert into registry.artisan (practising_since, register_number, register_status, registered_on, card_number,
                    card_expires_on, person_id, category, health_cover, version)
                values (?, ?, ?, ?, ?, ?, ?, ?, 'UNKNOWN', 1) on conflict (person_id) do nothing
                """, artisans, StoringPeople.BATCH, (statement, it) -> {
            bind(statement, it);
            statement.setString(8, work(it).category().name());
        });
        database.batchUpdate(
                "insert into registry.artisan_craft (person_id, position, craft_code) values (?, ?, ?) on conflict do nothing",
                artisans.stream().flatMap(it -> crafts(it).stream()).toList());
    }

    /** What a record knows stays as it is. */
    void complete(List<Entry> artisans) {
        database.batchUpdate("""
                update registry.artisan set practising_since = coalesce(practising_since, ?),
                    register_number = coalesce(register_number, ?),
                    register_status = case when register_status in ('NOT_YET', 'APPLIED') and ? = 'REGISTERED'
                        then 'REGISTERED' else register_status end,
                    registered_on = coalesce(registered_on, ?), card_number = coalesce(card_number, ?),
                    card_expires_on = coalesce(card_expires_on, ?), version = version + 1
                where person_id = ?
                """, artisans, StoringPeople.BATCH, StoringWork::bind);
    }

    /** Somebody's place among the members of a cooperative. */
    record Belonging(PersonId person, OrganisationId cooperative) {}

    /** Members from today, since a list seldom says from when; who is a member already stays so. */
    void join(List<Belonging> belongings, LocalDate today) {
        database.batchUpdate(
                """
                insert into registry.membership (id, organisation_id, person_id, role, joined_on, version)
                select ?, ?, ?, 'MEMBER', ?, 1
                where not exists (select from registry.membership m
                                  where m.organisation_id = ? and m.person_id = ? and m.left_on is null)
                """,
                belongings.stream()
                        .map(it -> new Object[] {
                            Ids.next(),
                            it.cooperative().value(),
                            it.person().value(),
                            today,
                            it.cooperative().value(),
                            it.person().value()
                        })
                        .toList(),
                new int[] {Types.OTHER, Types.OTHER, Types.OTHER, Types.DATE, Types.OTHER, Types.OTHER});
    }

    private static List<Object[]> crafts(Entry it) {
        var crafts = work(it).crafts();
        UUID person = it.id().value();
        return IntStream.range(0, crafts.size())
                .mapToObj(place ->
                        new Object[] {person, place, crafts.get(place).craft().value()})
                .toList();
    }

    private static void bind(PreparedStatement statement, Entry it) throws SQLException {
        var work = work(it);
        var registration = work.registration();
        boolean all = it.writes(Gap.WORK);
        boolean number = all || it.writes(Gap.REGISTER_NUMBER);
        boolean card = all || it.writes(Gap.CARD);
        statement.setObject(1, work.practisingSince(), Types.INTEGER);
        statement.setString(2, number ? registration.number() : null);
        statement.setString(3, number ? registration.status().name() : "");
        statement.setObject(4, number ? registration.on() : null, Types.DATE);
        statement.setString(5, card ? registration.cardNumber() : null);
        statement.setObject(6, card ? registration.cardExpiresOn() : null, Types.DATE);
        statement.setObject(7, it.id().value());
    }

    private static ArtisanDetails work(Entry it) {
        return Objects.requireNonNull(it.row().work(), "only artisans are written here");
    }
}
