package ma.qutb.spaces.application;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import ma.qutb.kernel.Refusal;
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

    /** @throws Refusal when no craft was chosen yet, or one of these is none of the call or does not suit the craft */
    void suits(Application draft, Call call, List<UnitId> units) {
        var craft = draft.craft().orElseThrow(() -> new Refusal("spaces.application.refusal.no-craft"));
        var fits = of(call, craft, draft.needsAccess());
        for (var unit : units) {
            var fit = Optional.ofNullable(fits.get(unit))
                    .orElseThrow(() -> new Refusal("spaces.application.refusal.not-of-the-call"));
            fit.bar().ifPresent(bar -> {
                throw new Refusal(
                        "spaces.application.refusal.unfit." + bar.name().toLowerCase(Locale.ROOT),
                        fit.unit().number());
            });
        }
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
