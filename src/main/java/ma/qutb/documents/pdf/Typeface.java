package ma.qutb.documents.pdf;

import java.util.List;

/**
 * What text is set in. Each typeface is a first choice and the fonts that stand in for letters it lacks:
 * Naskh for letters of neighbouring languages (ڭ, گ, پ), Noto for Tifinagh.
 */
public enum Typeface {
    TEXT(FontFile.READEX_REGULAR, FontFile.NASKH_REGULAR, FontFile.TIFINAGH),
    BOLD(FontFile.READEX_BOLD, FontFile.NASKH_BOLD, FontFile.TIFINAGH),
    /** For headings of 12 points and more. */
    TITLE(FontFile.MESSIRI_BOLD, FontFile.NASKH_BOLD, FontFile.TIFINAGH);

    private final List<FontFile> fonts;

    Typeface(FontFile... fonts) {
        this.fonts = List.of(fonts);
    }

    List<FontFile> fonts() {
        return fonts;
    }
}
