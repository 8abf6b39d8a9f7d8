package ma.qutb.spaces.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Language;
import ma.qutb.registry.Crafts;
import ma.qutb.registry.LocalName;
import ma.qutb.shell.Page;
import ma.qutb.spaces.Site;
import ma.qutb.spaces.UnitId;
import ma.qutb.spaces.rent.Standing;

/** The plan of a site on a day, as its page shows it. */
public record PlanPage(
        PlanAsked asked,
        Site site,
        List<Site> sites,
        Sheet sheet,
        Scale scale,
        Map<UUID, LocalName> names,
        Map<String, Crafts.Craft> families,
        Map<String, String> familyOf,
        Map<UnitId, Standing> standings) {

    private static final List<String> STATES =
            List.of("let", "free", "reserved", "own", "closed", "under_construction");
    private static final List<String> STANDINGS = List.of("paid", "plan", "late30", "late90", "older");
    private static final int PAST = 36;
    private static final int AHEAD = 12;
    /** As many colours of crafts as can be told apart. */
    private static final int COLOURS = 10;

    /** How many units of a colour there are. */
    public record Chip(String code, String look, String words, int many, String address, boolean chosen) {}

    /** A block in the table beneath. */
    public record Row(String name, int let, int free, int reserved, int shut, int all) {
        /** Of those that can be rented. */
        public int percent() {
            int rented = let + free + reserved + shut;
            return rented == 0 ? 0 : Math.round(100f * let / rented);
        }
    }

    /** The chips of what the colours mean, each a way to see only those. */
    public List<Chip> chips(Page page) {
        var counts = new LinkedHashMap<String, Integer>();
        var codes = byCraft() ? families.keySet() : byArrears() ? STANDINGS : STATES;
        codes.forEach(it -> counts.put(it, 0));
        sheet.units().forEach(it -> counts.computeIfPresent(code(it), (code, many) -> many + 1));
        return counts.entrySet().stream()
                .filter(it -> it.getValue() > 0)
                .map(it -> new Chip(
                        it.getKey(),
                        look(it.getKey()),
                        byCraft()
                                ? familyName(it.getKey(), page.language())
                                : page.t((byArrears() ? "spaces.rent.arrears." : "spaces.unit.state.") + it.getKey()),
                        it.getValue(),
                        asked.showing(asked.show().equals(it.getKey()) ? "" : it.getKey())
                                .address(),
                        asked.show().equals(it.getKey())))
                .toList();
    }

    public boolean byCraft() {
        return asked.colour().equals("craft");
    }

    public boolean byArrears() {
        return asked.colour().equals("arrears");
    }

    /** What its tenant owes; nothing where nobody rents. */
    public Optional<Standing> standing(Sheet.On it) {
        return Optional.ofNullable(standings.get(it.id()));
    }

    /** What a unit is coloured by. */
    public String code(Sheet.On it) {
        if (byArrears()) {
            return standing(it).map(Standing::code).orElse("");
        }
        return byCraft() ? it.craft().flatMap(this::family).orElse("") : it.state();
    }

    /** The class it is drawn with. */
    public String look(Sheet.On it) {
        var code = code(it);
        return code.isEmpty() ? "u-none" : look(code);
    }

    /** Whether it stands back, because only others are looked for. */
    public boolean dim(Sheet.On it) {
        return !asked.show().isEmpty() && !asked.show().equals(code(it));
    }

    private String look(String code) {
        if (byCraft()) {
            return "u-c" + List.copyOf(families.keySet()).indexOf(code) % COLOURS;
        }
        return switch (code) {
            case "paid", "plan", "late30", "late90", "older" -> "u-a u-" + code;
            case "let" -> "u-let";
            case "reserved" -> "u-hold";
            case "free" -> "u-free";
            case "own" -> "u-own";
            default -> "u-fix";
        };
    }

    private Optional<String> family(String craft) {
        return Optional.ofNullable(familyOf.get(craft));
    }

    private String familyName(String code, Language language) {
        var family = families.get(code);
        return family == null ? code : family.name().in(language);
    }

    /** The unit that is looked at more closely. */
    public Optional<Sheet.On> chosen() {
        return asked.unit()
                .flatMap(id -> sheet.units().stream()
                        .filter(it -> it.id().value().equals(id))
                        .findFirst());
    }

    public String name(Sheet.On it, Language language) {
        return it.person()
                .or(it::organisation)
                .flatMap(id -> Optional.ofNullable(names.get(id)))
                .map(name -> name.in(language))
                .orElse("");
    }

    public String block(Sheet.On it, Language language) {
        return sheet.blocks().stream()
                .filter(block -> it.block().filter(block.id()::equals).isPresent())
                .findFirst()
                .map(block -> block.name().in(language))
                .orElse("");
    }

    /** All there is to say of it, for whoever does not see the plan. */
    public String label(Page page, Sheet.On it) {
        var parts = new java.util.ArrayList<String>();
        parts.add(page.t("spaces.unit.called." + it.kind(), it.number()));
        parts.add(block(it, page.language()));
        parts.add(page.t("spaces.unit.state." + it.state()));
        parts.add(name(it, page.language()));
        parts.add(it.craft()
                .flatMap(this::family)
                .map(code -> familyName(code, page.language()))
                .orElse(""));
        if (byArrears()) {
            parts.add(standing(it)
                    .map(one -> page.t("spaces.rent.arrears." + one.code()))
                    .orElse(""));
        }
        parts.removeIf(String::isEmpty);
        return String.join(page.t("spaces.plan.comma"), parts);
    }

    /** The table beneath: each block, and what lies in none. */
    public List<Row> rows(Page page) {
        var rows = new java.util.ArrayList<Row>();
        sheet.blocks()
                .forEach(block -> rows.add(row(
                        block.name().in(page.language()),
                        sheet.units().stream()
                                .filter(it ->
                                        it.block().filter(block.id()::equals).isPresent())
                                .toList())));
        rows.add(row(
                page.t("spaces.plan.no-block"),
                sheet.units().stream().filter(it -> it.block().isEmpty()).toList()));
        // What the pole keeps for itself is not counted among what is rented.
        rows.removeIf(it -> it.let() + it.free() + it.reserved() + it.shut() == 0);
        return rows;
    }

    private static Row row(String name, List<Sheet.On> units) {
        return new Row(
                name,
                many(units, "let"),
                many(units, "free"),
                many(units, "reserved"),
                many(units, "closed") + many(units, "under_construction"),
                units.size());
    }

    private static int many(List<Sheet.On> units, String state) {
        return (int) units.stream().filter(it -> it.state().equals(state)).count();
    }

    public List<Sheet.On> free() {
        return sheet.units().stream().filter(it -> it.state().equals("free")).toList();
    }

    /** How far back the slider goes: to the first unit of the site. */
    public int first() {
        var since = java.time.temporal.ChronoUnit.MONTHS.between(
                sheet.begins().withDayOfMonth(1), asked.today().withDayOfMonth(1));
        return (int) -Math.clamp(Math.max(since, -asked.months()), 6, PAST * 10);
    }

    public int last() {
        return Math.max(AHEAD, asked.months());
    }
}
