package ma.qutb.documents.pdf;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/** The table in a font of a PDF that tells which letters a code stands for. */
final class ToUnicode {

    /** Says nothing, and is allowed: the second glyph of a letter drawn by two. */
    private static final String NOTHING = "\u200c";

    /** The format allows so many lines in one block. */
    private static final int BLOCK = 100;

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private ToUnicode() {}

    /** The table of codes 1, 2, 3 … for the texts in their order. */
    static byte[] of(List<String> texts) {
        var map = new StringBuilder("""
                /CIDInit /ProcSet findresource begin
                12 dict begin
                begincmap
                /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
                /CMapName /Adobe-Identity-UCS def
                /CMapType 2 def
                1 begincodespacerange
                <0000> <FFFF>
                endcodespacerange
                """);
        for (int from = 0; from < texts.size(); from += BLOCK) {
            int to = Math.min(from + BLOCK, texts.size());
            map.append(to - from).append(" beginbfchar\n");
            for (int i = from; i < to; i++) {
                map.append("<%04X> <%s>%n".formatted(i + 1, utf16(texts.get(i).isEmpty() ? NOTHING : texts.get(i))));
            }
            map.append("endbfchar\n");
        }
        map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
        return map.toString().getBytes(StandardCharsets.US_ASCII);
    }

    static String utf16(String text) {
        return HEX.formatHex(text.getBytes(StandardCharsets.UTF_16BE));
    }
}
