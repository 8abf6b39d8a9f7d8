package ma.qutb.spaces.unit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Language;
import ma.qutb.registry.Territories;
import ma.qutb.registry.TerritoryCode;
import ma.qutb.shell.Texts;
import ma.qutb.shell.search.SearchSource;
import ma.qutb.spaces.SpacesPermission.Code;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets the search box find the units that exist today by their number, or by the site they are in. */
@Component
class UnitSearch implements SearchSource {

    private final JdbcClient database;
    private final Territories territories;
    private final Texts texts;
    private final Clock clock;

    UnitSearch(JdbcClient database, Territories territories, Texts texts, Clock clock) {
        this.database = database;
        this.territories = territories;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public String heading() {
        return "menu.units";
    }

    @Override
    public int order() {
        return 450;
    }

    @Override
    public List<Hit> find(String typed, Actor actor, Language language, int limit) {
        if (!actor.may(Code.SEE)) {
            return List.of();
        }
        var covered = territories
                .covered(actor.scopeOf(Code.SEE))
                .map(it -> it.stream().map(TerritoryCode::value).toArray(String[]::new));
        return database.sql("""
                        select u.id, u.number, u.kind, s.name_ar, s.name_fr, s.name_en, s.demonstration
                          from spaces.unit u join spaces.site s on s.id = u.site_id
                         where u.during @> cast(:today as date) and (u.number = :number
                               or s.name_ar || ' ' || s.name_fr ilike '%' || replace(replace(:typed, '%', ''), '_', '') || '%')
                           and (:everywhere or s.territory_code = any(:places))
                         order by u.number = :number desc, s.demonstration, s.code, u.number limit :limit
                        """)
                .param("today", LocalDate.now(clock))
                .param("number", typed.strip().toUpperCase(Locale.ROOT))
                .param("typed", typed.strip())
                .param("everywhere", covered.isEmpty())
                .param("places", covered.orElse(new String[0]))
                .param("limit", limit)
                .query((row, number) -> new Hit(
                        texts.say(language, "spaces.unit.called." + row.getString("kind"), row.getString("number")),
                        language.choose(row.getString("name_ar"), row.getString("name_fr"), row.getString("name_en")),
                        "key",
                        "/app/spaces/units/" + row.getString("id"),
                        row.getBoolean("demonstration")))
                .list();
    }
}
