package ma.qutb.spaces.application;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.Crafts;
import ma.qutb.spaces.CraftNuisances;
import ma.qutb.spaces.Nuisance;
import ma.qutb.spaces.Unit;
import ma.qutb.spaces.UnitId;
import ma.qutb.spaces.Units;
import ma.qutb.spaces.allocation.Bar;
import ma.qutb.spaces.call.Call;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says of each unit of a call whether a craft may work there. The allocation later holds the same rules. */
@Component
@Transactional(readOnly = true)
public class Fitting {

    private final Units units;
    private final Crafts crafts;
    private final CraftNuisances nuisances;

    Fitting(Units units, Crafts crafts, CraftNuisances nuisances) {
        this.units = units;
        this.crafts = crafts;
        this.nuisances = nuisances;
    }

    /** The units of the call in its order. */
    public Map<UnitId, Fit> of(Call call, CraftCode craft, boolean needsAccess) {
        var offered = units.find(call.units());
        var causes = causes(craft, call.calendar().startsOn());
        var fits = new LinkedHashMap<UnitId, Fit>();
        for (var id : call.units()) {
            var unit = offered.get(id);
            if (unit != null) {
                fits.put(id, new Fit(unit, bar(unit, craft, causes, needsAccess)));
            }
        }
        return fits;
    }

    private Optional<Bar> bar(Unit unit, CraftCode craft, Nuisance causes, boolean needsAccess) {
        if (!unit.crafts().isEmpty()
                && unit.crafts().stream().noneMatch(it -> crafts.within(it).contains(craft))) {
            return Optional.of(Bar.CRAFT);
        }
        if (!unit.bears().bears(causes)) {
            return Optional.of(Bar.NUISANCE);
        }
        return needsAccess && !unit.accessible() ? Optional.of(Bar.ACCESS) : Optional.empty();
    }

    /** What the craft brings with it on the day the leases begin; its family's where nothing is said of itself. */
    private Nuisance causes(CraftCode craft, LocalDate day) {
        var known = nuisances.on(day);
        var own = known.get(craft);
        return own != null
                ? own
                : crafts.find(craft)
                        .flatMap(Crafts.Craft::parent)
                        .map(it -> known.getOrDefault(it, Nuisance.NONE))
                        .orElse(Nuisance.NONE);
    }
}
