package ma.qutb.spaces.unit;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Language;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.Organisations;
import ma.qutb.registry.People;
import ma.qutb.spaces.Site;
import ma.qutb.spaces.Unit;

/** A unit as its page shows it. */
public record UnitPage(
        Unit unit,
        Site site,
        Optional<LocalName> building,
        Optional<String> state,
        List<UnitHistory.Stage> stages,
        List<UnitHistory.Tenancy> tenancies,
        List<UnitHistory.Kin> kin,
        Map<UUID, People.Summary> people,
        Map<UUID, Organisations.Summary> organisations,
        Map<String, LocalName> crafts,
        LocalDate today) {

    public String path() {
        return "/app/spaces/units/" + unit.id();
    }

    public String plan() {
        return "/app/spaces/plan?site=" + unit.site() + "&unit=" + unit.id();
    }

    /** Whether it still stands, so that something can be done with it. */
    public boolean standing() {
        return unit.until().isEmpty();
    }

    /** Who had it, in this language. */
    public String name(UnitHistory.Tenancy it, Language language) {
        return it.person()
                .flatMap(id -> Optional.ofNullable(people.get(id)))
                .map(People.Summary::name)
                .or(() -> it.organisation()
                        .flatMap(id -> Optional.ofNullable(organisations.get(id)))
                        .map(Organisations.Summary::name))
                .map(name -> name.in(language))
                .orElse("");
    }

    public String craft(UnitHistory.Tenancy it, Language language) {
        return it.craft()
                .flatMap(code -> Optional.ofNullable(crafts.get(code)))
                .map(name -> name.in(language))
                .orElse("");
    }

    /** The page of whoever had it, for those who may see it. */
    public String path(UnitHistory.Tenancy it) {
        return it.person()
                .map(id -> "/app/people/" + id)
                .or(() -> it.organisation().map(id -> "/app/organisations/" + id))
                .orElse("");
    }

    /** Noise, dust, danger of fire, smell, with what it bears of each. */
    public Map<String, Integer> bears() {
        var all = new java.util.LinkedHashMap<String, Integer>();
        all.put("noise", unit.bears().noise());
        all.put("dust", unit.bears().dust());
        all.put("fire", unit.bears().fire());
        all.put("smell", unit.bears().smell());
        return all;
    }
}
