package ma.qutb.registry.naming;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads a folded and joined word in Latin letters, as Moroccan registers spell in French. */
final class LatinReader {

    private static final String VOWELS = "aeiouy";
    private static final Pattern INNER_SUN_ARTICLE = Pattern.compile("^abd[aeiou]*l(?=[tdrzsn]|ch)");
    private static final Pattern FAITH = Pattern.compile("(?<=..)[ea]l?d+[iy]ne?$");
    private static final Pattern SUN_ARTICLE = Pattern.compile("^[ea](?=(.)\\1..)|^[ea]c(?=hch)");
    private static final Pattern MOON_ARTICLE =
            Pattern.compile("^(el(?=.{3})|al(?=[^aeiouyl].{2})|l(?=[^aeiouyl].{2}))");

    private LatinReader() {}

    static List<Sound> read(String word) {
        var text = word.replaceFirst("^wld", "ould");
        text = INNER_SUN_ARTICLE.matcher(text).replaceFirst("abd");
        text = FAITH.matcher(text).replaceFirst("edin");
        var sounds = new ArrayList<>(reading(text, text.startsWith("ould")).sounds(false));
        var moon = MOON_ARTICLE.matcher(text);
        var sun = SUN_ARTICLE.matcher(text);
        if (moon.find()) {
            var stem = text.substring(moon.end());
            var bare = reading(stem, false).sounds(false);
            if (moon.end() == 1) {
                sounds.addAll(bare.stream()
                        .limit(1)
                        .filter(sound -> sound.length() > 2)
                        .toList());
            } else if (bare.stream().anyMatch(sound -> sound.length() > 1)) {
                sounds.addAll(bare);
                sounds.addAll(reading("l" + stem, false).sounds(false).stream()
                        .limit(1)
                        .toList());
            }
        } else if (sun.find()) {
            sounds.addAll(reading(text.substring(sun.end()), false).sounds(false));
        }
        if (text.startsWith("benel") || text.startsWith("benl")) {
            sounds.addAll(reading("bel" + text.substring(text.indexOf('l') + 1), false)
                    .sounds(false));
        }
        return sounds;
    }

    private static Reading reading(String text, boolean glideFirst) {
        var reading = new Reading();
        int i = 0;
        while (i < text.length()) {
            i += VOWELS.indexOf(text.charAt(i)) >= 0 || text.charAt(i) == 'w'
                    ? vowels(reading, text, i, glideFirst)
                    : consonant(reading, text, i);
        }
        return reading;
    }

    /** Reads one vowel, or a glide between vowels; returns how many letters it took. */
    private static int vowels(Reading reading, String text, int at, boolean glideFirst) {
        boolean first = reading.isEmpty();
        if (text.charAt(at) == 'y' && first && vowelAt(text, at + 1)) {
            reading.hear("Y");
            return 1;
        }
        if (text.charAt(at) == 'i' && first && "ae".indexOf(at(text, at + 1)) >= 0) {
            reading.hear("Y", "Ai");
            return 1;
        }
        int round = text.startsWith("ou", at) || text.startsWith("oo", at)
                ? 2
                : "ouw".indexOf(text.charAt(at)) >= 0 ? 1 : 0;
        if (round > 0) {
            boolean glide = vowelAt(text, at + round) || text.charAt(at) == 'w' || first && glideFirst;
            if (first) {
                reading.hear(
                        glide && (round == 2 || text.charAt(at) == 'w')
                                ? new String[] {"W", "Au"}
                                : new String[] {"Au"});
            } else {
                reading.hear(glide ? new String[] {"W", "u"} : new String[] {"u"});
            }
            return round;
        }
        var next = at(text, at + 1);
        if ("ae".indexOf(text.charAt(at)) >= 0 && "iy".indexOf(next) >= 0) {
            reading.hear((first ? "A" : "") + text.charAt(at) + "i");
            return 2;
        }
        var vowel = text.charAt(at) == 'y' ? "i" : text.substring(at, at + 1);
        boolean silent = vowel.equals("e") && at == text.length() - 1 && text.length() > 3;
        reading.hear(silent ? "" : (first ? "A" : "") + vowel);
        return 1;
    }

    /** Reads one consonant; returns how many letters it took. */
    private static int consonant(Reading reading, String text, int at) {
        var two = text.substring(at, Math.min(at + 2, text.length()));
        boolean soft = "eiy".indexOf(at(text, at + 1)) >= 0;
        switch (two) {
            case "ch" -> reading.hear("C");
            case "sh" -> reading.hear("C", "SH");
            case "kh" -> reading.hear("X");
            case "gh" -> reading.hear("G");
            case "dh" -> reading.hear("D");
            case "th" -> reading.hear("T", "TH");
            case "ph" -> reading.hear("F");
            case "dj" -> reading.hear("J");
            case "ck" -> reading.hear("K");
            case "rh" -> reading.hear(at == 0 ? new String[] {"G", "RH"} : new String[] {"RH", "G"});
            default -> {
                return single(reading, text, at, soft);
            }
        }
        return 2;
    }

    private static int single(Reading reading, String text, int at, boolean soft) {
        char letter = text.charAt(at);
        if ((letter == 'g' || letter == 'q') && at(text, at + 1) == 'u' && vowelAt(text, at + 2)) {
            reading.hear("K");
            return 2;
        }
        switch (letter) {
            case 'b', 'p' -> reading.hear("B");
            case 'c' -> reading.hear(soft ? "S" : "K");
            case 'd' -> reading.hear("D");
            case 'f', 'v' -> reading.hear("F");
            case 'g' -> reading.hear(soft ? new String[] {"K", "J"} : new String[] {"K"});
            case 'h' ->
                reading.hear(
                        at == text.length() - 1 && at > 2 && vowelAt(text, at - 1)
                                ? new String[] {"", "H"}
                                : new String[] {"H"});
            case 'j' -> reading.hear("J");
            case 'k', 'q' -> reading.hear("K");
            case 'l' -> reading.hear("L");
            case 'm' -> reading.hear("M");
            case 'n' -> reading.hear("N");
            case 'r' -> reading.hear("R");
            case 's' -> reading.hear("S");
            case 't' -> reading.hear("T");
            case 'x' -> reading.hear("KS");
            case 'z' -> reading.hear("Z");
            // The digits of text messages stand for Arabic letters.
            case '2', '3' -> reading.hear(reading.isEmpty() ? "A" : "");
            case '5' -> reading.hear("X");
            case '7' -> reading.hear("H");
            case '9' -> reading.hear("K");
            default -> {
                // Other signs are not heard.
            }
        }
        return 1;
    }

    private static boolean vowelAt(String text, int at) {
        return at >= 0 && at < text.length() && VOWELS.indexOf(text.charAt(at)) >= 0;
    }

    private static char at(String text, int at) {
        return at < text.length() ? text.charAt(at) : ' ';
    }
}
