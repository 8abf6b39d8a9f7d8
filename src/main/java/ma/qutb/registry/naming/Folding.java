package ma.qutb.registry.naming;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Removes from a text what is only writing: accents, case, tashkeel, tatweel, presentation forms, invisible direction marks,
 * hamza seats, alif maqsura, taa marbuta, the Maghrebi letters, the digits of other scripts. Two texts with the same
 * folding are the same text to a reader in a hurry. Folding a folded text changes nothing.
 */
public final class Folding {

    /** Apostrophes and the marks used for ayn: they join (M'hamed), every other sign separates. */
    private static final String APOSTROPHES = "'’‘ʼʿʾ`´ʽʻ\u0640";

    private static final Pattern SEATED = Pattern.compile("[ءؤئ]");

    private static final Map<Integer, String> LETTERS = letters(
            // Hamza and its seats: misplaced so often that only its absence is dependable.
            "ء",
            "",
            "ؤ",
            "",
            "ئ",
            "",
            "ٱ",
            "ا",
            "ى",
            "ي",
            "ی",
            "ي",
            "ې",
            "ي",
            "ے",
            "ي",
            "ة",
            "ه",
            "ہ",
            "ه",
            "ھ",
            "ه",
            "ە",
            "ه",
            "ۀ",
            "ه",
            "ک",
            "ك",
            "گ",
            "ك",
            "ڭ",
            "ك",
            "ݣ",
            "ك",
            "ڨ",
            "ق",
            "ڤ",
            "ف",
            "ڢ",
            "ف",
            "ڧ",
            "ق",
            "پ",
            "ب",
            "چ",
            "ج",
            "ژ",
            "ز",
            "ذ",
            "د",
            "ث",
            "ت",
            "ظ",
            "ض",
            // Latin letters that do not decompose.
            "œ",
            "oe",
            "æ",
            "ae",
            "ß",
            "ss",
            "ø",
            "o",
            "ł",
            "l",
            "đ",
            "d",
            "ð",
            "d",
            "þ",
            "t",
            "ı",
            "i",
            "ŋ",
            "n",
            "ɛ",
            "a",
            "ɣ",
            "gh",
            // Tifinagh, read as it is romanised in Morocco.
            "ⴰ",
            "a",
            "ⴱ",
            "b",
            "ⴳ",
            "g",
            "ⴷ",
            "d",
            "ⴹ",
            "d",
            "ⴻ",
            "e",
            "ⴼ",
            "f",
            "ⴽ",
            "k",
            "ⵀ",
            "h",
            "ⵃ",
            "h",
            "ⵄ",
            "a",
            "ⵅ",
            "kh",
            "ⵇ",
            "q",
            "ⵉ",
            "i",
            "ⵊ",
            "j",
            "ⵍ",
            "l",
            "ⵎ",
            "m",
            "ⵏ",
            "n",
            "ⵓ",
            "ou",
            "ⵔ",
            "r",
            "ⵕ",
            "r",
            "ⵖ",
            "gh",
            "ⵙ",
            "s",
            "ⵚ",
            "s",
            "ⵛ",
            "ch",
            "ⵜ",
            "t",
            "ⵟ",
            "t",
            "ⵡ",
            "w",
            "ⵢ",
            "y",
            "ⵣ",
            "z",
            "ⵥ",
            "z",
            "ⵯ",
            "");

    private Folding() {}

    /** The folded words of a text, separated by one space; empty for null. */
    public static String fold(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return "";
        }
        // Composed first, so that a hamza typed apart from its seat is dropped like any other.
        var composed = SEATED.matcher(Normalizer.normalize(text, Form.NFKC)).replaceAll("");
        var out = new StringBuilder(composed.length());
        Normalizer.normalize(composed, Form.NFKD).codePoints().forEach(letter -> write(letter, out));
        return out.toString().strip();
    }

    /** The folded words of a text, in their order. */
    public static List<String> words(@Nullable String text) {
        var folded = fold(text);
        return folded.isEmpty() ? List.of() : List.of(folded.split(" "));
    }

    /** Whether a word is written in Arabic letters. */
    public static boolean isArabic(String word) {
        return word.codePoints().anyMatch(letter -> letter >= 0x0600 && letter <= 0x06FF && Character.isLetter(letter));
    }

    private static void write(int letter, StringBuilder out) {
        if (Character.isDigit(letter)) {
            out.append(Character.digit(letter, 10));
        } else if (Character.isLetter(letter)) {
            int lower = Character.toLowerCase(letter);
            var folded = LETTERS.get(lower);
            if (folded != null) {
                out.append(folded);
            } else if (APOSTROPHES.indexOf(lower) < 0) {
                out.appendCodePoint(lower);
            }
        } else if (!joins(letter) && !out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
            out.append(' ');
        }
    }

    private static boolean joins(int sign) {
        return switch (Character.getType(sign)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT, Character.SURROGATE -> true;
            default -> APOSTROPHES.indexOf(sign) >= 0;
        };
    }

    private static Map<Integer, String> letters(String... pairs) {
        var letters = new java.util.HashMap<Integer, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            letters.put(pairs[i].codePointAt(0), pairs[i + 1]);
        }
        return Map.copyOf(letters);
    }
}
