package ma.qutb.registry.writing;

import java.text.Normalizer;
import java.util.regex.Pattern;
import ma.qutb.kernel.Refusal;

/**
 * Cleans typed text. Characters that cannot be seen (direction overrides, joiners, control characters) are taken out: they
 * come with copying from messages and web pages and can make a name read as another. Each method refuses what is too long.
 */
public final class Writing {

    private static final int NAME = 80;
    private static final int TATWEEL = 0x0640;
    private static final Pattern LINE_ENDS = Pattern.compile("\\R");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private Writing() {}

    /** One line of text. */
    public static String line(String typed, int most) {
        var clean = BLANKS.matcher(visible(LINE_ENDS.matcher(typed).replaceAll(" ")))
                .replaceAll(" ")
                .strip();
        return within(clean, most);
    }

    /** Text of several lines. */
    public static String paragraphs(String typed, int most) {
        var clean = visible(typed.replaceAll("\\R", "\n"))
                .replaceAll("[ \\t]+", " ")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
        return within(clean, most);
    }

    /** A person's name in Arabic letters, or nothing. */
    public static String arabicName(String typed) {
        var name = name(typed);
        if (has(name, Character.UnicodeScript.LATIN)) {
            throw new Refusal("registry.writing.refusal.not-arabic", name);
        }
        return name;
    }

    /** A person's name in Latin letters, or nothing. */
    public static String latinName(String typed) {
        var name = name(typed);
        if (has(name, Character.UnicodeScript.ARABIC)) {
            throw new Refusal("registry.writing.refusal.not-latin", name);
        }
        return name;
    }

    /** The name of an organisation: letters of any kind, digits and the usual signs. */
    public static String title(String typed, int most) {
        var title = line(typed, most);
        title.codePoints().filter(Writing::isPicture).findFirst().ifPresent(it -> {
            throw new Refusal("registry.writing.refusal.sign", Character.toString(it));
        });
        return title;
    }

    /** Digits only, whatever digits were typed; blanks, dots and hyphens between them are dropped. */
    public static String digits(String typed, int most) {
        var digits = western(line(typed, 200)).replaceAll("[\\s.\\-]", "");
        if (!digits.matches("[0-9]*")) {
            throw new Refusal("registry.writing.refusal.not-digits", typed);
        }
        return within(digits, most);
    }

    /** Arabic-Indic and full-width digits as Western ones. */
    public static String western(String typed) {
        var text = new StringBuilder();
        Normalizer.normalize(typed, Normalizer.Form.NFKC).codePoints().forEach(it -> {
            int digit = Character.digit(it, 10);
            if (digit >= 0 && Character.isDigit(it)) {
                text.append(digit);
            } else {
                text.appendCodePoint(it);
            }
        });
        return text.toString();
    }

    private static String name(String typed) {
        var name = line(typed, NAME);
        name.codePoints().filter(it -> !mayStandInName(it)).findFirst().ifPresent(it -> {
            throw new Refusal("registry.writing.refusal.sign", Character.toString(it));
        });
        return name;
    }

    private static boolean mayStandInName(int it) {
        int type = Character.getType(it);
        return Character.isLetter(it)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || " '’ʿʾʼ`´-‐‑.".indexOf(it) >= 0;
    }

    /** Emoji and other pictures. */
    private static boolean isPicture(int it) {
        int type = Character.getType(it);
        return type == Character.OTHER_SYMBOL || type == Character.SURROGATE || type == Character.UNASSIGNED;
    }

    private static String visible(String typed) {
        var text = new StringBuilder();
        Normalizer.normalize(typed, Normalizer.Form.NFC).codePoints().forEach(it -> {
            int type = Character.getType(it);
            boolean hidden = type == Character.FORMAT
                    || type == Character.CONTROL && it != '\n' && it != '\t'
                    || type == Character.PRIVATE_USE
                    || it == TATWEEL
                    // Variation selectors dress up emoji.
                    || it >= 0xFE00 && it <= 0xFE0F;
            if (!hidden) {
                text.appendCodePoint(Character.isSpaceChar(it) ? ' ' : it);
            }
        });
        return text.toString();
    }

    private static boolean has(String text, Character.UnicodeScript script) {
        return text.codePoints().anyMatch(it -> Character.isLetter(it) && Character.UnicodeScript.of(it) == script);
    }

    private static String within(String text, int most) {
        int length = text.codePointCount(0, text.length());
        if (length > most) {
            throw new Refusal("registry.writing.refusal.too-long", most, length);
        }
        return text;
    }
}
