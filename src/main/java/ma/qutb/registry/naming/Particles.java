package ma.qutb.registry.naming;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Joins the particles of Moroccan names to the word they belong to, since they are written apart or together as the clerk
 * pleases: {@code بن علي} and {@code بنعلي}, {@code Abd El Kader} and {@code Abdelkader}, {@code نور الدين} and
 * {@code Noureddine}.
 */
final class Particles {

    /** Particle → the form in which it is joined to the word after it. */
    private static final Map<String, String> BEFORE = Map.ofEntries(
            Map.entry("بن", "بن"),
            Map.entry("ابن", "بن"),
            Map.entry("ولد", "ولد"),
            Map.entry("ايت", "ايت"),
            Map.entry("ايد", "ايد"),
            Map.entry("اد", "ايد"),
            Map.entry("بو", "بو"),
            Map.entry("ابو", "ابو"),
            Map.entry("بل", "بل"),
            Map.entry("ام", "ام"),
            Map.entry("او", "او"),
            Map.entry("عبد", "عبد"),
            Map.entry("ال", "ال"),
            Map.entry("بنت", "بنت"),
            Map.entry("منت", "بنت"),
            Map.entry("ما", "ما"),
            Map.entry("ma", "ma"),
            Map.entry("با", "با"),
            Map.entry("ba", "ba"),
            Map.entry("ben", "ben"),
            Map.entry("bin", "ben"),
            Map.entry("ibn", "ben"),
            Map.entry("ould", "wld"),
            Map.entry("oueld", "wld"),
            Map.entry("weld", "wld"),
            Map.entry("wald", "wld"),
            Map.entry("ouled", "wld"),
            Map.entry("ait", "ait"),
            Map.entry("ayt", "ait"),
            Map.entry("aet", "ait"),
            Map.entry("id", "id"),
            Map.entry("bou", "bou"),
            Map.entry("bu", "bou"),
            Map.entry("abou", "abou"),
            Map.entry("abu", "abou"),
            Map.entry("bel", "bel"),
            Map.entry("oum", "oum"),
            Map.entry("um", "oum"),
            Map.entry("ou", "ou"),
            Map.entry("abd", "abd"),
            Map.entry("abdel", "abdel"),
            Map.entry("abdul", "abdel"),
            Map.entry("abdoul", "abdel"),
            Map.entry("abdal", "abdel"),
            Map.entry("abder", "abd"),
            Map.entry("abdes", "abd"),
            Map.entry("abden", "abd"),
            Map.entry("abdess", "abd"),
            Map.entry("abdeb", "abd"),
            Map.entry("el", "el"),
            Map.entry("al", "el"),
            Map.entry("l", "el"),
            Map.entry("bent", "bent"),
            Map.entry("bint", "bent"),
            Map.entry("mint", "bent"));

    private static final Map<String, String> AFTER = Map.ofEntries(
            Map.entry("الدين", "الدين"),
            Map.entry("الله", "الله"),
            Map.entry("eddine", "eddine"),
            Map.entry("eddin", "eddine"),
            Map.entry("edine", "eddine"),
            Map.entry("addine", "eddine"),
            Map.entry("ddine", "eddine"),
            Map.entry("dine", "eddine"),
            Map.entry("din", "eddine"),
            Map.entry("allah", "allah"),
            Map.entry("ellah", "allah"),
            Map.entry("llah", "allah"),
            Map.entry("oullah", "allah"),
            Map.entry("ullah", "allah"));

    private static final Map<String, String> SHORT_FORMS = Map.of(
            "med",
            "mohamed",
            "mohd",
            "mohamed",
            "mhd",
            "mohamed",
            "md",
            "mohamed",
            "my",
            "moulay",
            "abdelah",
            "abdellah");

    /** The article before a word that begins with the same sun letter: es saadi, ez zahra, ech chargui. */
    private static final Pattern SUN_ARTICLE = Pattern.compile("[ea](s|z|r|n|t|d|ch|ss|sh)");

    private static final Pattern TWO_NAMES = Pattern.compile("(fatima|fatim)(e?z+ahra[ea]?)");

    /** Respectful words that are left out as often as they are said. */
    private static final Set<String> TITLES = Set.of(
            "مولاي", "سيدي", "سيد", "لاله", "لالا", "للا", "الحاج", "حاج", "الحاجه", "حاجه", "الشريف", "moulay", "sidi",
            "lalla", "lala", "elhaj", "haj", "hadj", "hajj", "elhadj", "elhajj", "haja", "hajja", "elhaja", "المعلم",
            "لمعلم", "maalem", "maalam", "mallem");

    private Particles() {}

    /** Whether a joined word is a title rather than a name. */
    static boolean isTitle(String word) {
        return TITLES.contains(word);
    }

    /** The folded words with every particle joined to its word. */
    static List<String> join(List<String> words) {
        var joined = new ArrayList<String>();
        var pending = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            var word = SHORT_FORMS.getOrDefault(words.get(i), words.get(i));
            boolean last = i == words.size() - 1;
            var after = AFTER.get(word);
            var before = BEFORE.get(word);
            if (after != null && pending.isEmpty() && !joined.isEmpty() && !isTitle(joined.getLast())) {
                joined.add(joined.removeLast() + after);
            } else if (before != null && !last) {
                pending.append(before);
            } else if (!last
                    && SUN_ARTICLE.matcher(word).matches()
                    && words.get(i + 1).startsWith(word.substring(1))) {
                pending.append(word);
            } else {
                joined.addAll(apart(pending + word));
                pending.setLength(0);
            }
        }
        return List.copyOf(joined);
    }

    private static List<String> apart(String word) {
        var names = TWO_NAMES.matcher(word);
        if (names.matches()) {
            return List.of("fatima", names.group(2));
        }
        // The folded taa marbuta ends a word: what follows the article after it is another name.
        int seam = word.indexOf("هال");
        return seam > 2 && word.startsWith("فاطم")
                ? List.of(word.substring(0, seam + 1), word.substring(seam + 1))
                : List.of(word);
    }
}
