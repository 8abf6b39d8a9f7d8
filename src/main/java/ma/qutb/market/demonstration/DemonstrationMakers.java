package ma.qutb.market.demonstration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.qutb.market.taxonomy.Article;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.Crafts;
import ma.qutb.registry.People;
import ma.qutb.registry.PersonId;
import org.springframework.stereotype.Component;

/** Made-up artisans by what they practise. */
@Component
class DemonstrationMakers {

    private static final int LOOKED_AT = 700;
    /** The artisan whose account is there to try. */
    private static final String WITH_ACCOUNT = "DEMO-P-00002";

    private final People people;
    private final Crafts crafts;

    DemonstrationMakers(People people, Crafts crafts) {
        this.people = people;
        this.crafts = crafts;
    }

    Map<CraftCode, List<PersonId>> byCraft() {
        var makers = new LinkedHashMap<CraftCode, List<PersonId>>();
        for (int i = 1; i <= LOOKED_AT; i++) {
            people.byReference("DEMO-P-%05d".formatted(i))
                    .flatMap(it -> people.practice(it.id()))
                    .filter(it -> !it.suspended())
                    .ifPresent(it -> it.crafts()
                            .forEach(craft -> makers.computeIfAbsent(craft, some -> new ArrayList<>())
                                    .add(it.person().id())));
        }
        return makers;
    }

    /** Whoever makes such things: of the craft, of what belongs to it, or of its family. */
    Optional<List<PersonId>> of(Article article, Map<CraftCode, List<PersonId>> makers) {
        return Optional.ofNullable(makers.get(article.craft()))
                .or(() -> crafts.within(article.family()).stream()
                        .map(makers::get)
                        .filter(it -> it != null)
                        .findFirst());
    }

    Optional<People.Practice> withAccount() {
        return people.byReference(WITH_ACCOUNT).flatMap(it -> people.practice(it.id()));
    }
}
