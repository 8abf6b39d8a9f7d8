package ma.qutb.market.making;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.qutb.market.product.Draft;
import ma.qutb.market.taxonomy.Article;
import ma.qutb.market.taxonomy.Taxonomy;
import ma.qutb.market.taxonomy.Taxonomy.Words;
import ma.qutb.market.taxonomy.Term;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.Crafts;
import ma.qutb.registry.People;
import ma.qutb.registry.PersonId;
import org.springframework.stereotype.Component;

/** What a maker is offered to tap: what belongs to her crafts first. */
@Component
class Offered {

    private final Taxonomy taxonomy;
    private final People people;
    private final Crafts crafts;

    Offered(Taxonomy taxonomy, People people, Crafts crafts) {
        this.taxonomy = taxonomy;
        this.people = people;
        this.crafts = crafts;
    }

    /** Of what she practises; everything where nothing is known of that. */
    List<Article> articles(Draft draft) {
        var mine = taxonomy.articles().stream()
                .filter(it -> practised(draft).contains(it.craft()))
                .toList();
        return mine.isEmpty() ? taxonomy.articles() : mine;
    }

    List<Article> others(Draft draft) {
        var mine = articles(draft);
        return taxonomy.articles().stream().filter(it -> !mine.contains(it)).toList();
    }

    /** What such things are usually made of, then the rest. */
    List<Term> materials(Draft draft) {
        var usual = taxonomy.article(draft.article())
                .map(it -> usual(it.family().value()))
                .orElse(Set.of());
        var all = taxonomy.all(Words.MATERIAL);
        return Stream.concat(
                        all.stream().filter(it -> usual.contains(it.code())),
                        all.stream().filter(it -> !usual.contains(it.code())))
                .toList();
    }

    private static Set<String> usual(String family) {
        return switch (family) {
            case "JEW", "MET" -> Set.of("SILVER", "COPPER");
            case "LEA" -> Set.of("LEATHER");
            case "TLR" -> Set.of("COTTON", "SILK");
            case "WEV" -> Set.of("WOOL", "CAMEL_HAIR", "GOAT_HAIR");
            case "WOD" -> Set.of("WOOD");
            case "PLA" -> Set.of("GYPSUM");
            case "PLT" -> Set.of("PALM", "REED");
            case "POT" -> Set.of("CLAY");
            default -> Set.of("ARGAN");
        };
    }

    private Set<CraftCode> practised(Draft draft) {
        return draft.maker().person()
                ? people.practice(new PersonId(draft.maker().value())).stream()
                        .flatMap(it -> it.crafts().stream())
                        .flatMap(it -> crafts.within(it).stream())
                        .collect(Collectors.toSet())
                : Set.of();
    }
}
