package ma.qutb.registry.demonstration;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import ma.qutb.kernel.Language;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.Crafts;
import ma.qutb.registry.Territories;
import ma.qutb.registry.TerritoryCode;
import ma.qutb.shell.Texts;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Makes up and writes cooperatives, 20 of them still being formed, enterprises and associations, with their members. */
@Component
class SavingOrganisations {

    static final int COOPERATIVES = 84;
    static final int IN_FORMATION = 20;
    static final int ENTERPRISES = 40;
    static final int ASSOCIATIONS = 25;

    private static final List<String> STEPS =
            List.of("NAME_APPROVED", "STATUTES_SIGNED", "BANK_ACCOUNT", "AUTHORITY_RECEIPT", "REGISTERED");
    private static final List<String> BOARD = List.of("PRESIDENT", "VICE_PRESIDENT", "SECRETARY", "TREASURER");

    private final JdbcTemplate database;
    private final Territories territories;
    private final Crafts crafts;
    private final Texts texts;

    SavingOrganisations(JdbcTemplate database, Territories territories, Crafts crafts, Texts texts) {
        this.database = database;
        this.territories = territories;
        this.crafts = crafts;
        this.texts = texts;
    }

    private record Body(
            UUID id, int index, String form, String status, MadeUpPerson founder, LocalDate founded, int steps) {}

    void save(List<MadeUpPerson> people, Lexicon lexicon, LocalDate today) {
        var bodies = bodies(people, today);
        database.batchUpdate("""
                insert into registry.organisation (id, name_ar, name_latin, name_en, legal_form, supplier, status, ice, tax_number,
                    trade_register_number, register_court, territory_code, phone, share_capital, founded_on, listed_publicly,
                    demonstration, reference_code, registered_at, version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, true, ?, ?, 1) on conflict do nothing""", bodies, 200, (row, it) -> {
            var word = lexicon.organisations.get(it.index % lexicon.organisations.size());
            boolean exists = !it.status.equals("IN_FORMATION");
            boolean association = it.form.equals("ASSOCIATION");
            row.setObject(1, it.id);
            row.setString(2, name(Language.AR, it, word.arabic()));
            row.setString(3, name(Language.FR, it, word.latin()));
            row.setString(4, name(Language.EN, it, word.latin()));
            row.setString(5, it.form);
            row.setBoolean(6, it.form.equals("ENTERPRISE") && it.index % 5 == 0);
            row.setString(7, it.status);
            row.setString(8, exists && !association ? ice(it.index) : null);
            row.setString(9, exists && !association ? "9%07d".formatted(it.index) : null);
            row.setString(10, exists && !association ? String.valueOf(9000 + it.index) : null);
            row.setString(11, exists && !association ? texts.say(Language.AR, "registry.demonstration.court") : null);
            row.setString(12, it.founder.place().code());
            row.setString(13, it.founder.phone());
            row.setObject(14, association ? null : 100_000L * (1 + it.index % 30), java.sql.Types.BIGINT);
            row.setObject(15, exists ? it.founded : null, java.sql.Types.DATE);
            row.setBoolean(16, exists && it.index % 2 == 0);
            row.setString(17, "DEMO-O-%04d".formatted(it.index));
            row.setObject(18, it.founded.atTime(LocalTime.NOON).atOffset(ZoneOffset.UTC));
        });
        database.batchUpdate(
                "insert into registry.organisation_craft (organisation_id, craft_code) values (?, ?) on conflict do nothing",
                bodies,
                200,
                (row, it) -> {
                    row.setObject(1, it.id);
                    row.setString(2, it.founder.mainCraft().code());
                });
        steps(bodies);
        members(bodies, people);
    }

