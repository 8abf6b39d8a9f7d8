package ma.qutb.documents.pdf;

import java.util.List;

/**
 * Puts a shaped line on a sheet whose unit is a thousandth of the text size, y upwards. Each code already says its letters,
 * and readers put them in order by place; only a letter drawn by several glyphs (a base and its dots) is told as a whole.
 * Wrapping whole runs in ActualText was tried: common readers then give Arabic back reversed.
 */
final class LineDrawing {

    private LineDrawing() {}

    static void draw(ShapedLine line, Paper paper, Operators operators) {
        FontFile current = null;
        operators.raw("BT");
        for (int i = 0; i < line.glyphs().size(); ) {
            int end = i + 1;
            while (end < line.glyphs().size() && line.glyphs().get(end).text().isEmpty()) {
                end++;
            }
            var letter = line.glyphs().subList(i, end);
            if (letter.getFirst().font() != current) {
                current = letter.getFirst().font();
                operators.raw("/" + current.name() + " " + (int) FontFile.SHAPED_AT + " Tf");
            }
            drawLetter(letter, paper.font(current), operators);
            i = end;
        }
        operators.raw("ET");
    }

    private static void drawLetter(List<ShapedLine.Glyph> glyphs, EmbeddedFont font, Operators operators) {
        boolean several = glyphs.size() > 1;
        if (several) {
            var letters = ToUnicode.utf16(glyphs.getFirst().text());
            operators.raw("/Span <</ActualText <FEFF%s>>> BDC".formatted(letters));
        }
        for (var glyph : glyphs) {
            operators.add("Tm", 1, 0, 0, 1, glyph.x(), glyph.y());
            operators.raw("<%04X> Tj".formatted(font.codeOf(glyph)));
        }
        if (several) {
            operators.raw("EMC");
        }
    }
}
