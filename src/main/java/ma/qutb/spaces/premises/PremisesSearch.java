package ma.qutb.spaces.premises;

import java.util.List;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Language;
import ma.qutb.registry.Territories;
import ma.qutb.registry.TerritoryCode;
import ma.qutb.shell.search.SearchSource;
import ma.qutb.spaces.SpacesPermission.Code;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets the search box find premises by their name, village or number. */
@Component
class PremisesSearch implements SearchSource {

    private final JdbcClient database;
    private final Territories territories;

    PremisesSearch(JdbcClient database, Territories territories) {
        this.database = database;
        this.territories = territories;
    }

    @Override
    public String heading() {
        return "menu.premises";
    }

    @Override
    public int order() {
        return 460;
    }

    @Override
    public List<Hit> find(String typed, Actor actor, Language language, int limit) {
        if (!actor.may(Code.SEE_PREMISES)) {
            return List.of();
        }
        var covered = territories
                .covered(actor.scopeOf(Code.SEE_PREMISES))
                .map(it -> it.stream().map(TerritoryCode::value).toArray(String[]::new));
        return database.sql("""
                        select id, name, place_ar, place_fr, place_en, demonstration from spaces.premises
                         where (number::text = :typed or name || ' ' || village ilike '%' || replace(replace(:typed, '%', ''), '_', '') || '%')
                           and (:everywhere or territory_code = any(:places))
                         order by demonstration, number desc limit :limit
                        """)
                .param("typed", typed.strip())
                .param("everywhere", covered.isEmpty())
                .param("places", covered.orElse(new String[0]))
                .param("limit", limit)
                .query((row, number) -> new Hit(
                        row.getString("name"),
                        language.choose(
                                row.getString("place_ar"), row.getString("place_fr"), row.getString("place_en")),
                        "building-cottage",
                        "/app/premises/" + row.getString("id"),
                        row.getBoolean("demonstration")))
                .list();
    }
}
