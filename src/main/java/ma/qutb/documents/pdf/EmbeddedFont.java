package ma.qutb.documents.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;

/**
 * A font inside one document: only the glyphs used. Every pair of glyph and text gets a code of its own, so that a
 * reader who copies or searches finds the letters even where one shape serves several of them (PDF/A-2u asks for it).
 */
final class EmbeddedFont {

    private static final List<String> TABLES_OF_GLYPHS =
            List.of("head", "hhea", "loca", "maxp", "cvt ", "prep", "glyf", "hmtx", "fpgm", "gasp");

    private record Use(int glyph, String text) {}

    private final FontFile file;
    private final COSDictionary dictionary = new COSDictionary();
    private final Map<Use, Integer> codes = new LinkedHashMap<>();

    EmbeddedFont(FontFile file) {
        this.file = file;
    }

    COSDictionary dictionary() {
        return dictionary;
    }

    int codeOf(ShapedLine.Glyph glyph) {
        return codes.computeIfAbsent(new Use(glyph.number(), glyph.text()), _ -> codes.size() + 1);
    }

    /** Writes the font into the document once everything has been drawn. */
    void finish(PDDocument document) throws IOException {
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file.bytes()))) {
            var subsetter = new TTFSubsetter(font, TABLES_OF_GLYPHS);
            subsetter.addGlyphIds(codes.keySet().stream().map(Use::glyph).collect(Collectors.toSet()));
            subsetter.setPrefix(prefix() + "+");
            var program = new ByteArrayOutputStream();
            subsetter.writeToStream(program);
            describe(document, font, program.toByteArray(), newNumbers(subsetter));
        }
    }

    private static Map<Integer, Integer> newNumbers(TTFSubsetter subsetter) throws IOException {
        var numbers = new HashMap<Integer, Integer>();
        subsetter.getGIDMap().forEach((now, before) -> numbers.put(before, now));
        return numbers;
    }

    /** Six letters that differ where the used glyphs differ; the same document printed twice is the same bytes. */
    private String prefix() {
        int mix = codes.keySet().hashCode() & Integer.MAX_VALUE;
        var letters = new StringBuilder();
        for (int i = 0; i < 6; i++, mix /= 26) {
            letters.append((char) ('A' + mix % 26));
        }
        return letters.toString();
    }

    private void describe(PDDocument document, TrueTypeFont font, byte[] program, Map<Integer, Integer> numbers)
            throws IOException {
        var name = COSName.getPDFName(prefix() + "+" + font.getName());
        var descendant = new COSDictionary();
        descendant.setItem(COSName.TYPE, COSName.FONT);
        descendant.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE2);
        descendant.setItem(COSName.BASE_FONT, name);
        descendant.setItem(COSName.CIDSYSTEMINFO, systemInfo());
        descendant.setItem(COSName.FONT_DESC, descriptor(document, font, program, name));
        descendant.setItem(COSName.W, widths(font));
        descendant.setItem(COSName.CID_TO_GID_MAP, glyphOfEachCode(document, numbers));

        dictionary.setItem(COSName.TYPE, COSName.FONT);
        dictionary.setItem(COSName.SUBTYPE, COSName.TYPE0);
        dictionary.setItem(COSName.BASE_FONT, name);
        dictionary.setItem(COSName.ENCODING, COSName.IDENTITY_H);
        var descendants = new COSArray();
        descendants.add(descendant);
        dictionary.setItem(COSName.DESCENDANT_FONTS, descendants);
        dictionary.setItem(COSName.TO_UNICODE, stream(document, ToUnicode.of(texts())));
    }

    private List<String> texts() {
        return codes.keySet().stream().map(Use::text).toList();
    }

    private static COSDictionary systemInfo() {
        var info = new COSDictionary();
        info.setItem(COSName.REGISTRY, new COSString("Adobe"));
        info.setItem(COSName.ORDERING, new COSString("Identity"));
        info.setInt(COSName.SUPPLEMENT, 0);
        return info;
    }

    private static PDFontDescriptor descriptor(PDDocument document, TrueTypeFont font, byte[] program, COSName name)
            throws IOException {
        var head = font.getHeader();
        float scale = 1000f / head.getUnitsPerEm();
        var descriptor = new PDFontDescriptor(new COSDictionary());
        descriptor.getCOSObject().setItem(COSName.TYPE, COSName.FONT_DESC);
        descriptor.setFontName(name.getName());
        descriptor.setSymbolic(true);
        descriptor.setFontBoundingBox(new PDRectangle(
                head.getXMin() * scale,
                head.getYMin() * scale,
                (head.getXMax() - head.getXMin()) * scale,
                (head.getYMax() - head.getYMin()) * scale));
        descriptor.setItalicAngle(0);
        descriptor.setAscent(font.getHorizontalHeader().getAscender() * scale);
        descriptor.setDescent(font.getHorizontalHeader().getDescender() * scale);
        descriptor.setCapHeight(font.getHorizontalHeader().getAscender() * scale * 0.7f);
        descriptor.setStemV(80);
        descriptor.setFontFile2(
                new PDStream(document, new java.io.ByteArrayInputStream(program), COSName.FLATE_DECODE));
        return descriptor;
    }

    private COSArray widths(TrueTypeFont font) throws IOException {
        var list = new COSArray();
        for (var use : codes.keySet()) {
            list.add(COSInteger.get(Math.round(font.getAdvanceWidth(use.glyph()) * 1000f / font.getUnitsPerEm())));
        }
        var widths = new COSArray();
        widths.add(COSInteger.ONE);
        widths.add(list);
        return widths;
    }

    private PDStream glyphOfEachCode(PDDocument document, Map<Integer, Integer> numbers) throws IOException {
        var map = new ByteArrayOutputStream();
        map.writeBytes(new byte[2]);
        var uses = new ArrayList<>(codes.keySet());
        for (var use : uses) {
            int number = numbers.getOrDefault(use.glyph(), 0);
            map.write(number >> 8);
            map.write(number);
        }
        return stream(document, map.toByteArray());
    }

    private static PDStream stream(PDDocument document, byte[] bytes) throws IOException {
        return new PDStream(document, new java.io.ByteArrayInputStream(bytes), COSName.FLATE_DECODE);
    }
}
