package ma.qutb.spaces.demonstration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.Crafts;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.People;
import ma.qutb.registry.TerritoryCode;
import ma.qutb.spaces.Nuisance;
import ma.qutb.spaces.SiteId;
import ma.qutb.spaces.Sites;
import ma.qutb.spaces.Unit;
import ma.qutb.spaces.UnitKind;
import ma.qutb.spaces.Units;
import ma.qutb.spaces.plan.ImportingPlan;
import ma.qutb.spaces.site.KeepingSites;
import ma.qutb.spaces.unit.KeepingUnits;
import ma.qutb.spaces.unit.NewUnit;
import ma.qutb.spaces.unit.Occupant;
import ma.qutb.spaces.unit.Occupying;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sets the zone up, once: its plan from a file as any plan, the shops with who came and went in two years. Nothing hangs on chance. */
@Component
class SettingUpTheZone {

    static final String ZONE = "DEMO-ZONE";

    private static final int MONTHS = 24;
    private static final int PEOPLE = 4000;
    private static final UUID NOBODY = new UUID(0, 0x5a);
    /** As in the drawing the zone is made after. */
    private static final List<Integer> FREE = List.of(12, 33, 48, 66, 79, 85, 100);

    private static final List<Integer> RESERVED = List.of(19, 63, 64, 90);
    private static final List<Integer> CLOSED = List.of(41, 42);
    /** From here on the leases of the first years ended together, and a call was made for the shops. */
    private static final int ENDED = 51;

    private static final int MONTHS_SINCE_ENDED = 7;

    private final KeepingSites keepingSites;
    private final Sites sites;
    private final ImportingPlan importing;
    private final KeepingUnits keeping;
    private final Occupying occupying;
    private final Units units;
    private final People people;
    private final Crafts crafts;
    private final Clock clock;

    SettingUpTheZone(
            KeepingSites keepingSites,
            Sites sites,
            ImportingPlan importing,
            KeepingUnits keeping,
            Occupying occupying,
            Units units,
            People people,
            Crafts crafts,
            Clock clock) {
        this.keepingSites = keepingSites;
        this.sites = sites;
        this.importing = importing;
        this.keeping = keeping;
        this.occupying = occupying;
        this.units = units;
        this.people = people;
        this.crafts = crafts;
        this.clock = clock;
    }

    private record Artisan(Occupant who, CraftCode craft) {}

    /** @return how many units it has */
    @Transactional
    int setUp() {
        var today = LocalDate.now(clock);
        var known = sites.called(ZONE);
        if (known.isPresent()) {
            return units.of(known.get().id(), today).size();
        }
        var opened = today.withDayOfMonth(1).minusMonths(MONTHS);
        var site = keepingSites.enter(
                new KeepingSites.Details(
                        ZONE,
                        "activity_zone",
                        new LocalName("منطقة الأنشطة الحرفية", "Zone d’activités artisanales", "Craft activity zone"),
                        new TerritoryCode("C-GUE"),
                        Optional.empty(),
                        "in_use"),
                true);
        var file = importing.keep(site, "demonstration-zone.geojson", drawing(), NOBODY);
        importing.take(site, file, opened);
        var all = units.of(site, today);
        all.forEach(this::equip);
        settle(site, all, opened, today);
        return all.size();
    }

    /** Whether it is one of those for which the call was made. */
    static boolean offered(Unit unit) {
        if (unit.kind() != UnitKind.SHOP) {
            return false;
        }
        int number = Integer.parseInt(unit.number());
        return number >= ENDED && !FREE.contains(number) && !RESERVED.contains(number);
    }

    /** Whether it is one of those nobody has had for long. */
    static boolean left(Unit unit) {
        return unit.kind() == UnitKind.SHOP && FREE.contains(Integer.parseInt(unit.number()));
    }

