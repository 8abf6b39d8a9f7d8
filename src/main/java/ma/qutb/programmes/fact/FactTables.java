package ma.qutb.programmes.fact;

import static ma.qutb.programmes.fact.Column.Kind.*;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All tables of the reference data, in the order they are offered. */
public final class FactTables {

    /** Every file, the sources first. */
    public static final List<FactTable> ALL = List.of(
            table("sources", "publication", "source")
                    .titled("title")
                    .with(
                            text("source").mustBe(),
                            words("publisher"),
                            words("author"),
                            day("published_on"),
                            text("period_described").mustBe(),
                            words("region_name_used")),
            table("programmes", "programme", "code")
                    .titled("name")
                    .naming("code")
                    .at("scope_code")
                    .in("start_year")
                    .with(
                            text("code").mustBe(),
                            word("type").mustBe(),
                            year("start_year"),
                            year("end_year"),
                            territory("scope_code")),
            table("organisations", "organisation", "code")
                    .titled("name")
                    .naming("code")
                    .at("scope_code")
                    .with(
                            text("code").mustBe(),
                            word("type").mustBe(),
                            words("role"),
                            territory("seat_code"),
                            territory("scope_code"),
                            year("active_from"),
                            year("active_to")),
            table("people", "public_person", "code")
                    .titled("name")
                    .naming("code")
                    .at("territory_code")
                    .with(
                            text("code").mustBe(),
                            word("category").mustBe(),
                            text("name_latin"),
                            words("role"),
                            subject("organisation_code"),
                            territory("territory_code")),
            table("programme_roles", "programme_role", "programme_code", "organisation_code", "role")
                    .titledAfter("programme_code")
                    .belongingTo("programme_code")
                    .with(
                            subject("programme_code").mustBe(),
                            word("role").mustBe(),
                            subject("organisation_code").mustBe()),
            table("projects", "project", "code")
                    .perSource()
                    .titled("name")
                    .naming("code")
                    .at("territory_code")
                    .in("status_year")
                    .along("axis")
                    .figure("cost_mad", "MAD", "cost_qualifier")
                    .with(
                            text("code").mustBe(),
                            word("kind").mustBe(),
                            word("axis"),
                            money("cost_mad"),
                            word("cost_qualifier"),
                            whole("area_m2"),
                            word("status").mustBe(),
                            year("status_year"),
                            territory("territory_code"),
                            subject("programme_code")),
            table("project_components", "project_component", "project_code", "component_code")
                    .titled("component")
                    .belongingTo("project_code")
                    .figure("count", "", "count_qualifier")
                    .with(
                            subject("project_code").mustBe(),
                            text("component_code").mustBe(),
                            whole("count"),
                            word("count_qualifier")),
            table("pole_components", "pole_component", "component_code")
                    .perSource()
                    .titled("component")
                    .belongingTo("PRJ-20")
                    .figure("count", "unit", "")
                    .with(
                            text("component_code").mustBe(),
                            text("parent_component"),
                            whole("count"),
                            word("unit"),
                            word("status").mustBe()),
            table("spaces", "space", "code")
                    .perSource()
                    .titled("name")
                    .naming("code")
                    .at("territory_code")
                    .in("year_created")
                    .figure("capacity", "capacity_unit", "")
                    .with(
                            text("code").mustBe(),
                            word("type").mustBe(),
                            whole("capacity"),
                            word("capacity_unit"),
                            whole("area_m2"),
                            year("year_created"),
                            word("status").mustBe(),
                            territory("territory_code"),
                            subject("operator_code")),
            table("training_actions", "training_action", "id")
                    .titled("beneficiary_type")
                    .naming("id")
                    .at("territory_code")
                    .in("year")
                    .figure("beneficiaries", "people", "")
                    .standing("value_type")
                    .with(
                            text("id").mustBe(),
                            word("kind").mustBe(),
                            whole("beneficiaries"),
                            word("value_type").mustBe(),
                            year("year"),
                            crafts("craft_codes"),
                            territory("territory_code"),
                            subject("programme_code"),
                            words("trainers")),
            table("support_actions", "support_action", "id")
                    .titled("name")
                    .naming("id")
                    .at("territory_code")
                    .in("year")
                    .figure("beneficiaries", "people", "")
                    .with(
                            text("id").mustBe(),
                            word("type").mustBe(),
                            word("status").mustBe(),
                            whole("beneficiaries"),
                            year("year"),
                            crafts("craft_codes"),
                            territory("territory_code"),
                            subject("actor_code")),
            table("market_actions", "market_action", "id")
                    .titled("name")
                    .at("territory_code")
                    .in("year")
                    .with(
                            text("id").mustBe(),
                            word("type").mustBe(),
                            word("status").mustBe(),
                            year("year"),
                            territory("territory_code"),
                            subject("actor_code")),
            table("fairs", "fair", "code")
                    .titled("name")
                    .naming("code")
                    .at("territory_code")
                    .in("year")
                    .with(
                            text("code").mustBe(),
                            word("level").mustBe(),
                            word("status").mustBe(),
                            year("year"),
                            words("recurrence"),
                            territory("territory_code"),
                            subject("organiser_code"),
                            subjects("partner_codes")),
            table("collective_orders", "collective_order", "id")
                    .titled("product")
                    .naming("id")
                    .at("territory_code")
                    .figure("cost_mad", "MAD", "")
                    .with(
                            text("id").mustBe(),
                            whole("quantity"),
                            word("unit"),
                            whole("cooperatives"),
                            money("cost_mad"),
                            word("status").mustBe(),
                            words("purpose"),
                            territory("territory_code")),
            table("funding", "contribution", "id")
                    .titledAfter("object_code")
                    .belongingTo("object_code")
                    .in("year")
                    .figure("amount_mad", "MAD", "qualifier")
                    .with(
                            text("id").mustBe(),
                            word("object_type").mustBe(),
                            subject("object_code").mustBe(),
                            subject("funder_code"),
                            subject("recipient_code"),
                            money("amount_mad"),
                            word("qualifier"),
                            year("year"),
                            whole("period_years"),
                            word("modality")),
            table("conventions", "convention", "id")
                    .titled("subject")
                    .naming("id")
                    .in("year")
                    .with(text("id").mustBe(), word("kind").mustBe(), word("status"), year("year")),
            table("convention_parties", "convention_party", "convention_id", "organisation_code")
                    .titledAfter("organisation_code")
                    .belongingTo("convention_id")
                    .with(
                            subject("convention_id").mustBe(),
                            subject("organisation_code").mustBe()),
            table("awards", "award", "id")
                    .titled("prize")
                    .belongingTo("person_code")
                    .in("year")
                    .with(
                            text("id").mustBe(),
                            subject("person_code").mustBe(),
                            words("competition"),
                            whole("rank"),
                            whole("edition"),
                            year("year"),
                            word("level"),
                            craft("craft_code"),
                            subject("awarded_by")),
            table("medals", "medal", "id")
                    .titled("name")
                    .at("territory_code")
                    .in("year")
                    .with(
                            text("id").mustBe(),
                            subject("person_code").mustBe(),
                            words("order"),
                            whole("class"),
                            year("year"),
                            territory("territory_code"),
                            subject("handed_by_code"),
                            territory("ceremony_place_code")),
            table("commendations", "commendation", "id")
                    .titled("recipient")
                    .in("year")
                    .with(text("id").mustBe(), subjects("given_by_code").mustBe(), year("year"), words("reason")),
            table("events", "event", "id")
                    .perSource()
                    .titled("name")
                    .in("date")
                    .with(
                            text("id").mustBe(),
                            word("type").mustBe(),
                            word("status").mustBe(),
                            day("date"),
                            territories("place_code"),
                            words("participants")),
            table("equipment", "equipment", "id")
                    .titled("item")
                    .belongingTo("place_code")
                    .figure("quantity", "", "")
                    .with(
                            text("id").mustBe(),
                            whole("quantity"),
                            crafts("craft_codes"),
                            site("place_code"),
                            word("holder_type").mustBe(),
                            word("status").mustBe()),
            table("tourist_points", "tourist_point", "territory_code")
                    .titled("host")
                    .at("territory_code")
                    .with(
                            territory("territory_code").mustBe(),
                            word("status").mustBe(),
                            subject("host_space_code"),
                            subject("owner_code")),
            table("indicators", "indicator", "id")
                    .titled("name")
                    .at("territory_code")
                    .in("year")
                    .figure("value", "unit", "qualifier")
                    .standing("value_type")
                    .with(
                            text("id").mustBe(),
                            text("indicator_code").mustBe(),
                            whole("value").mustBe(),
                            word("unit").mustBe(),
                            word("qualifier"),
                            word("value_type").mustBe(),
                            year("year"),
                            territory("territory_code")),
            table("rules", "operating_rule", "id")
                    .titled("rule")
                    .with(text("id").mustBe(), word("module").mustBe()),
            table("statements", "statement", "id")
                    .titled("statement")
                    .with(text("id").mustBe(), word("kind").mustBe()),
            table("exclusions", "exclusion", "source", "locator").titled("reason"),
            table("territories", "named_territory", "code")
                    .titled("name")
                    .at("code")
                    .with(
                            territory("code").mustBe(),
                            word("type").mustBe(),
                            territory("parent_code"),
                            year("valid_from"),
                            year("valid_to"),
                            decimal("lat"),
                            decimal("lon"),
                            texts("filled_by_knowledge")),
            table("supplement/territories_supplement", "added_territory", "code")
                    .titled("name")
                    .at("code")
                    .with(
                            territory("code").mustBe(),
                            word("type").mustBe(),
                            territory("parent_code").mustBe(),
                            year("valid_from"),
                            year("valid_to"),
                            decimal("lat"),
                            decimal("lon"),
                            word("origin").mustBe(),
                            word("confidence").mustBe()),
            table("supplement/territory_parents", "territory_belonging", "code", "parent_code")
                    .titledBy("code")
                    .at("code")
                    .with(
                            territory("code").mustBe(),
                            territory("parent_code").mustBe(),
                            year("valid_from"),
                            year("valid_to"),
                            word("origin").mustBe(),
                            word("confidence").mustBe()),
            table("craft_classes", "craft_class", "code")
                    .titled("name")
                    .with(text("code").mustBe(), texts("synonyms_ar"), texts("synonyms_fr")),
            table("crafts", "named_craft", "code")
                    .titled("name")
                    .with(
                            text("code").mustBe(),
                            texts("synonyms_ar"),
                            texts("synonyms_fr"),
                            text("parent_code"),
                            text("class_code"),
                            words("material"),
                            word("mention").mustBe(),
                            flag("local_specific"),
                            flag("endangered")),
            table("spelling_variants", "spelling_variant", "id")
                    .titledBy("variant")
                    .with(
                            text("id").mustBe(),
                            text("canonical_ar").mustBe(),
                            text("variant").mustBe(),
                            word("kind").mustBe()),
            table("number_formats", "number_format", "id")
                    .titledBy("text")
                    .with(
                            text("id").mustBe(),
                            text("text").mustBe(),
                            whole("value").mustBe(),
                            word("kind").mustBe()),
            table("discrepancies", "discrepancy", "id")
                    .titled("topic")
                    .with(
                            text("id").mustBe(),
                            word("severity").mustBe(),
                            text("source_b"),
                            words("description"),
                            words("handling")));

