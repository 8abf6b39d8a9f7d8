package ma.qutb.documents.pdf;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.io.ByteArrayOutputStream;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One line of text, its letters joined and put in the order in which they are seen. The JDK shapes (HarfBuzz) and orders (the
 * Unicode bidirectional algorithm); PDF itself knows neither.
 */
record ShapedLine(List<Glyph> glyphs, double width) {

    /** A glyph no font draws: a joiner, an isolate. */
    private static final int INVISIBLE = 0xfffe;

    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    /**
     * A glyph of a font, where it stands and what it says.
     *
     * @param x from the left end of the line, in thousandths of the text size, as {@code y}, upwards from the baseline
     */
    record Glyph(FontFile font, int number, String text, double x, double y) {}

    static ShapedLine of(String written, Typeface typeface, Direction direction) {
        var pieces = Piece.visually(PrintableText.of(written, typeface), typeface, direction);
        var glyphs = new ArrayList<Glyph>();
        double x = 0;
        for (var piece : pieces) {
            var shaped = piece.shape();
            addGlyphs(glyphs, piece, shaped, x);
            x += shaped.getGlyphPosition(shaped.getNumGlyphs()).getX();
        }
        return new ShapedLine(List.copyOf(glyphs), x);
    }

    private static void addGlyphs(List<Glyph> glyphs, Piece piece, GlyphVector shaped, double x) {
        var texts = textOfEachGlyph(piece.text(), shaped);
        for (int i = 0; i < shaped.getNumGlyphs(); i++) {
            if (shaped.getGlyphCode(i) < INVISIBLE) {
                var at = shaped.getGlyphPosition(i);
                glyphs.add(new Glyph(piece.font(), shaped.getGlyphCode(i), texts[i], x + at.getX(), -at.getY()));
            }
        }
    }

    /** A ligature says all its letters; where one letter is drawn by several glyphs the first of them says it. */
    private static String[] textOfEachGlyph(String text, GlyphVector shaped) {
        int count = shaped.getNumGlyphs();
        int[] starts = shaped.getGlyphCharIndices(0, count, null);
        int[] sorted = Arrays.stream(starts).distinct().sorted().toArray();
        var texts = new String[count];
        var said = new boolean[text.length() + 1];
        for (int i = 0; i < count; i++) {
            int next = Arrays.binarySearch(sorted, starts[i]) + 1;
            int end = next < sorted.length ? sorted[next] : text.length();
            texts[i] = said[starts[i]] ? "" : text.substring(starts[i], end);
            said[starts[i]] = true;
        }
        return texts;
    }

    /** Text of one direction and one font. */
    private record Piece(String text, FontFile font, boolean rightToLeft) {

        static List<Piece> visually(String line, Typeface typeface, Direction direction) {
            var bidi = new Bidi(
                    line,
                    direction == Direction.RIGHT_TO_LEFT ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
            var pieces = new ArrayList<Piece>();
            var levels = new ByteArrayOutputStream();
            for (int run = 0; run < bidi.getRunCount(); run++) {
                int level = bidi.getRunLevel(run);
                var text = line.substring(bidi.getRunStart(run), bidi.getRunLimit(run));
                for (var part : FontChoice.split(text, typeface)) {
                    pieces.add(new Piece(part.text(), part.font(), level % 2 == 1));
                    levels.write(level);
                }
            }
            var ordered = pieces.toArray();
            Bidi.reorderVisually(levels.toByteArray(), 0, ordered, 0, ordered.length);
            return Arrays.stream(ordered).map(Piece.class::cast).toList();
        }

        GlyphVector shape() {
            return font.shaper()
                    .layoutGlyphVector(
                            EXACT,
                            text.toCharArray(),
                            0,
                            text.length(),
                            rightToLeft ? Font.LAYOUT_RIGHT_TO_LEFT : Font.LAYOUT_LEFT_TO_RIGHT);
        }
    }
}
