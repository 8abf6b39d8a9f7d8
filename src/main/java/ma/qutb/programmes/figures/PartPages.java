package ma.qutb.programmes.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import ma.qutb.programmes.fact.Fact;
import ma.qutb.programmes.fact.Facts;
import ma.qutb.programmes.fact.Places;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Composes the pages of figures under the reader's selection. */
@Component
class PartPages {

    private final Facts facts;
    private final Places places;
    private final Selecting selecting;
    private final Regions regions;
    private final PlacesOnMap map;
    private final PartContents contents;

    PartPages(
            Facts facts, Places places, Selecting selecting, Regions regions, PlacesOnMap map, PartContents contents) {
        this.map = map;
        this.contents = contents;
        this.facts = facts;
        this.places = places;
        this.selecting = selecting;
        this.regions = regions;
    }

    PartPage overview(Selection selection) {
        return compose(null, selection, contents.overview());
    }

    PartPage of(Part part, Selection selection) {
        return compose(part, selection, contents.of(part));
    }

    private PartPage compose(@Nullable Part part, Selection selection, List<PartContents.Draft> drafts) {
        var all = drafts.stream().flatMap(it -> it.facts().stream()).distinct().toList();
        var selected = selecting.from(all, selection);
        var sections = PartPage.withFacts(drafts.stream()
                .map(it -> Section.of(
                        it.title(),
                        it.icon(),
                        it.facts().stream().filter(selected.facts()::contains).toList(),
                        it.columns()))
                .toArray(Section[]::new));
        var mapped = map.of(selected.facts());
        int unmapped = (int) selected.facts().stream()
                .filter(it -> it.place() != null)
                .filter(it -> mapped.stream().noneMatch(place -> place.facts().contains(it)))
                .count();
        return new PartPage(
                part,
                selection,
                choices(all, selection.borders()),
                sections,
                mapped,
                regions.totals(located(selected.facts()), Borders.THEN),
                regions.totals(located(selected.facts()), Borders.TODAY),
                new PartPage.Silence(
                        selected.placeless(),
                        selected.yearless(),
                        selected.axisless(),
                        selecting.from(all, selection).undivided()
                                + (selection.territory() == null ? regions.undivided(selected.facts()) : 0),
                        unmapped),
                facts.discrepanciesOf(selected.facts()));
    }

    /** Projects where there are any, so that a region's total counts one kind of thing; two publications of one project count once. */
    private static List<Fact> located(List<Fact> shown) {
        var projects = shown.stream().filter(it -> it.is("projects")).toList();
        var counted = projects.isEmpty() ? shown : projects;
        Map<String, Fact> bySubject = new LinkedHashMap<>();
        counted.forEach(it -> bySubject.putIfAbsent(Objects.requireNonNullElse(it.subject(), it.id()), it));
        return List.copyOf(bySubject.values());
    }

    private PartPage.Choices choices(List<Fact> all, Borders borders) {
        var territories = new ArrayList<String>();
        var named = all.stream()
                .filter(it -> it.place() != null)
                .flatMap(it -> places.chain(Objects.requireNonNull(it.place()), selecting.year(it, borders)).stream())
                .distinct()
                .toList();
        for (var place : places.all()) {
            var code = place.code().value();
            boolean shown = switch (place.type()) {
                case "region" -> borders == Borders.THEN || place.existedIn(places.today());
                case "province", "city", "town", "rural_commune" -> true;
                default -> false;
            };
            if (shown && named.contains(code)) {
                territories.add(code);
            }
        }
        var years = new TreeSet<Integer>(Comparator.reverseOrder());
        var axes = new TreeSet<String>();
        for (var fact : all) {
            var year = fact.year();
            var axis = fact.axis();
            if (year != null) {
                years.add(year);
            }
            if (axis != null) {
                axes.add(axis);
            }
        }
        return new PartPage.Choices(territories, List.copyOf(years), List.copyOf(axes));
    }
}
