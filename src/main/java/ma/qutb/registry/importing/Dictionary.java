package ma.qutb.registry.importing;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import ma.qutb.registry.naming.Folding;
import ma.qutb.registry.naming.Skeleton;

/**
 * Things by the names people write for them. A name is looked for as written (without accents, hamza and blanks), then without the words
 * that only say what it is ("province of"), then by its sound, which is the same in both scripts.
 */
final class Dictionary<T> {

    /** Shorter ones sound like too much else. */
    private static final int SHORTEST_SOUND = 3;
    /** A list names the same few places and crafts again and again. */
    private static final int MOST_REMEMBERED = 1_000;

    private final Set<String> fillers;
    private final Map<String, Set<T>> written = new HashMap<>();
    private final Map<String, Set<T>> bare = new HashMap<>();
    private final Map<String, Set<T>> sounds = new HashMap<>();
    private final Map<String, Set<T>> answers = new ConcurrentHashMap<>();

    /**
     * @param fillers words without which a name is still the same
     */
    Dictionary(List<String> fillers) {
        this.fillers = fillers.stream().map(Folding::fold).collect(Collectors.toUnmodifiableSet());
    }

    /** Before anything is looked for: what was answered once stays the answer. */
    void add(String name, T thing) {
        if (!name.isBlank()) {
            put(written, joined(name), thing);
            put(bare, core(name), thing);
            put(sounds, sound(name), thing);
        }
    }

    /** All that this can mean; several when the name does not say which. */
    Set<T> find(String typed) {
        var answered = answers.get(typed);
        if (answered != null) {
            return answered;
        }
        var found = look(typed);
        if (answers.size() < MOST_REMEMBERED) {
            answers.put(typed, found);
        }
        return found;
    }

    private Set<T> look(String typed) {
        var found = written.getOrDefault(joined(typed), Set.of());
        if (found.isEmpty()) {
            found = bare.getOrDefault(core(typed), Set.of());
        }
        var sound = sound(typed);
        return found.isEmpty() && sound.length() >= SHORTEST_SOUND ? sounds.getOrDefault(sound, Set.of()) : found;
    }

    private static <T> void put(Map<String, Set<T>> names, String name, T thing) {
        if (!name.isEmpty()) {
            names.computeIfAbsent(name, it -> new LinkedHashSet<>()).add(thing);
        }
    }

    private static String joined(String name) {
        return String.join("", Folding.words(name));
    }

    private String core(String name) {
        return Folding.words(name).stream()
                .filter(word -> !fillers.contains(word))
                .map(word -> word.startsWith("ال") && word.length() > 4 ? word.substring(2) : word)
                .collect(Collectors.joining());
    }

    private String sound(String name) {
        var core = Folding.words(name).stream()
                .filter(word -> !fillers.contains(word))
                .collect(Collectors.joining(" "));
        return String.join("", Skeleton.usual(core));
    }
}