    private static final Map<String, FactTable> BY_NAME =
            ALL.stream().collect(Collectors.toMap(FactTable::name, Function.identity()));

    private FactTables() {}

    /** The table with this name, for example {@code projects}. */
    public static Optional<FactTable> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    private static FactTable table(String file, String table, String... key) {
        return new FactTable(file, table, key);
    }

    private static Column text(String name) {
        return new Column(name, TEXT, false);
    }

    private static Column texts(String name) {
        return new Column(name, TEXTS, false);
    }

    private static Column word(String name) {
        return new Column(name, WORD, false);
    }

    private static Column words(String name) {
        return new Column(name, WORDS, false);
    }

    private static Column whole(String name) {
        return new Column(name, WHOLE, false);
    }

    private static Column year(String name) {
        return new Column(name, YEAR, false);
    }

    private static Column money(String name) {
        return new Column(name, MONEY, false);
    }

    private static Column decimal(String name) {
        return new Column(name, DECIMAL, false);
    }

    private static Column day(String name) {
        return new Column(name, DAY, false);
    }

    private static Column flag(String name) {
        return new Column(name, FLAG, false);
    }

    private static Column subject(String name) {
        return new Column(name, SUBJECT, false);
    }

    private static Column subjects(String name) {
        return new Column(name, SUBJECTS, false);
    }

    private static Column territory(String name) {
        return new Column(name, TERRITORY, false);
    }

    private static Column territories(String name) {
        return new Column(name, TERRITORIES, false);
    }

    private static Column site(String name) {
        return new Column(name, SITE, false);
    }

    private static Column craft(String name) {
        return new Column(name, CRAFT, false);
    }

    private static Column crafts(String name) {
        return new Column(name, CRAFTS, false);
    }
}
