package ma.qutb.registry.territory;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import ma.qutb.kernel.Scope;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.Territories;
import ma.qutb.registry.TerritoryCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Answers from memory: places change only when reference data is loaded, at start-up. */
@Service
class TerritoriesInMemory implements Territories {

    private final TerritoryTable table;
    private final Clock clock;
    private volatile @Nullable TerritoryTree tree;

    TerritoriesInMemory(TerritoryTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    TerritoryTree tree() {
        var known = tree;
        if (known == null) {
            known = table.read();
            tree = known;
        }
        return known;
    }

    /** After the reference data was loaded. */
    void forget() {
        tree = null;
    }

    @Override
    public boolean exists(TerritoryCode place) {
        return find(place).isPresent();
    }

    @Override
    public LocalName nameOf(TerritoryCode place) {
        return find(place).map(Place::name).orElseGet(() -> new LocalName(place.value(), place.value(), place.value()));
    }

    @Override
    public Optional<Place> find(TerritoryCode place) {
        return tree().find(place);
    }

    @Override
    public List<Place> all() {
        return tree().all();
    }

    @Override
    public List<TerritoryCode> above(TerritoryCode place, int year) {
        return tree().above(place, year);
    }

    @Override
    public boolean isWithin(TerritoryCode place, TerritoryCode whole, int year) {
        return place.equals(whole) || above(place, year).contains(whole);
    }

    @Override
    public Set<TerritoryCode> within(TerritoryCode whole, int year) {
        return tree().within(whole, year);
    }

    @Override
    public Optional<Set<TerritoryCode>> covered(Scope scope) {
        return switch (scope) {
            case Scope.Everywhere() -> Optional.empty();
            case Scope.Within(var territories) -> {
                var found = new TreeSet<TerritoryCode>();
                int today = LocalDate.now(clock).getYear();
                territories.forEach(it -> found.addAll(within(new TerritoryCode(it), today)));
                yield Optional.of(found);
            }
        };
    }

    @Override
    public boolean covers(Scope scope, Optional<TerritoryCode> place) {
        return covered(scope).map(it -> place.filter(it::contains).isPresent()).orElse(true);
    }
}
