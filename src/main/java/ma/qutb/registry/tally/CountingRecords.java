package ma.qutb.registry.tally;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import ma.qutb.kernel.Actor;
import ma.qutb.registry.RegistryCounts;
import ma.qutb.registry.RegistryPermission.Code;
import ma.qutb.registry.Territories;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class CountingRecords implements RegistryCounts {

    private static final String PEOPLE = "/app/people?demonstration=";
    private static final String ORGANISATIONS = "/app/organisations?demonstration=";

    private static final String ARTISANS = "/app/people?is=artisan&demonstration=";
    private static final String COOPERATIVES = "/app/organisations?form=cooperative&demonstration=";

    private final JdbcClient database;
    private final Territories territories;

    CountingRecords(JdbcClient database, Territories territories) {
        this.database = database;
        this.territories = territories;
    }

    private record Both(long real, long made) {}

    @Override
    @Transactional(readOnly = true)
    public List<Count> of(Actor actor) {
        var counts = new ArrayList<Count>();
        if (actor.may(Code.SEE_PEOPLE)) {
            counts.add(count("artisan", "craft-weaving", ARTISANS, actor, Code.SEE_PEOPLE, """
                    registry.person r join registry.artisan a on a.person_id = r.id
                    where r.merged_into is null"""));
            counts.add(count("person", "users", PEOPLE, actor, Code.SEE_PEOPLE, """
                    registry.person r where r.merged_into is null"""));
        }
        if (actor.may(Code.SEE_ORGANISATIONS)) {
            counts.add(count("cooperative", "users-group", COOPERATIVES, actor, Code.SEE_ORGANISATIONS, """
                    registry.organisation r
                    where r.merged_into is null and not r.collective and r.legal_form = 'COOPERATIVE'"""));
            counts.add(count("organisation", "building-community", ORGANISATIONS, actor, Code.SEE_ORGANISATIONS, """
                    registry.organisation r where r.merged_into is null and not r.collective"""));
        }
        return counts;
    }

    private Count count(String kind, String icon, String list, Actor actor, String permission, String records) {
        var covered = territories.covered(actor.scopeOf(permission));
        var both = database.sql("""
                        select count(*) filter (where not r.demonstration) as real, count(*) filter (where r.demonstration) as made
                        from %s and (:everywhere or r.territory_code = any (string_to_array(:places, ',')))
                        """.formatted(records))
                .param("everywhere", covered.isEmpty())
                .param(
                        "places",
                        covered.stream()
                                .flatMap(it -> it.stream().map(Objects::toString))
                                .collect(Collectors.joining(",")))
                .query((row, number) -> new Both(row.getLong("real"), row.getLong("made")))
                .single();
        return new Count(kind, icon, both.real(), both.made(), list + "no", list + "yes");
    }
}
