package ma.qutb.documents.pdf;

/** Text made fit for paper. */
final class PrintableText {

    private static final int STAND_IN = '?';

    private PrintableText() {}

    /**
     * Takes out what could make a printed line read differently from the record it was printed from (characters that override
     * the direction), turns breaks and tabs into spaces, and puts a question mark for a character no font of ours has: an
     * archived document may not contain the empty box a font shows for an unknown letter.
     */
    static String of(String text, Typeface typeface) {
        var printable = new StringBuilder(text.length());
        text.codePoints().filter(c -> !overridesDirection(c)).forEach(c -> {
            if (Character.isWhitespace(c) || Character.isISOControl(c) || c == 0x202f) {
                printable.append(c == 0x202f ? '\u00a0' : ' ');
            } else {
                boolean known = typeface.fonts().stream().anyMatch(font -> font.has(c));
                printable.appendCodePoint(known ? c : STAND_IN);
            }
        });
        return printable.toString();
    }

    private static boolean overridesDirection(int c) {
        return c >= 0x202a && c <= 0x202e || c == 0xfeff;
    }
}
