package ma.qutb.registry.naming;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * One joined word of a name.
 *
 * @param folded its letters, folded
 * @param sounds the ways it can sound, the usual first; empty for a word without letters
 * @param title whether it is a title (Moulay, Lalla, Hajj), often left out
 */
record Word(String folded, List<Sound> sounds, boolean title) {

    /** Names repeat: the most frequent need not be read again for every candidate of every search. */
    private static final Cache<String, Word> READ =
            Caffeine.newBuilder().maximumSize(8_000).build();

    static Word of(String joined) {
        return READ.get(joined, word -> new Word(word, read(word), Particles.isTitle(word)));
    }

    static List<Word> of(List<String> words) {
        return Particles.join(words).stream().map(Word::of).toList();
    }

    private static List<Sound> read(String word) {
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
