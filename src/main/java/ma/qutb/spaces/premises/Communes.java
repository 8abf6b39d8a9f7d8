package ma.qutb.spaces.premises;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Language;
import ma.qutb.registry.Territories;
import ma.qutb.registry.TerritoryCode;
import ma.qutb.shell.list.Option;
import org.springframework.stereotype.Component;

/** The communes of the registry: towns and rural ones. */
@Component
public class Communes {

    private static final Set<String> TYPES = Set.of("city", "town", "rural_commune");

    private final Territories territories;
    private final Clock clock;

    Communes(Territories territories, Clock clock) {
        this.territories = territories;
        this.clock = clock;
    }

    /** Those within today's region or the old one where this user may do this. */
    public List<Territories.Place> of(Actor actor, String permission) {
        var scope = actor.scopeOf(permission);
        var year = LocalDate.now(clock).getYear();
        return territories.all().stream()
                .filter(it -> TYPES.contains(it.type())
                        && it.existedIn(year)
                        && it.parentToday().isPresent()
                        && territories.covers(scope, Optional.of(it.code())))
                .toList();
    }

    /** Regions with their provinces and communes, to choose one of them. */
    public List<Option> tree(Language language) {
        var options = new ArrayList<Option>();
        territories.all().stream()
                .filter(it -> it.type().equals("region") && it.validTo().isEmpty())
                .forEach(it -> branch(it, 0, language, options));
        return options;
    }

    private void branch(Territories.Place place, int depth, Language language, List<Option> options) {
        options.add(Option.below(depth, place.code().value(), place.name().in(language)));
        territories.all().stream()
                .filter(it -> it.parentToday().filter(place.code()::equals).isPresent())
                .forEach(it -> branch(it, depth + 1, language, options));
    }

    /** The codes of the place and of all it lies in today. */
    public String[] around(TerritoryCode place) {
        var codes = new LinkedHashSet<>(List.of(place.value()));
        territories.above(place, LocalDate.now(clock).getYear()).forEach(it -> codes.add(it.value()));
        return codes.toArray(String[]::new);
    }
}
