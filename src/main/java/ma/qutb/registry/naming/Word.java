package ma.qutb.registry.naming;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One joined word of a name.
 *
 * @param folded its letters, folded
 * @param sounds the ways it can sound, the usual first; empty for a word without letters
 * @param skeletons the consonants of the sounds; the word itself when it has none
 * @param title whether it is a title (Moulay, Lalla, Hajj), often left out
 */
record Word(String folded, List<Sound> sounds, Set<String> skeletons, boolean title) {

    /** Names repeat: the most frequent need not be read again for every candidate of every search. */
    private static final Cache<String, Word> READ =
            Caffeine.newBuilder().maximumSize(8_000).build();

    /** Whole parts of names as they were written. */
    private static final Cache<String, List<Word>> WRITTEN =
            Caffeine.newBuilder().maximumSize(8_000).build();

    /** Longer texts are no names, and are not kept. */
    private static final int LONGEST_NAME = 60;

    static Word of(String joined) {
        return READ.get(joined, Word::heard);
    }

    /** The words of a text, particles joined; none for null. */
    static List<Word> in(@Nullable String text) {
        return text == null ? List.of() : text.length() > LONGEST_NAME ? read(text) : WRITTEN.get(text, Word::read);
    }

    private static List<Word> read(String text) {
        return Particles.join(Folding.words(text)).stream().map(Word::of).toList();
    }

    private static Word heard(String word) {
        var sounds = sounds(word);
        var skeletons = new LinkedHashSet<String>();
        sounds.forEach(sound -> skeletons.add(sound.consonants()));
        return new Word(
                word,
                sounds,
                skeletons.isEmpty() ? Set.of(word) : Collections.unmodifiableSet(skeletons),
                Particles.isTitle(word));
    }

    private static List<Sound> sounds(String word) {
        if (word.chars().noneMatch(Character::isLetter)) {
            return List.of();
        }
        var distinct = new LinkedHashMap<String, Sound>();
        var heard = Folding.isArabic(word) ? ArabicReader.read(word) : LatinReader.read(word);
        heard.forEach(sound -> distinct.putIfAbsent(sound.consonants(), sound));
        // امبارك and Mbarek: the vowel before two consonants is written or not.
        for (var sound : List.copyOf(distinct.values())) {
            if (sound.length() > 3 && sound.consonants().charAt(0) == 'A') {
                var bare = new Sound(
                        sound.consonants().substring(1), sound.vowels().substring(1), sound.arabic());
                distinct.putIfAbsent(bare.consonants(), bare);
            }
        }
        return List.copyOf(distinct.values());
    }

    /** Between 0 and 1: how alike two words sound, spelling apart. */
    double likeness(Word other) {
        if (folded.equals(other.folded)) {
            return 1;
        }
        double best = 0;
        for (var sound : sounds) {
            for (var otherSound : other.sounds) {
                best = Math.max(best, sound.likeness(otherSound));
            }
        }
        return best;
    }
}
