package ma.qutb.programmes.figures;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import ma.qutb.programmes.fact.Fact;
import ma.qutb.programmes.fact.Facts;
import org.springframework.stereotype.Component;

/** Which facts stand on which page, in which table, with which columns. */
@Component
class PartContents {

    /** The figures the overview opens with: cost of the pole, apprentices, continuing training, INDH, medals, shops. */
    private static final List<String> MAIN = List.of("IND-28", "IND-11", "IND-12", "IND-20", "IND-32", "IND-26");

    /** A table before anything is selected. */
    record Draft(String title, String icon, List<Fact> facts, String... columns) {}

    private final Facts facts;

    PartContents(Facts facts) {
        this.facts = facts;
    }

    /** The figures that stand for the region, in their order. */
    List<Fact> main() {
        return MAIN.stream().map(it -> facts.get("indicators:" + it)).toList();
    }

    List<Draft> overview() {
        return List.of(
                section("programmes.part.main", "chart-bar", main()),
                section(
                        "programmes.part.projects",
                        "list-check",
                        facts.of("projects"),
                        "status",
                        "area_m2",
                        "kind",
                        "axis"),
                section("programmes.part.training", "school", apprentices(), "value_type"),
                section("programmes.part.indh", "plant-2", indicators("indh_projects"), "value_type"),
                section("programmes.part.funding", "coins", facts.of("funding"), "funder_code"));
    }

    List<Draft> of(Part part) {
        return switch (part) {
            case PROJECTS ->
                List.of(
                        section(
                                "programmes.table.projects",
                                "list-check",
                                facts.of("projects"),
                                "status",
                                "area_m2",
                                "kind",
                                "axis"),
                        section("programmes.table.project_components", "sitemap", facts.of("project_components")));
            case FUNDING ->
                List.of(
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
                List.of(
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
                List.of(
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
                List.of(
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
                List.of(
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
                List.of(
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
                List.of(
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
                facts.of("indicators"), it -> Arrays.stream(prefixes).anyMatch(it.text("indicator_code")::startsWith));
    }

    private static List<Fact> with(List<Fact> all, Predicate<Fact> wanted) {
        return all.stream().filter(wanted).toList();
    }

    private static Draft section(String title, String icon, List<Fact> facts, String... columns) {
        return new Draft(title, icon, facts, columns);
    }
}
