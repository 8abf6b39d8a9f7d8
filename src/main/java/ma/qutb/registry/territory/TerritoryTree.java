package ma.qutb.registry.territory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import ma.qutb.registry.Territories.Place;
import ma.qutb.registry.TerritoryCode;
import org.jspecify.annotations.Nullable;

/** All places and their belonging at one moment of reading; small enough to be kept in memory. */
class TerritoryTree {

    /** Years [from, to) in which a place belonged to another. */
    record Belonging(
            TerritoryCode child,
            TerritoryCode parent,
            @Nullable Integer from,
            @Nullable Integer to) {

        boolean in(int year) {
            return (from == null || from <= year) && (to == null || year < to);
        }
    }

    private final Map<TerritoryCode, Place> places = new LinkedHashMap<>();
    private final Map<TerritoryCode, List<Belonging>> upwards = new HashMap<>();
    private final Map<TerritoryCode, List<Belonging>> downwards = new HashMap<>();

    TerritoryTree(List<Place> places, List<Belonging> belongings) {
        places.forEach(it -> this.places.put(it.code(), it));
        for (var belonging : belongings) {
            upwards.computeIfAbsent(belonging.child(), it -> new ArrayList<>()).add(belonging);
            downwards
                    .computeIfAbsent(belonging.parent(), it -> new ArrayList<>())
                    .add(belonging);
        }
    }

    Optional<Place> find(TerritoryCode code) {
        return Optional.ofNullable(places.get(code));
    }

    List<Place> all() {
        return List.copyOf(places.values());
    }

    Optional<TerritoryCode> parent(TerritoryCode code, int year) {
        return upwards.getOrDefault(code, List.of()).stream()
                .filter(it -> it.in(year))
                .map(Belonging::parent)
                .findFirst();
    }

    List<TerritoryCode> above(TerritoryCode code, int year) {
        var chain = new ArrayList<TerritoryCode>();
        var parent = parent(code, year);
        // A circle in the data must not hang a page.
        while (parent.isPresent() && !chain.contains(parent.get())) {
            chain.add(parent.get());
            parent = parent(parent.get(), year);
        }
        return chain;
    }

    /** What lay directly in it in that year, by Arabic name. */
    List<Place> children(TerritoryCode code, int year) {
        return downwards.getOrDefault(code, List.of()).stream()
                .filter(it -> it.in(year))
                .flatMap(it -> find(it.child()).stream())
                .filter(it -> it.existedIn(year))
                .toList();
    }

    /** Where the tree of that year begins. */
    List<Place> roots(int year) {
        return places.values().stream()
                .filter(it -> it.existedIn(year) && parent(it.code(), year).isEmpty())
                .toList();
    }

    Set<TerritoryCode> within(TerritoryCode whole, int year) {
        var found = new TreeSet<TerritoryCode>();
        collect(whole, year, found);
        return found;
    }

    private void collect(TerritoryCode code, int year, Set<TerritoryCode> found) {
        if (found.add(code)) {
            for (var belonging : downwards.getOrDefault(code, List.of())) {
                if (belonging.in(year)) {
                    collect(belonging.child(), year, found);
                }
            }
        }
    }

    /** Names a place that belongs, over some parents, to itself. */
    Optional<TerritoryCode> circle() {
        for (var start : upwards.keySet()) {
            var years = new HashSet<Integer>();
            upwards.values()
                    .forEach(it -> it.forEach(belonging -> {
                        years.add(belonging.from() == null ? 0 : belonging.from());
                    }));
            for (int year : years) {
                if (above(start, year).contains(start)) {
                    return Optional.of(start);
                }
            }
        }
        return Optional.empty();
    }
}
