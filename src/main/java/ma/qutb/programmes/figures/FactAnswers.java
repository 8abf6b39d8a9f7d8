package ma.qutb.programmes.figures;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Language;
import ma.qutb.programmes.fact.Fact;
import ma.qutb.programmes.fact.Facts;
import ma.qutb.registry.naming.Folding;
import ma.qutb.shell.Texts;
import ma.qutb.shell.search.SearchSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the global search box finds among the facts: projects, organisations, figures, publications. */
@Configuration
class FactAnswers {

    @Bean
    SearchSource projectsFound(Facts facts, Texts texts) {
        return new Source(
                facts, texts, "projects", 60, "list-check", Set.of("projects", "programmes", "spaces", "fairs"));
    }

    @Bean
    SearchSource publishedOrganisationsFound(Facts facts, Texts texts) {
        return new Source(facts, texts, "organisations", 70, "affiliate", Set.of("organisations"));
    }

    @Bean
    SearchSource figuresFound(Facts facts, Texts texts) {
        return new Source(
                facts, texts, "figures", 80, "chart-bar", Set.of("indicators", "training_actions", "funding"));
    }

    @Bean
    SearchSource publicationsFound(Facts facts, Texts texts) {
        return new Source(facts, texts, "sources", 90, "news", Set.of("sources", "discrepancies"));
    }

    private record Source(Facts facts, Texts texts, String name, int order, String icon, Set<String> tables)
            implements SearchSource {

        @Override
        public String heading() {
            return "programmes.search." + name;
        }

        @Override
        public List<Hit> find(String typed, Actor actor, Language language, int limit) {
            var words = List.of(Folding.fold(typed).strip().split("\\s+"));
            if (words.getFirst().isEmpty()) {
                return List.of();
            }
            return facts.all().stream()
                    .filter(it -> tables.contains(it.table().name()))
                    .filter(it -> words.stream().allMatch(folded(it)::contains))
                    .sorted(Comparator.comparing(it -> !folded(it).startsWith(words.getFirst())))
                    .limit(limit)
                    .map(it -> hit(it, language))
                    .toList();
        }

        /** Titles in all languages; of a publication also who made it. */
        private static String folded(Fact fact) {
            var said = Stream.of(fact.title(), fact.words("publisher"), fact.words("author"));
            return said.map(it -> Folding.fold(it.arabic() + " " + it.french() + " " + it.english()))
                    .collect(Collectors.joining(" "));
        }

        private Hit hit(Fact fact, Language language) {
            return new Hit(
                    fact.title().in(language),
                    texts.say(language, "programmes.table." + fact.table().name()),
                    icon,
                    "/" + language.code() + fact.path(),
                    false);
        }
    }
}
