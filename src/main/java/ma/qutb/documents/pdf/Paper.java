package ma.qutb.documents.pdf;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;

/**
 * A document to be printed and kept: PDF/A-2u (ISO 19005-2), so that it looks and reads the same in thirty years. Fonts are
 * embedded in part, colours are sRGB, every letter can be copied and searched. Lay {@link Sheet}s, then {@link #finish()}.
 */
public final class Paper {

    private record Laid(Sheet sheet, PDPage page) {}

    /** A photograph prints well at this quality and stays small. */
    private static final float JPEG_QUALITY = 0.88f;

    private final PDDocument document = new PDDocument();
    private final List<Laid> sheets = new ArrayList<>();
    private final Map<FontFile, EmbeddedFont> fonts = new EnumMap<>(FontFile.class);
    private final COSDictionary fontResources = new COSDictionary();
    private final String title;
    private final String language;
    private final Instant printed;

    private Paper(String title, String language, Instant printed) {
        this.title = title;
        this.language = language;
        this.printed = printed;
    }

    /**
     * An empty document.
     *
     * @param title shown in the window of the reader
     * @param language of most of its text, as a BCP 47 tag
     * @param printed when; the same content of the same moment is the same bytes
     */
    public static Paper titled(String title, String language, Instant printed) {
        return new Paper(title, language, printed);
    }

    /** Adds a sheet after those already laid. */
    public Sheet sheet(SheetSize size) {
        var box = new PDRectangle(
                (float) (size.width() * Sheet.POINTS_PER_MM), (float) (size.height() * Sheet.POINTS_PER_MM));
        var page = new PDPage(box);
        page.setResources(new PDResources());
        page.getResources().getCOSObject().setItem(COSName.FONT, fontResources);
        document.addPage(page);
        var sheet = new Sheet(this, size);
        sheets.add(new Laid(sheet, page));
        return sheet;
    }

    /** The document as a file. Nothing can be laid afterwards. */
    public byte[] finish() {
        try (document) {
            for (var laid : sheets) {
                var operators = laid.sheet().operators().getBytes(StandardCharsets.US_ASCII);
                laid.page()
                        .setContents(new PDStream(document, new ByteArrayInputStream(operators), COSName.FLATE_DECODE));
            }
            for (var font : fonts.values()) {
                font.finish(document);
            }
            new ArchivalMarks(title, language, printed).put(document);
            var file = new ByteArrayOutputStream();
            document.save(file, CompressParameters.NO_COMPRESSION);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    EmbeddedFont font(FontFile file) {
        return fonts.computeIfAbsent(file, _ -> {
            var font = new EmbeddedFont(file);
            fontResources.setItem(COSName.getPDFName(file.name()), font.dictionary());
            return font;
        });
    }

    /** The name under which a sheet may draw a picture. */
    String picture(Sheet sheet, BufferedImage picture) {
        var page = sheets.stream()
                .filter(laid -> laid.sheet() == sheet)
                .findFirst()
                .orElseThrow()
                .page();
        try {
            var image = JPEGFactory.createFromImage(document, opaque(picture), JPEG_QUALITY);
            return page.getResources().add(image).getName();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage opaque(BufferedImage picture) {
        var opaque = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        var graphics = opaque.createGraphics();
        graphics.drawImage(picture, 0, 0, Color.WHITE, null);
        graphics.dispose();
        return opaque;
    }
}
