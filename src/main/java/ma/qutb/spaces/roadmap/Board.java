package ma.qutb.spaces.roadmap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.qutb.kernel.Actor;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.Territories;
import ma.qutb.registry.TerritoryCode;
import ma.qutb.spaces.SpacesPermission.Code;
import ma.qutb.spaces.premises.PremisesId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All premises by how far they have come, made up or real ones. */
@Repository
@Transactional(readOnly = true)
public class Board {

    private final JdbcClient database;
    private final Territories territories;

    Board(JdbcClient database, Territories territories) {
        this.database = database;
        this.territories = territories;
    }

    /**
     * A premises on the board.
     *
     * @param budget centimes, as {@code promised}
     * @param women who worked there in the latest quarter that was told
     */
    public record Card(
            PremisesId id,
            int number,
            String name,
            TerritoryCode commune,
            LocalName place,
            Step step,
            boolean aside,
            LocalDate since,
            Optional<LocalDate> expected,
            Optional<Long> budget,
            long promised,
            String partners,
            int women,
            int activities,
            int cooperatives,
            String why,
            Optional<UUID> unit,
            boolean demonstration) {

        public String path() {
            return "/app/premises/" + id + "/roadmap";
        }

        /** Whether the day on which the next step was expected has gone by. */
        public boolean late(LocalDate today) {
            return expected.filter(it -> it.isBefore(today)).isPresent();
        }
    }

    /** Whether there are real ones; where there are none, those of the demonstration are shown. */
    public boolean real() {
        return database.sql("select exists (select from spaces.premises where not demonstration)")
                .query(Boolean.class)
                .single();
    }

    /** Those this user may see. */
    public List<Card> cards(Actor actor, boolean demonstration) {
        return cards(territories.covered(actor.scopeOf(Code.SEE_PREMISES)), demonstration);
    }

    /** Those in these places; everywhere where none are given. */
    List<Card> cards(Optional<Set<TerritoryCode>> places, boolean demonstration) {
        return database.sql("""
                        select p.*, coalesce(m.promised, 0)::bigint as promised, coalesce(m.partners, '') as partners, r.women, r.activities,
                            r.cooperatives, coalesce(s.note, '') as why
                          from spaces.premises p
                          left join lateral (select sum(amount) as promised, string_agg(nullif(name, ''), '، ' order by name) as partners
                                from spaces.premises_partner where premises_id = p.id and ended_on is null) m on true
                          left join lateral (select women, activities, cooperatives from spaces.premises_result_now
                                where premises_id = p.id order by quarter desc limit 1) r on true
                          left join lateral (select note from spaces.premises_step where premises_id = p.id order by position desc limit 1) s
                            on p.aside
                         where p.demonstration = :demonstration and (:everywhere or p.territory_code = any(:places))
                         order by p.since, p.number
                        """)
                .param("demonstration", demonstration)
                .param("everywhere", places.isEmpty())
                .param(
                        "places",
                        places.orElse(Set.of()).stream()
                                .map(TerritoryCode::value)
                                .toArray(String[]::new))
                .query((row, number) -> new Card(
                        new PremisesId(row.getObject("id", UUID.class)),
                        row.getInt("number"),
                        row.getString("name"),
                        new TerritoryCode(row.getString("territory_code")),
                        new LocalName(row.getString("place_ar"), row.getString("place_fr"), row.getString("place_en")),
                        Step.of(row.getString("step")),
                        row.getBoolean("aside"),
                        row.getObject("since", LocalDate.class),
                        Optional.ofNullable(row.getObject("expected_on", LocalDate.class)),
                        Optional.ofNullable(row.getObject("budget", Long.class)),
                        row.getLong("promised"),
                        row.getString("partners"),
                        row.getInt("women"),
                        row.getInt("activities"),
                        row.getInt("cooperatives"),
                        row.getString("why"),
                        Optional.ofNullable(row.getObject("unit_id", UUID.class)),
                        row.getBoolean("demonstration")))
                .list();
    }

    /** The columns, from found to at work. */
    static Map<Step, List<Card>> columns(List<Card> all) {
        var columns = new LinkedHashMap<Step, List<Card>>();
        for (var step : Step.values()) {
            columns.put(
                    step,
                    new ArrayList<>(all.stream()
                            .filter(it -> !it.aside() && it.step() == step)
                            .collect(Collectors.toList())));
        }
        return columns;
    }

    /** How many women worked in open premises, quarter by quarter, oldest first. */
    List<Quarter> quarters(Optional<Set<TerritoryCode>> places, boolean demonstration) {
        return database.sql("""
                        select r.quarter, sum(r.women)::int as women, sum(r.activities)::int as activities,
                            sum(r.cooperatives)::int as cooperatives
                          from spaces.premises_result_now r join spaces.premises p on p.id = r.premises_id
                         where p.demonstration = :demonstration and (:everywhere or p.territory_code = any(:places))
                         group by r.quarter order by r.quarter desc limit 12
                        """)
                .param("demonstration", demonstration)
                .param("everywhere", places.isEmpty())
                .param(
                        "places",
                        places.orElse(Set.of()).stream()
                                .map(TerritoryCode::value)
                                .toArray(String[]::new))
                .query((row, number) -> new Quarter(
                        row.getObject("quarter", LocalDate.class),
                        row.getInt("women"),
                        row.getInt("activities"),
                        row.getInt("cooperatives")))
                .list()
                .reversed();
    }

    /** @param first day of the quarter */
    public record Quarter(LocalDate first, int women, int activities, int cooperatives) {

        public int number() {
            return (first.getMonthValue() + 2) / 3;
        }
    }
}
