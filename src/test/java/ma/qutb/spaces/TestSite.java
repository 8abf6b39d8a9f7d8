package ma.qutb.spaces;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.Organisations;
import ma.qutb.registry.TerritoryCode;
import ma.qutb.spaces.plan.ImportingPlan;
import ma.qutb.spaces.site.KeepingSites;
import ma.qutb.spaces.unit.Occupant;
import ma.qutb.spaces.unit.Occupying;

/** Makes sites with drawn units for tests. */
public class TestSite {

    /** A unit of these is 5 m by 4 m. */
    private static final int WIDE = 5;

    private static final int DEEP = 4;

    private final KeepingSites sites;
    private final ImportingPlan importing;
    private final Occupying occupying;
    private final Organisations organisations;
    private final Units units;
    private final Clock clock;

    TestSite(
            KeepingSites sites,
            ImportingPlan importing,
            Occupying occupying,
            Organisations organisations,
            Units units,
            Clock clock) {
        this.sites = sites;
        this.importing = importing;
        this.occupying = occupying;
        this.organisations = organisations;
        this.units = units;
        this.clock = clock;
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    public SiteId empty() {
        var code = "T-" + UUID.randomUUID().toString().substring(0, 13).toUpperCase(Locale.ROOT);
        return sites.enter(
                new KeepingSites.Details(
                        code,
                        "activity_zone",
                        new LocalName("منطقة " + code, "Zone " + code, "Zone " + code),
                        new TerritoryCode("C-GUE"),
                        Optional.empty(),
                        "in_use"),
                false);
    }

    /** A site with so many shops in rows of ten, 1 to n, which stand there since two years. */
    public SiteId drawn(int many) {
        var site = empty();
        importing.take(
                site, importing.keep(site, "grid.geojson", grid(many), UUID.randomUUID()), today().minusYears(2));
        return site;
    }

    public Unit unit(SiteId site, String number) {
        return units.of(site, today()).stream()
                .filter(it -> it.number().equals(number))
                .findFirst()
                .orElseThrow();
    }

    public void let(Unit unit, LocalDate from, Optional<LocalDate> until) {
        occupying.occupy(unit.id(), somebody(), Optional.of(new CraftCode("JEW")), Occupying.Kind.LEASE, from, until);
    }

    public void reserve(Unit unit, LocalDate from) {
        occupying.occupy(
                unit.id(),
                somebody(),
                Optional.of(new CraftCode("TLR")),
                Occupying.Kind.PLANNED,
                from,
                Optional.empty());
    }

    public Occupant somebody() {
        return new Occupant.Body(
                organisations.byReference("ORG-COOPJ").orElseThrow().id());
    }

    public static String grid(int many) {
        var text = new StringBuilder(
                "{ \"type\": \"FeatureCollection\", \"plan\": { \"y\": \"down\" }, \"features\": [\n");
        for (int i = 0; i < many; i++) {
            text.append(i == 0 ? "" : ",\n").append(shop(String.valueOf(i + 1), i % 10 * WIDE, i / 10 * DEEP));
        }
        return text.append("\n] }").toString();
    }

    /** A line of a plan: a shop whose corner is there, in metres. */
    public static String shop(String number, int x, int y) {
        return """
                { "type": "Feature", "properties": { "number": "%s", "kind": "shop", "building": "A" }, "geometry": \
                { "type": "Polygon", "coordinates": [[[%d,%d],[%d,%d],[%d,%d],[%d,%d],[%d,%d]]] } }""".formatted(number, x, y, x + WIDE, y, x + WIDE, y + DEEP, x, y + DEEP, x, y);
    }
}
