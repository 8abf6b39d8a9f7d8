package ma.qutb.ledger.pages;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Where letters and figures stand in a line of the sheet, from the left. */
class PlacesOfWords extends PDFTextStripper {

    private final String line;
    private float firstFigure = Float.NaN;
    private float lastArabicLetter;

    /**
     * @param line something only the wanted line holds
     */
    PlacesOfWords(String line) {
        this.line = line;
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) throws IOException {
        if (text.contains(line)) {
            for (var position : positions) {
                int letter = position.getUnicode().codePointAt(0);
                if (letter >= '0' && letter <= '9') {
                    firstFigure = least(firstFigure, position.getXDirAdj());
                } else if (Character.UnicodeScript.of(letter) == Character.UnicodeScript.ARABIC) {
                    lastArabicLetter = Math.max(lastArabicLetter, position.getXDirAdj());
                }
            }
        }
        super.writeString(text, positions);
    }

    private static float least(float known, float other) {
        return Float.isNaN(known) ? other : Math.min(known, other);
    }

    float firstFigure() {
        return firstFigure;
    }

    float lastArabicLetter() {
        return lastArabicLetter;
    }
}
