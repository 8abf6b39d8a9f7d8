package ma.qutb.registry.territory;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import ma.qutb.kernel.Actor;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.RegistryPermission.Code;
import ma.qutb.registry.Territories.Place;
import ma.qutb.registry.TerritoryCode;
import ma.qutb.registry.headcount.Counting;
import ma.qutb.registry.headcount.Headcount;
import ma.qutb.registry.published.Said;
import ma.qutb.registry.territory.TerritoryPage.Branch;
import ma.qutb.registry.territory.TerritoryPage.Parent;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The territories as they were in any year since the regions exist; people are counted within the reader's scope. */
@Component
@Transactional(readOnly = true)
class TerritoryBook {

    /** The first year of the regions. */
    static final int FIRST_YEAR = 1997;

    private final TerritoriesInMemory territories;
    private final Counting counting;
    private final JdbcClient database;
    private final Clock clock;

    TerritoryBook(TerritoriesInMemory territories, Counting counting, JdbcClient database, Clock clock) {
        this.territories = territories;
        this.counting = counting;
        this.database = database;
        this.clock = clock;
    }

    int today() {
        return LocalDate.now(clock).getYear();
    }

    /** The years there are to choose from, and the one that is shown. */
    Years years(int shown) {
        return new Years(shown, FIRST_YEAR, today());
    }

    int year(Optional<Integer> asked) {
        return Math.clamp(asked.orElse(today()), FIRST_YEAR, today());
    }

    /** The country with what lay in it. */
    List<Branch> country(int year, Actor actor) {
        var counts = counts(actor);
        return territories.tree().roots(year).stream()
                .filter(it -> it.type().equals("country"))
                .map(it -> branch(it, year, counts))
                .toList();
    }

    /** Places of which nobody has said where they lay in that year, and places abroad. */
    List<Branch> elsewhere(int year, Actor actor) {
        var counts = counts(actor);
        return territories.tree().roots(year).stream()
                .filter(it -> !it.type().equals("country"))
                .map(it -> branch(it, year, counts))
                .toList();
    }

    /** The place in the year asked for; without one today, or the last year of a place that is no more. */
    Optional<TerritoryPage> open(TerritoryCode code, Optional<Integer> asked, Actor actor) {
        return territories.find(code).map(place -> {
            int last = place.validTo().map(it -> it - 1).orElse(today());
            return page(place, year(asked.or(() -> Optional.of(last))), actor);
        });
    }

    private TerritoryPage page(Place place, int year, Actor actor) {
        var counts = counts(actor);
        var whole = branch(place, year, counts);
        return database.sql("select * from registry.territory where code = :code")
                .param("code", place.code().value())
                .query((row, number) -> new TerritoryPage(
                        place,
                        year,
                        places(territories.above(place.code(), year)),
                        whole.branches(),
                        belonging(place.code(), "code", "parent_code"),
                        belonging(place.code(), "parent_code", "code").stream()
                                .filter(it -> whole.branches().stream()
                                        .noneMatch(now -> now.place().equals(it.place())))
                                .toList(),
                        whole.artisans(),
                        whole.organisations(),
                        "source".equals(row.getString("origin")),
                        Said.of(row)))
                .single();
    }

    private List<Parent> belonging(TerritoryCode code, String here, String there) {
        return database.sql("""
                        select *, %s as other from registry.territory_parent where %s = :code order by valid_from nulls first, other
                        """.formatted(there, here))
                .param("code", code.value())
                .query((row, number) -> new Parent(
                        territories
                                .find(new TerritoryCode(row.getString("other")))
                                .orElseThrow(),
                        row.getObject("valid_from", Integer.class),
                        row.getObject("valid_to", Integer.class),
                        new LocalName(row.getString("note_ar"), row.getString("note_fr"), row.getString("note_en"))))
                .list();
    }

    private List<Place> places(List<TerritoryCode> codes) {
        return codes.stream().flatMap(it -> territories.find(it).stream()).toList();
    }

    private record Counts(Map<TerritoryCode, Headcount> artisans, Map<TerritoryCode, Headcount> organisations) {}

    private Counts counts(Actor actor) {
        Optional<Set<TerritoryCode>> covered = territories.covered(actor.scopeOf(Code.SEE_TERRITORIES));
        return new Counts(counting.artisansByPlace(covered), counting.organisationsByPlace(covered));
    }

    private Branch branch(Place place, int year, Counts counts) {
        var below = territories.tree().children(place.code(), year).stream()
                .map(it -> branch(it, year, counts))
                .toList();
        return new Branch(
                place,
                sum(counts.artisans.get(place.code()), below.stream().map(Branch::artisans)),
                sum(counts.organisations.get(place.code()), below.stream().map(Branch::organisations)),
                below);
    }

    private static Headcount sum(@Nullable Headcount own, Stream<Headcount> below) {
        return below.reduce(own == null ? Headcount.NONE : own, Headcount::and);
    }
}
