package ma.qutb.registry.search;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.Scope;
import ma.qutb.registry.RegistryPermission.Code;
import ma.qutb.registry.search.SearchEntry.Kind;
import ma.qutb.shell.search.SearchSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the registry answers in the global search box. */
@Configuration
class RegistryAnswers {

    @Bean
    SearchSource peopleFound(SearchIndex index) {
        return new Source(index, Kind.PERSON, 10, Code.SEE_PEOPLE, "user", "/app/people/");
    }

    @Bean
    SearchSource organisationsFound(SearchIndex index) {
        return new Source(
                index, Kind.ORGANISATION, 20, Code.SEE_ORGANISATIONS, "building-community", "/app/organisations/");
    }

    @Bean
    SearchSource craftsFound(SearchIndex index) {
        return new Source(index, Kind.CRAFT, 30, Code.SEE_CRAFTS, "hammer", "/app/crafts/");
    }

    @Bean
    SearchSource placesFound(SearchIndex index) {
        return new Source(index, Kind.PLACE, 40, Code.SEE_TERRITORIES, "map-pin", "/app/territories/");
    }

    private record Source(SearchIndex index, Kind kind, int order, String permission, String icon, String folder)
            implements SearchSource {

        @Override
        public String heading() {
            return "registry.search.heading." + kind.name().toLowerCase(java.util.Locale.ROOT);
        }

        @Override
        public List<Hit> find(String typed, Actor actor, Language language, int limit) {
            if (!actor.may(permission)) {
                return List.of();
            }
            // Crafts and places are the same for everybody who may see them.
            var scope = kind == Kind.PERSON || kind == Kind.ORGANISATION ? actor.scopeOf(permission) : Scope.EVERYWHERE;
            return index.find(new SearchQuery(typed, Set.of(kind), limit), scope).stream()
                    .map(found -> hit(found.entry(), language))
                    .toList();
        }

        private Hit hit(SearchEntry entry, Language language) {
            var name = entry.name();
            var arabic = joined(name.givenArabic(), name.familyArabic());
            var latin = joined(name.givenLatin(), name.familyLatin());
            boolean arabicFirst = language.rightToLeft() && !arabic.isEmpty() || latin.isEmpty();
            var subtitle = Stream.of(arabicFirst ? latin : arabic, shown(entry.number()), shown(entry.registerNumber()))
                    .filter(part -> !part.isEmpty())
                    .toList();
            var key = entry.code() == null ? entry.subject().toString() : entry.code();
            return new Hit(
                    arabicFirst ? arabic : latin,
                    String.join(" · ", subtitle),
                    icon,
                    folder + key,
                    entry.demonstration());
        }

        private static String shown(@Nullable String number) {
            return number == null ? "" : number;
        }

        private static String joined(@Nullable String... parts) {
            return Stream.of(parts)
                    .filter(part -> part != null && !part.isBlank())
                    .reduce((a, b) -> a + " " + b)
                    .orElse("");
        }
    }
}