    /** Water and light everywhere; the first rows of each block bear noise and fire. */
    private void equip(Unit unit) {
        int row = unit.kind() == UnitKind.SHOP ? (Integer.parseInt(unit.number()) - 1) % 25 / 5 : 0;
        boolean heavy = unit.kind() == UnitKind.WORKSHOP || row == 0;
        var bears = heavy ? new Nuisance(3, 3, 3, 2) : row == 4 ? new Nuisance(2, 2, 1, 2) : new Nuisance(1, 1, 2, 1);
        keeping.describe(
                unit.id(),
                new NewUnit(
                        unit.number(),
                        unit.kind(),
                        unit.area(),
                        new NewUnit.Offers(
                                true,
                                heavy ? 9 : 3,
                                heavy,
                                false,
                                heavy,
                                row != 2,
                                unit.kind() != UnitKind.SHOP,
                                bears),
                        List.of(),
                        unit.level(),
                        unit.building(),
                        unit.shape()));
    }

    private void settle(SiteId site, List<Unit> all, LocalDate opened, LocalDate today) {
        var artisans = artisans(140);
        int next = 0;
        for (var unit : all) {
            if (unit.kind() != UnitKind.SHOP) {
                continue;
            }
            int number = Integer.parseInt(unit.number());
            var came = opened.plusMonths(number * 7 % 20).plusDays(number % 27);
            if (CLOSED.contains(number)) {
                keeping.change(unit.id(), "closed", today.minusMonths(2), "إصلاح السقف (للعرض)");
            } else if (RESERVED.contains(number)) {
                lease(unit, artisans.get(next++), Occupying.Kind.PLANNED, today.minusDays(10), Optional.empty());
            } else if (FREE.contains(number)) {
                // Somebody was there and left, three months ago or ten.
                var left = today.minusMonths(number % 2 == 0 ? 3 : 10);
                var before = came.isBefore(left) ? came : left.minusMonths(4);
                lease(unit, artisans.get(next++), Occupying.Kind.LEASE, before, Optional.of(left));
            } else if (number >= ENDED) {
                var left = today.minusMonths(MONTHS_SINCE_ENDED);
                var before = came.isBefore(left.minusMonths(2)) ? came : opened.plusDays(number);
                lease(unit, artisans.get(next++), Occupying.Kind.LEASE, before, Optional.of(left));
            } else if (number % 6 == 0) {
                // One came after another.
                var change = today.minusMonths(7);
                lease(unit, artisans.get(next++), Occupying.Kind.LEASE, opened.plusDays(number), Optional.of(change));
                lease(unit, artisans.get(next++), Occupying.Kind.LEASE, change.plusMonths(3), Optional.empty());
            } else {
                var until = number % 17 == 0 ? Optional.of(today.plusMonths(4)) : Optional.<LocalDate>empty();
                lease(unit, artisans.get(next++), Occupying.Kind.LEASE, came, until);
            }
        }
    }

    private void lease(Unit unit, Artisan it, Occupying.Kind kind, LocalDate from, Optional<LocalDate> until) {
        occupying.occupy(unit.id(), it.who(), Optional.of(it.craft()), kind, from, until);
    }

    private List<Artisan> artisans(int many) {
        var found = new ArrayList<Artisan>();
        for (int i = 1; i <= PEOPLE && found.size() < many; i++) {
            people.byReference("DEMO-P-%05d".formatted(i))
                    .flatMap(it -> people.practice(it.id()))
                    .flatMap(it -> it.crafts().stream()
                            .sorted()
                            .findFirst()
                            .filter(crafts::exists)
                            .map(craft -> new Artisan(
                                    new Occupant.Somebody(it.person().id()), craft)))
                    .ifPresent(found::add);
        }
        if (found.size() < many) {
            throw new IllegalStateException("the demonstration has only " + found.size() + " artisans");
        }
        return found;
    }

    private static String drawing() {
        try {
            return new ClassPathResource("spaces/demonstration-zone.geojson")
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
