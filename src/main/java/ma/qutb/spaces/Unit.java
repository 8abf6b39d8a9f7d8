package ma.qutb.spaces;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ma.qutb.registry.CraftCode;

/**
 * A unit with what it offers.
 *
 * @param number as it stands on its door; once in its site among those of a day
 * @param building the block or house it lies in
 * @param area whole square decimetres
 * @param power kW
 * @param ownUse whether the pole keeps it for itself
 * @param bears what its walls bear
 * @param crafts those allowed there, or families of them; empty: any
 * @param until the first day it exists no more
 */
public record Unit(
        UnitId id,
        SiteId site,
        String number,
        UnitKind kind,
        Optional<UUID> level,
        Optional<UUID> building,
        Optional<Integer> area,
        Optional<Shape> shape,
        boolean water,
        int power,
        boolean threePhase,
        boolean gas,
        boolean drainage,
        boolean accessible,
        boolean ownUse,
        Nuisance bears,
        Set<CraftCode> crafts,
        LocalDate from,
        Optional<LocalDate> until) {

    public Unit {
        crafts = Set.copyOf(crafts);
    }

    /** Whether it exists on this day. */
    public boolean existsOn(LocalDate day) {
        return !day.isBefore(from) && until.map(day::isBefore).orElse(true);
    }
}
