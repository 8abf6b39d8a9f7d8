package ma.qutb.documents.pdf;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.TextAttribute;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;

/** A font file of the project, read once. */
enum FontFile {
    READEX_REGULAR("readex-pro-400"),
    READEX_BOLD("readex-pro-600"),
    MESSIRI_BOLD("el-messiri-700"),
    NASKH_REGULAR("noto-naskh-arabic-400"),
    NASKH_BOLD("noto-naskh-arabic-700"),
    TIFINAGH("noto-sans-tifinagh-400");

    /** Text is shaped at this size and scaled when drawn, so that widths are thousandths of the size, as in PDF. */
    static final float SHAPED_AT = 1000f;

    private final byte[] bytes;
    private final Font shaper;

    FontFile(String name) {
        try (var file = FontFile.class.getResourceAsStream("/fonts/" + name + ".ttf")) {
            bytes = Objects.requireNonNull(file, name).readAllBytes();
            shaper = Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(bytes))
                    .deriveFont(SHAPED_AT)
                    .deriveFont(Map.of(
                            TextAttribute.KERNING, TextAttribute.KERNING_ON,
                            TextAttribute.LIGATURES, TextAttribute.LIGATURES_ON));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("Not a font: " + name, e);
        }
    }

    byte[] bytes() {
        return bytes;
    }

    Font shaper() {
        return shaper;
    }

    boolean has(int character) {
        return shaper.canDisplay(character) || Character.getType(character) == Character.FORMAT;
    }

    boolean hasAll(String text) {
        return text.codePoints().allMatch(this::has);
    }
}
