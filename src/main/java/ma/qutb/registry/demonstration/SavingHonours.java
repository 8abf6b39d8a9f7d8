package ma.qutb.registry.demonstration;

import java.time.LocalDate;
import java.util.List;
import ma.qutb.kernel.Language;
import ma.qutb.shell.Texts;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Made-up prizes for some of the made-up people, and roles of trainers and apprentices. */
@Component
class SavingHonours {

    private final JdbcTemplate database;
    private final Texts texts;

    SavingHonours(JdbcTemplate database, Texts texts) {
        this.database = database;
        this.texts = texts;
    }

    void save(List<MadeUpPerson> people, LocalDate today) {
        database.batchUpdate(
                """
                insert into registry.distinction (id, kind, person_id, title_ar, title_fr, title_en, prize_ar, prize_fr, prize_en, rank, year,
                    level, craft_code, territory_code, demonstration, reference_code, version)
                values (?, 'AWARD', ?, ?, ?, ?, ?, ?, ?, ?, ?, 'regional', ?, ?, true, ?, 1) on conflict do nothing""", people.stream().filter(it -> it.index() % 97 == 2).toList(), 100, (row, it) -> {
                    int rank = 1 + it.index() % 3;
                    row.setObject(1, MakingPeople.id("distinction", it.index()));
                    row.setObject(2, it.id());
                    row.setString(3, texts.say(Language.AR, "registry.demonstration.fair"));
                    row.setString(4, texts.say(Language.FR, "registry.demonstration.fair"));
                    row.setString(5, texts.say(Language.EN, "registry.demonstration.fair"));
                    row.setString(6, texts.say(Language.AR, "registry.demonstration.prize", rank));
                    row.setString(7, texts.say(Language.FR, "registry.demonstration.prize", rank));
                    row.setString(8, texts.say(Language.EN, "registry.demonstration.prize", rank));
                    row.setInt(9, rank);
                    row.setInt(10, today.getYear() - 1 - it.index() % 6);
                    row.setString(11, it.mainCraft().code());
                    row.setString(12, it.place().code());
                    row.setString(13, "DEMO-D-%05d".formatted(it.index()));
                });
        database.batchUpdate(
                """
                insert into registry.person_role (id, person_id, role, craft_code, started_on, organisation_id, version)
                values (?, ?, ?, ?, ?, (select organisation_id from registry.membership where person_id = ? order by id limit 1), 1)
                on conflict do nothing""",
                people.stream()
                        .filter(it -> it.maalem() && it.index() % 20 == 0
                                || !it.maalem() && it.birth().isAfter(today.minusYears(24)))
                        .toList(),
                200,
                (row, it) -> {
                    row.setObject(1, MakingPeople.id("role", it.index()));
                    row.setObject(2, it.id());
                    row.setString(3, it.maalem() ? "TRAINER" : "APPRENTICE");
                    row.setString(4, it.mainCraft().code());
                    row.setObject(5, it.registeredAt());
                    row.setObject(6, it.id());
                });
        database.update("""
                insert into registry.person_role (id, person_id, role, organisation_id, started_on, version)
                select md5('manager ' || m.id)::uuid, m.person_id, 'MANAGER', m.organisation_id, m.joined_on, 1
                from registry.membership m
                join registry.organisation o on o.id = m.organisation_id and o.demonstration
                where m.role = 'MANAGER' and m.person_id is not null and m.left_on is null
                on conflict do nothing""");
    }
}
