package ma.qutb.registry.directory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import ma.qutb.registry.Crafts;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.Territories;
import ma.qutb.registry.naming.Folding;
import ma.qutb.registry.naming.Skeleton;
import org.springframework.stereotype.Component;

/**
 * Words of a name, a craft or a place, in Arabic or Latin letters, as they begin or as they sound. It looks only at what
 * the directory shows, so a search tells nothing about what somebody keeps to themselves.
 */
@Component
class NameSearch {

    private final Crafts crafts;
    private final Territories territories;
    private final Clock clock;
    private final Cache<String, Heard> heard =
            Caffeine.newBuilder().maximumSize(20_000).build();

    NameSearch(Crafts crafts, Territories territories, Clock clock) {
        this.crafts = crafts;
        this.territories = territories;
        this.clock = clock;
    }

    Predicate<DirectoryEntry> looksLike(String typed) {
        var words = Folding.words(typed);
        var sounds = Skeleton.of(typed);
        return entry -> {
            var known = heard.get(shown(entry), Heard::of);
            return known.begins(words) || known.sounds(sounds);
        };
    }

    private String shown(DirectoryEntry entry) {
        int year = LocalDate.now(clock).getYear();
        var craftNames = entry.crafts().stream()
                .flatMap(it -> Stream.concat(Stream.of(it), crafts.find(it).flatMap(Crafts.Craft::parent).stream()))
                .map(crafts::nameOf);
        var placeNames = entry.place().stream()
                .flatMap(it -> Stream.concat(Stream.of(it), territories.above(it, year).stream()))
                .map(territories::nameOf);
        return Stream.of(Stream.of(entry.name()), craftNames, placeNames)
                .flatMap(it -> it)
                .flatMap(NameSearch::words)
                .collect(java.util.stream.Collectors.joining(" | "));
    }

    private static Stream<String> words(LocalName name) {
        return Stream.of(name.arabic(), name.french(), name.english());
    }

    /** A text as it is written and as it sounds. */
    private record Heard(Set<String> words, Set<String> skeletons) {

        static Heard of(String text) {
            var skeletons = new HashSet<String>();
            Stream.of(text.split("\\|")).map(Skeleton::of).forEach(it -> it.forEach(skeletons::addAll));
            return new Heard(Set.copyOf(Folding.words(text)), skeletons);
        }

        boolean begins(List<String> typed) {
            return !typed.isEmpty()
                    && typed.stream().allMatch(word -> words.stream().anyMatch(it -> it.startsWith(word)));
        }

        /** One consonant alone sounds like half the region. */
        boolean sounds(List<Set<String>> typed) {
            return !typed.isEmpty()
                    && typed.stream()
                            .allMatch(ways -> ways.stream().anyMatch(it -> it.length() > 1 && skeletons.contains(it)));
        }
    }
}
