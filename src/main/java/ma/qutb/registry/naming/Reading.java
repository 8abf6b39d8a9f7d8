package ma.qutb.registry.naming;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * A word being read letter by letter, where a letter may be heard in two ways (the {@code ou} of Souad is the glide of a
 * {@code w} or stands for an ayn). The first way of each is the usual one.
 */
final class Reading {

    private static final int MOST = 4;

    private final List<String[]> heard = new ArrayList<>();

    /** What is heard next, the usual way first. */
    Reading hear(String... ways) {
        heard.add(ways);
        return this;
    }

    boolean isEmpty() {
        return heard.isEmpty();
    }

    /** The usual sound, then those with one letter heard otherwise; each consonant sequence once. */
    List<Sound> sounds(boolean arabic) {
        var sounds = new LinkedHashMap<String, Sound>();
        add(sounds, notation(-1, 0), arabic);
        for (int i = 0; i < heard.size() && sounds.size() < MOST; i++) {
            for (int way = 1; way < heard.get(i).length; way++) {
                add(sounds, notation(i, way), arabic);
            }
        }
        return List.copyOf(sounds.values());
    }

    private static void add(LinkedHashMap<String, Sound> sounds, String notation, boolean arabic) {
        var sound = Sound.of(notation, arabic);
        if (sound.length() > 0) {
            sounds.putIfAbsent(sound.consonants(), sound);
        }
    }

    private String notation(int varied, int way) {
        var notation = new StringBuilder();
        for (int i = 0; i < heard.size(); i++) {
            notation.append(heard.get(i)[i == varied ? way : 0]);
        }
        return notation.toString();
    }
}
