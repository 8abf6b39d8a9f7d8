package ma.qutb.registry.naming;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads a folded and joined word in Arabic letters. */
final class ArabicReader {

    private static final String SUN = "تدرزسشصضطنل";
    private static final Pattern INNER_SUN_ARTICLE =
            Pattern.compile("(?<=^(عبد|بن|ايت|ابو|بو|ام|ولد))ال(?=[" + SUN + "])");
    private static final Pattern FAITH = Pattern.compile("(?<=..)الدين$");

    private ArabicReader() {}

    static List<Sound> read(String word) {
        var text =
                FAITH.matcher(INNER_SUN_ARTICLE.matcher(word).replaceFirst("")).replaceFirst("دين");
        var sounds = new ArrayList<Sound>();
        if (text.startsWith("ال") && text.length() > 3) {
            // العربي is El Arbi, Arbi and Larbi; الياس has no article at all.
            var stem = text.substring(2);
            sounds.addAll(reading(new Reading(), stem, 0).sounds(true));
            if (SUN.indexOf(stem.charAt(0)) < 0) {
                sounds.addAll(
                        reading(new Reading().hear("L"), stem, 1).sounds(true).subList(0, 1));
            }
            sounds.addAll(reading(new Reading(), text, 0).sounds(true).subList(0, 1));
        } else {
            sounds.addAll(reading(new Reading(), text, 0).sounds(true));
        }
        if (text.startsWith("بنال") && text.length() > 5) {
            sounds.addAll(reading(new Reading().hear("B"), text.substring(3), 1).sounds(true));
        }
        return sounds;
    }

    private static Reading reading(Reading reading, String text, int before) {
        for (int i = 0; i < text.length(); i++) {
            boolean first = i + before == 0;
            boolean last = i == text.length() - 1;
            char next = last ? ' ' : text.charAt(i + 1);
            switch (text.charAt(i)) {
                case 'ا' -> {
                    if (first && next == 'و') {
                        // أوعلا is Ou + Alla: a glide before a vowel or ayn, otherwise a vowel.
                        char after = text.length() > 2 ? text.charAt(2) : ' ';
                        reading.hear("اعي".indexOf(after) >= 0 ? new String[] {"W", "Au"} : new String[] {"Au"});
                        i++;
                    } else if (first) {
                        reading.hear(next == 'ي' ? "Ai" : "A");
                        i += next == 'ي' ? 1 : 0;
                    } else {
                        reading.hear("a");
                    }
                }
                case 'ع' -> reading.hear(first ? "A" : "?");
                case 'و' -> {
                    boolean glide = "اعيه".indexOf(next) >= 0 && !last;
                    if (first) {
                        reading.hear(glide ? new String[] {"W"} : new String[] {"W", "Au"});
                    } else {
                        reading.hear(glide ? new String[] {"W", "u"} : new String[] {"u"});
                    }
                }
                case 'ي' -> reading.hear(first ? "Y" : last ? "?" : "i");
                case 'ه' -> {
                    // The taa marbuta is heard after a long vowel (Hayat), the haa sometimes (Abdellah).
                    boolean afterAlif = i > 0 && text.charAt(i - 1) == 'ا';
                    reading.hear(
                            !last
                                    ? new String[] {"H"}
                                    : afterAlif ? new String[] {"?", "T", "H"} : new String[] {"?", "H"});
                }
                case 'ج' -> reading.hear(next == 'ز' ? new String[] {"J", "K"} : new String[] {"J"});
                case 'ب' -> reading.hear("B");
                case 'ت', 'ط' -> reading.hear("T");
                case 'ح' -> reading.hear("H");
                case 'خ' -> reading.hear("X");
                case 'د', 'ض' -> reading.hear("D");
                case 'ر' -> reading.hear("R");
                case 'ز' -> reading.hear("Z");
                case 'س', 'ص' -> reading.hear("S");
                case 'ش' -> reading.hear("C");
                case 'غ' -> reading.hear("G");
                case 'ف' -> reading.hear("F");
                case 'ق', 'ك' -> reading.hear("K");
                case 'ل' -> reading.hear("L");
                case 'م' -> reading.hear("M");
                case 'ن' -> reading.hear("N");
                default -> {
                    // Other signs are not heard.
                }
            }
        }
        return reading;
    }
}
