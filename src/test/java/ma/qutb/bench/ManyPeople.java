package ma.qutb.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The database of a Qutb that runs, and 100,000 people in it: the demonstration's own, each many times over, none of them marked. */
final class ManyPeople {

    static final int PEOPLE = 100_000;

    private ManyPeople() {}

    /** As the owner of the database in this data folder, beside the application. */
    static JdbcTemplate database(Path data) throws IOException {
        var postgres = data.resolve("postgres");
        // Line 4 of postmaster.pid is the port.
        var port = Files.readAllLines(postgres.resolve("data18/postmaster.pid"))
                .get(3)
                .strip();
        return new JdbcTemplate(new DriverManagerDataSource(
                "jdbc:postgresql://127.0.0.1:" + port + "/qutb",
                "qutb",
                Files.readString(postgres.resolve("password")).strip()));
    }

    static void fill(JdbcTemplate database) {
        Bench.say("filling in %,d people", PEOPLE);
        // One string is one session: the triggers, which only write the trail, are off in it alone.
        database.execute("""
                set session_replication_role = replica;
                create temporary table made as
                    select p.id as model, uuidv7() as id, row_number() over () as n
                    from registry.person p join registry.artisan a on a.person_id = p.id, generate_series(1, 100) as copy
                    where p.demonstration limit %1$d;
                insert into registry.person (id, given_name_ar, family_name_ar, given_name_latin, family_name_latin, father_name_ar,
                    father_name_latin, sex, birth_date, birth_precision, phone, territory_code, languages, reading_ease, registered_at, version)
                select m.id, p.given_name_ar, p.family_name_ar, p.given_name_latin, p.family_name_latin, p.father_name_ar,
                    p.father_name_latin, p.sex, p.birth_date, p.birth_precision, '+2127' || lpad(m.n::text, 8, '0'), p.territory_code,
                    p.languages, p.reading_ease, now() - m.n * interval '1 minute', 1
                from made m join registry.person p on p.id = m.model;
                insert into registry.artisan (person_id, category, practising_since, register_status, workplace, health_cover, version)
                select m.id, a.category, a.practising_since, 'NOT_YET', a.workplace, a.health_cover, 1
                from made m join registry.artisan a on a.person_id = m.model;
                insert into registry.artisan_craft (person_id, position, craft_code, since)
                select m.id, c.position, c.craft_code, c.since from made m join registry.artisan_craft c on c.person_id = m.model;
                """.formatted(PEOPLE));
        // The next start fills again, the search index too.
        database.execute("delete from platform.filled");
        database.execute("vacuum analyze");
    }

    /** Waits until a Qutb started after the filling has everybody in its search index; the looking for duplicates is taken as done. */
    static void awaitIndex(JdbcTemplate database) throws InterruptedException {
        Bench.say("waiting for the search index");
        while (!Boolean.TRUE.equals(database.queryForObject("""
                select not exists (select from registry.person p
                    where not exists (select from registry.search_entry e where e.subject = p.id))
                """, Boolean.class))) {
            Thread.sleep(1_000);
        }
        database.execute("update registry.search_entry set compared = true where not compared");
        database.execute("vacuum analyze");
    }
}
