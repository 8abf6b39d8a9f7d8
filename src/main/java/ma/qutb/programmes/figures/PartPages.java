package ma.qutb.programmes.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;
import ma.qutb.programmes.fact.Fact;
import ma.qutb.programmes.fact.Facts;
import ma.qutb.programmes.fact.Places;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Composes the pages: which facts stand on which page, under the reader's selection. */
@Component
class PartPages {

    /** The figures the overview opens with: cost of the pole, apprentices, continuing training, INDH, medals, shops. */
    private static final List<String> MAIN = List.of("IND-28", "IND-11", "IND-12", "IND-20", "IND-32", "IND-26");

    private final Facts facts;
    private final Places places;
    private final Selecting selecting;
    private final Regions regions;

    PartPages(Facts facts, Places places, Selecting selecting, Regions regions) {
        this.facts = facts;
        this.places = places;
        this.selecting = selecting;
        this.regions = regions;
    }

    /** The figures that stand for the region, in their order. */
    List<Fact> main() {
        return MAIN.stream().map(it -> facts.get("indicators:" + it)).toList();
    }

    PartPage overview(Selection selection) {
        return compose(
                null,
                selection,
                section("programmes.part.main", "chart-bar", main()),
                section(
                        "programmes.part.projects",
                        "list-check",
                        facts.of("projects"),
                        "kind",
                        "status",
                        "area_m2",
                        "axis"),
                section("programmes.part.training", "school", apprentices(), "value_type"),
                section("programmes.part.indh", "plant-2", indicators("indh_projects"), "value_type"),
                section("programmes.part.funding", "coins", facts.of("funding"), "funder_code"));
    }

    PartPage of(Part part, Selection selection) {
        return switch (part) {
            case PROJECTS ->
                compose(
                        part,
                        selection,
                        section(
                                "programmes.table.projects",
                                "list-check",
                                facts.of("projects"),
                                "kind",
                                "axis",
                                "area_m2",
                                "status"),
                        section("programmes.table.project_components", "sitemap", facts.of("project_components")));
            case FUNDING ->
                compose(
                        part,
                        selection,
                        section(
                                "programmes.table.funding",
                                "coins",
                                facts.of("funding"),
                                "funder_code",
                                "recipient_code",
                                "period_years",
                                "modality"),
                        section(
                                "programmes.table.collective_orders",
                                "packages",
                                facts.of("collective_orders"),
                                "quantity",
                                "cooperatives",
                                "status"));
            case TRAINING ->
                compose(
                        part,
                        selection,
                        section(
                                "programmes.table.training_actions",
                                "school",
                                facts.of("training_actions"),
                                "kind",
                                "value_type",
                                "craft_codes",
                                "programme_code"),
                        section(
                                "programmes.section.training-figures",
                                "chart-bar",
                                indicators(
                                        "apprentices",
                                        "continuing",
                                        "literacy",
                                        "indh_trained",
                                        "jewellers",
                                        "women_leather"),
                                "value_type"),
                        section(
                                "programmes.table.equipment",
                                "tools",
                                facts.of("equipment"),
                                "holder_type",
                                "craft_codes",
                                "status"));
            case INDH ->
                compose(
                        part,
                        selection,
                        section("programmes.section.indh-figures", "plant-2", indicators("indh_"), "value_type"),
                        section(
                                "programmes.table.funding",
                                "coins",
                                with(
                                        facts.of("funding"),
                                        it -> it.text("funder_code").equals("ORG-INDH")),
                                "funder_code",
                                "modality"),
                        section(
                                "programmes.table.programme_roles",
                                "affiliate",
                                with(
                                        facts.of("programme_roles"),
                                        it -> it.text("programme_code").equals("PRG-INDH")),
                                "organisation_code",
                                "role"));
            case FAIRS ->
                compose(
                        part,
                        selection,
                        section(
                                "programmes.table.fairs",
                                "confetti",
                                facts.of("fairs"),
                                "level",
                                "status",
                                "recurrence",
                                "organiser_code",
                                "partner_codes"),
                        section(
                                "programmes.section.fair-funding",
                                "coins",
                                with(
                                        facts.of("funding"),
                                        it -> it.text("object_type").equals("fair")),
                                "funder_code",
                                "recipient_code",
                                "period_years"),
                        section(
                                "programmes.table.market_actions",
                                "building-store",
                                facts.of("market_actions"),
                                "type",
                                "status",
                                "actor_code"));
            case AWARDS ->
                compose(
                        part,
                        selection,
                        section(
                                "programmes.table.awards",
                                "trophy",
                                facts.of("awards"),
                                "person_code",
                                "competition",
                                "edition",
                                "craft_code",
                                "level"),
                        section(
                                "programmes.table.medals",
                                "medal",
                                facts.of("medals"),
                                "order",
                                "class",
                                "handed_by_code"),
                        section(
                                "programmes.table.commendations",
                                "rosette-discount-check",
                                facts.of("commendations"),
                                "given_by_code",
                                "reason"),
                        section("programmes.section.medal-figures", "chart-bar", indicators("medals")));
            case POLE ->
                compose(
                        part,
                        selection,
                        section(
                                "programmes.table.pole_components",
                                "building-community",
                                facts.of("pole_components"),
                                "parent_component",
                                "status"),
                        section(
                                "programmes.section.pole-project",
                                "list-check",
                                with(
                                        facts.of("projects"),
                                        it -> "PRJ-20".equals(it.subject()) || "PRJ-01".equals(it.subject())),
                                "status",
                                "area_m2"),
                        section("programmes.table.project_components", "sitemap", facts.of("project_components")),
                        section(
                                "programmes.section.pole-figures",
                                "chart-bar",
                                indicators("pole_", "complex_"),
                                "value_type"));
            case SPACES ->
                compose(
                        part,
                        selection,
                        section(
                                "programmes.table.spaces",
                                "map-2",
                                facts.of("spaces"),
                                "type",
                                "area_m2",
                                "status",
                                "operator_code"),
                        section(
                                "programmes.table.tourist_points",
                                "map-pin",
                                facts.of("tourist_points"),
                                "host_space_code",
                                "status"));
        };
    }