    private static List<Body> bodies(List<MadeUpPerson> people, LocalDate today) {
        var bodies = new ArrayList<Body>();
        int all = COOPERATIVES + ENTERPRISES + ASSOCIATIONS;
        for (int i = 1; i <= all; i++) {
            // Founders are spread over the whole list, so over all places and crafts.
            var founder = people.get(i * 37 % people.size());
            boolean forming = i <= IN_FORMATION;
            var form =
                    i <= COOPERATIVES ? "COOPERATIVE" : i <= COOPERATIVES + ENTERPRISES ? "ENTERPRISE" : "ASSOCIATION";
            int steps = forming ? i % STEPS.size() : i <= COOPERATIVES ? STEPS.size() : 0;
            var founded = today.minusDays(forming ? 40L + i * 9L : 200L + i * 41L % 4000);
            bodies.add(new Body(
                    MakingPeople.id("organisation", i),
                    i,
                    form,
                    forming ? "IN_FORMATION" : i % 29 == 0 ? "DORMANT" : "ACTIVE",
                    founder,
                    founded,
                    steps));
        }
        return bodies;
    }

    private String name(Language language, Body body, String word) {
        var craft =
                crafts.nameOf(new CraftCode(body.founder.mainCraft().code())).in(language);
        var place = territories
                .nameOf(new TerritoryCode(body.founder.place().code()))
                .in(language);
        var form = body.form.toLowerCase(java.util.Locale.ROOT);
        return texts.say(language, "registry.demonstration.name." + form, word, craft, place);
    }

    /** Of an enterprise number nobody was given; every ninth has a wrong control, as it happens on letterheads. */
    private static String ice(int index) {
        var first = "99900%04d0000".formatted(index);
        int control =
                97 - new BigInteger(first + "00").mod(BigInteger.valueOf(97)).intValue();
        return first + "%02d".formatted(index % 9 == 4 ? (control + 1) % 97 : control);
    }

    private record Step(Body body, int step) {}

    private void steps(List<Body> bodies) {
        var done = new ArrayList<Step>();
        for (var body : bodies) {
            for (int i = 0; i < body.steps; i++) {
                done.add(new Step(body, i));
            }
        }
        database.batchUpdate("""
                insert into registry.formation_step (organisation_id, step, done_on, reference, recorded_by, recorded_at)
                values (?, ?, ?, ?, '', ?) on conflict do nothing""", done, 200, (row, it) -> {
            boolean registered = it.body.steps == STEPS.size();
            var on = registered
                    ? it.body.founded.minusDays((STEPS.size() - 1L - it.step) * 15L)
                    : it.body.founded.plusDays(it.step * 8L);
            row.setObject(1, it.body.id);
            row.setString(2, STEPS.get(it.step));
            row.setObject(3, on);
            row.setString(4, "DEMO-%d-%d".formatted(it.body.index, it.step + 1));
            row.setObject(5, on.atTime(LocalTime.NOON).atOffset(ZoneOffset.UTC));
        });
    }

    private record Member(Body body, MadeUpPerson person, String role) {}

    private void members(List<Body> bodies, List<MadeUpPerson> people) {
        Set<UUID> taken = new HashSet<>();
        var members = new ArrayList<Member>();
        for (var body : bodies) {
            var near = new ArrayList<>(people.stream()
                    .filter(it -> it.place().equals(body.founder.place()) && !taken.contains(it.id()))
                    .toList());
            Collections.shuffle(near, new Random(body.index));
            int many = body.form.equals("ENTERPRISE") ? 3 : 6 + body.index % 14;
            for (int i = 0; i < Math.min(many, near.size()); i++) {
                var role = body.form.equals("ENTERPRISE")
                        ? i == 0 ? "MANAGER" : "EMPLOYEE"
                        : i < BOARD.size() ? BOARD.get(i) : "MEMBER";
                members.add(new Member(body, near.get(i), role));
                taken.add(near.get(i).id());
            }
        }
        database.batchUpdate("""
                insert into registry.membership (id, organisation_id, person_id, role, joined_on, shares, version)
                values (?, ?, ?, ?, ?, ?, 1) on conflict do nothing""", members, 500, (row, it) -> {
            row.setObject(1, MakingPeople.id("membership " + it.body.index, it.person.index()));
            row.setObject(2, it.body.id);
            row.setObject(3, it.person.id());
            row.setString(4, it.role);
            row.setObject(5, it.body.founded);
            row.setObject(
                    6, it.body.form.equals("COOPERATIVE") ? 1 + it.person.index() % 10 : null, java.sql.Types.INTEGER);
        });
    }
}
