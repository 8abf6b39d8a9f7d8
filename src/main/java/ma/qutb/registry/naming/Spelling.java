package ma.qutb.registry.naming;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Words of texts and place names as the region's papers spell them: glued to each other or to a preposition, with a dash, with the
 * month named as in the east, with another word for the same trade. {@link #readings} gives every form under which a word or
 * phrase may be looked up; two spellings are of one thing when they share a reading.
 */
public final class Spelling {

    private static final String PREPOSITIONS = "بكلوف";

    /** Words used for one another in the region's papers, folded; the first is the one looked up. */
    private static final Map<String, String> SAME = same(
            List.of("نونبر", "نوفمبر"),
            List.of("دجنبر", "ديسمبر"),
            List.of("غشت", "اغسطس"),
            List.of("يوليوز", "يوليو"),
            List.of("ماي", "مايو"),
            List.of("شتنبر", "سبتمبر"),
            List.of("اكتوبر", "اكتبر"),
            List.of("الاندثار", "الانقراض"),
            List.of("مجمع", "مركب"),
            List.of("منتوجات", "منتجات"),
            List.of("الصناع", "الحرفيون", "الحرفيين", "الصانعون"),
            List.of("المديريهالجهويه", "المندوبالجهوي", "المندوبيهالجهويه", "المديرالجهوي"));

    private Spelling() {}

    /** Whether two spellings share a reading. */
    public static boolean same(String one, String other) {
        var readings = readings(one);
        return readings(other).stream().anyMatch(readings::contains);
    }

    /** The folded text without spaces (so that glued words meet), and the same without an article or preposition joined in front. */
    public static Set<String> readings(@Nullable String text) {
        var words = Folding.words(text);
        var readings = new LinkedHashSet<String>();
        if (words.isEmpty()) {
            return readings;
        }
        var glued = String.join("", words);
        readings.add(SAME.getOrDefault(glued, glued));
        var each = new StringBuilder();
        words.forEach(word -> each.append(SAME.getOrDefault(word, word)));
        readings.add(each.toString());
        for (var bare : withoutWhatIsJoinedInFront(glued)) {
            readings.add(SAME.getOrDefault(bare, bare));
        }
        return readings;
    }

    private static List<String> withoutWhatIsJoinedInFront(String word) {
        var bare = new ArrayList<String>();
        if (word.startsWith("ال") && word.length() > 4) {
            bare.add(word.substring(2));
        }
        if (word.startsWith("لل") && word.length() > 4) {
            bare.add("ال" + word.substring(2));
        }
        if (word.length() > 3 && PREPOSITIONS.indexOf(word.charAt(0)) >= 0) {
            bare.add(word.substring(1));
            // كافران: the hamza of إفران is lost with the preposition, its alif sometimes too.
            if (word.charAt(1) != 'ا') {
                bare.add("ا" + word.substring(1));
            }
        }
        return bare;
    }

    @SafeVarargs
    private static Map<String, String> same(List<String>... groups) {
        var same = new java.util.HashMap<String, String>();
        for (var group : groups) {
            group.forEach(word -> same.put(Folding.fold(word), Folding.fold(group.getFirst())));
        }
        return Map.copyOf(same);
    }
}