    private List<Fact> apprentices() {
        return with(
                facts.of("training_actions"),
                it -> it.text("craft_codes").contains("TLR") && it.text("kind").equals("apprenticeship"));
    }

    private List<Fact> indicators(String... prefixes) {
        return with(
                facts.of("indicators"),
                it -> java.util.Arrays.stream(prefixes).anyMatch(it.text("indicator_code")::startsWith));
    }

    private static List<Fact> with(List<Fact> all, Predicate<Fact> wanted) {
        return all.stream().filter(wanted).toList();
    }

    private record Draft(String title, String icon, List<Fact> facts, String... columns) {}

    private static Draft section(String title, String icon, List<Fact> facts, String... columns) {
        return new Draft(title, icon, facts, columns);
    }

    private PartPage compose(@Nullable Part part, Selection selection, Draft... drafts) {
        var all = java.util.Arrays.stream(drafts)
                .flatMap(it -> it.facts().stream())
                .distinct()
                .toList();
        var selected = selecting.from(all, selection);
        var sections = PartPage.withFacts(java.util.Arrays.stream(drafts)
                .map(it ->
                        Section.of(it.title(), it.icon(), with(it.facts(), selected.facts()::contains), it.columns()))
                .toArray(Section[]::new));
        var mapped = mapped(selected.facts());
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
        var projects = with(shown, it -> it.is("projects"));
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

    /** Facts on the point of their place, or of the nearest place around it that has one. */
    private List<PartPage.Place> mapped(List<Fact> shown) {
        Map<String, List<Fact>> byPlace = new LinkedHashMap<>();
        for (var fact : shown) {
            var place = fact.place();
            if (place != null) {
                places.chain(place, places.today()).stream()
                        .filter(it -> places.find(it)
                                .flatMap(ma.qutb.registry.Territories.Place::point)
                                .isPresent())
                        .findFirst()
                        .ifPresent(it -> byPlace.computeIfAbsent(it, code -> new ArrayList<>())
                                .add(fact));
            }
        }
        return byPlace.entrySet().stream()
                .map(it -> {
                    var point = places.find(it.getKey())
                            .flatMap(ma.qutb.registry.Territories.Place::point)
                            .orElseThrow();
                    return new PartPage.Place(
                            it.getKey(), point.latitude(), point.longitude(), List.copyOf(it.getValue()));
                })
                .toList();
    }
}
