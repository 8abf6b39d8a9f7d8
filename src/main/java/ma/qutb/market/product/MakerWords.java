package ma.qutb.market.product;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.qutb.market.taxonomy.Heard;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.Territories;
import ma.qutb.registry.TerritoryCode;
import ma.qutb.registry.naming.Folding;
import org.springframework.stereotype.Component;

/** The words by which the things of a maker are found besides their own: the name of whoever agreed to be named, and the place. */
@Component
public class MakerWords {

    /** Everything lies in these; whoever types the name of a town means the town. */
    private static final Set<String> TOO_WIDE = Set.of("region", "country");

    /** What kind of place it is, in every name of its kind. */
    private static final Set<String> KINDS = Folding.words(
                    "إقليم عمالة جماعة مدينة دائرة قيادة province prefecture commune cercle de d du of la le et")
            .stream()
            .collect(Collectors.toUnmodifiableSet());

    private final Territories territories;

    MakerWords(Territories territories) {
        this.territories = territories;
    }

    /** Folded, each once, with the sounds of all. */
    public String of(Optional<LocalName> name, Optional<TerritoryCode> place, LocalDate today) {
        var places = place.stream()
                .flatMap(it -> Stream.concat(Stream.of(it), territories.above(it, today.getYear()).stream()))
                .flatMap(it -> territories.find(it).stream())
                .filter(it -> !TOO_WIDE.contains(it.type()))
                .map(Territories.Place::name);
        return Stream.concat(name.stream(), places)
                .flatMap(it -> Stream.of(it.arabic(), it.french(), it.english()))
                .flatMap(it -> Folding.words(it).stream())
                .filter(it -> !KINDS.contains(it))
                .flatMap(it -> Stream.concat(Stream.of(it), Heard.of(it)))
                .distinct()
                .collect(Collectors.joining(" "));
    }
}
