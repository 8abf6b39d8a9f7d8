package ma.qutb.spaces.unit;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ma.qutb.registry.Crafts;
import ma.qutb.registry.form.ActForm;
import ma.qutb.registry.form.FormPages;
import ma.qutb.registry.form.Part;
import ma.qutb.shell.Choice;
import ma.qutb.spaces.Nuisance;
import ma.qutb.spaces.SiteId;
import ma.qutb.spaces.Unit;
import ma.qutb.spaces.UnitKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is asked of a unit, new or known. */
@Component
class UnitFields {

    private static final List<String> IN_IT = List.of("water", "threePhase", "gas", "drainage", "accessible", "ownUse");
    private static final List<String> NUISANCES = List.of("noise", "dust", "fire", "smell");
    private static final int MOST_POWER = 1000;

    private final Crafts crafts;
    private final FormPages pages;
    private final JdbcClient database;

    UnitFields(Crafts crafts, FormPages pages, JdbcClient database) {
        this.crafts = crafts;
        this.pages = pages;
        this.database = database;
    }

    /** Asks for all of it. */
    ActForm ask(ActForm form, SiteId site) {
        form.ask(Part.typed("number", "code").called(say("number")).must())
                .ask(Part.choice("kind", words("spaces.unit.kind.", UnitKind.codes()))
                        .called(pages.say("spaces.units.column.kind"))
                        .must())
                .ask(Part.typed("area", "decimal").called(say("area")).in(pages.say("spaces.unit.square-metre")))
                .ask(Part.typed("power", "number").called(say("power")).in(pages.say("spaces.unit.kilowatt")))
                .ask(Part.choice("building", buildings(site)).called(pages.say("spaces.units.column.building")));
        IN_IT.forEach(it -> form.ask(Part.check(it).called(say(it))));
        NUISANCES.forEach(it -> form.ask(Part.choice(it, grades()).called(say("bears." + it))));
        families()
                .forEach(it -> form.ask(Part.check("craft-" + it.code())
                        .called(pages.say("spaces.unit.for-craft", it.name().in(FormPages.language())))));
        return form;
    }

    /** What a form about this unit begins with. */
    Map<String, String> start(Unit unit) {
        var start = new TreeMap<String, String>();
        start.put("number", unit.number());
        start.put("kind", unit.kind().code());
        unit.area()
                .ifPresent(it -> start.put(
                        "area",
                        java.math.BigDecimal.valueOf(it, 2).stripTrailingZeros().toPlainString()));
        start.put("power", String.valueOf(unit.power()));
        unit.building().ifPresent(it -> start.put("building", it.toString()));
        tick(start, "water", unit.water());
        tick(start, "threePhase", unit.threePhase());
        tick(start, "gas", unit.gas());
        tick(start, "drainage", unit.drainage());
        tick(start, "accessible", unit.accessible());
        tick(start, "ownUse", unit.ownUse());
        start.put("noise", String.valueOf(unit.bears().noise()));
        start.put("dust", String.valueOf(unit.bears().dust()));
        start.put("fire", String.valueOf(unit.bears().fire()));
        start.put("smell", String.valueOf(unit.bears().smell()));
        unit.crafts().forEach(it -> tick(start, "craft-" + it.value(), true));
        return start;
    }

    /** What was typed; refusals stand in the form. */
    Optional<NewUnit> read(ActForm form, SiteId site, Optional<Unit> known) {
        var number = form.needed("number").toUpperCase(Locale.ROOT);
        var kind = form.value("kind");
        if (!UnitKind.codes().contains(kind)) {
            form.need("kind");
        }
        var area = form.quantity("area", 2).map(Math::toIntExact);
        int power = form.quantity("power", 0).map(Long::intValue).orElse(0);
        if (power > MOST_POWER) {
            form.errors().rejectValue("power", "spaces.unit.refusal.too-much-power");
        }
        var building = form.id("building")
                .filter(it ->
                        buildings(site).stream().anyMatch(one -> one.value().equals(it.toString())));
        if (form.refused()) {
            return Optional.empty();
        }
        var allowed = families().stream()
                .map(Crafts.Craft::code)
                .filter(it -> ticked(form, "craft-" + it))
                .toList();
        // A craft below a family that was allowed by hand stays allowed.
        var finer = known.stream()
                .flatMap(it -> it.crafts().stream())
                .filter(it ->
                        families().stream().noneMatch(family -> family.code().equals(it)));
        return form.attempt(
                Map.of("spaces.unit.refusal.number-form", "number", "spaces.unit.refusal.no-power", "power"),
                () -> new NewUnit(
                        number,
                        UnitKind.of(kind),
                        area,
                        new NewUnit.Offers(
                                ticked(form, "water"),
                                power,
                                ticked(form, "threePhase"),
                                ticked(form, "gas"),
                                ticked(form, "drainage"),
                                ticked(form, "accessible"),
                                ticked(form, "ownUse"),
                                new Nuisance(
                                        grade(form, "noise"),
                                        grade(form, "dust"),
                                        grade(form, "fire"),
                                        grade(form, "smell"))),
                        Stream.concat(allowed.stream(), finer).toList(),
                        known.flatMap(Unit::level),
                        building,
                        known.flatMap(Unit::shape)));
    }

    private static int grade(ActForm form, String field) {
        var typed = form.value(field);
        return typed.matches("[0-" + Nuisance.MOST + "]") ? Integer.parseInt(typed) : 0;
    }

    private static boolean ticked(ActForm form, String field) {
        return form.value(field).equals("true");
    }

    private static void tick(Map<String, String> start, String field, boolean ticked) {
        if (ticked) {
            start.put(field, "true");
        }
    }

    private List<Crafts.Craft> families() {
        return crafts.all().stream().filter(it -> it.parent().isEmpty()).toList();
    }

    private List<Choice> buildings(SiteId site) {
        return database.sql(
                        "select id, name_ar, name_fr, name_en from spaces.building where site_id = :site order by position")
                .param("site", site.value())
                .query((row, number) -> new Choice(
                        row.getObject("id", UUID.class).toString(),
                        FormPages.language()
                                .choose(row.getString("name_ar"), row.getString("name_fr"), row.getString("name_en"))))
                .list();
    }

    private List<Choice> grades() {
        return words(
                "spaces.unit.grade.",
                IntStream.rangeClosed(0, Nuisance.MOST)
                        .mapToObj(String::valueOf)
                        .toList());
    }

    private List<Choice> words(String texts, List<String> codes) {
        return codes.stream().map(it -> new Choice(it, pages.say(texts + it))).toList();
    }

    private String say(String field) {
        return pages.say("spaces.unit." + field);
    }
}
