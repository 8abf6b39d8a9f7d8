package ma.qutb.programmes.fact;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.Crafts;
import ma.qutb.registry.Territories;
import ma.qutb.registry.TerritoryCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The places and crafts of the registry as facts name them: by the codes of the reference data. */
@Component
public class Places {

    private final Territories territories;
    private final Crafts crafts;
    private final Clock clock;

    Places(Territories territories, Crafts crafts, Clock clock) {
        this.territories = territories;
        this.crafts = crafts;
        this.clock = clock;
    }

    public boolean exists(String code) {
        return find(code).isPresent();
    }

    public Optional<Territories.Place> find(@Nullable String code) {
        // By comparison, not by a typed code: a cell or an address may hold anything.
        return territories.all().stream()
                .filter(it -> it.code().value().equals(code))
                .findFirst();
    }

    public List<Territories.Place> all() {
        return territories.all();
    }

    /** What it is called; the code itself where it is not known. */
    public Words nameOf(String code) {
        return find(code).map(it -> Words.of(it.name())).orElseGet(() -> new Words(code, code, code));
    }

    public boolean craftExists(String code) {
        return crafts.all().stream().anyMatch(it -> it.code().value().equals(code));
    }

    public Words craft(String code) {
        return Words.of(crafts.nameOf(new CraftCode(code)));
    }

    /** The place and what it belonged to in that year, nearest first. */
    public List<String> chain(String code, int year) {
        var chain = new ArrayList<String>();
        chain.add(code);
        territories.above(new TerritoryCode(code), year).forEach(it -> chain.add(it.value()));
        return chain;
    }

    /** Whether it was, in that year, this territory or part of it. */
    public boolean isWithin(String code, String whole, int year) {
        return chain(code, year).contains(whole);
    }

    /** The region it belonged to in that year. */
    public Optional<Territories.Place> regionOf(String code, int year) {
        return chain(code, year).stream()
                .flatMap(it -> find(it).stream())
                .filter(it -> it.type().equals("region"))
                .findFirst();
    }

    /** This year at the pole. */
    public int today() {
        return LocalDate.now(clock).getYear();
    }
}
