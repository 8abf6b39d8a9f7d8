package ma.qutb.importing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Looks into a workbook before anything reads it: what a zip archive says about its own sizes may be a lie, so entries are
 * counted while they expand, and one that grows without end is refused long before it fills memory or disk.
 */
final class ZipCheck {

    private static final int MOST_ENTRIES = 500;
    private static final long MOST_BYTES = 600L << 20;
    /** Texts shared by all cells are held in memory while a workbook is read. */
    private static final long MOST_SHARED = 96L << 20;

    private static final long FREE = 4L << 20;
    /** Sheets written by Excel shrink to a tenth or a twentieth. */
    private static final int MOST_RATIO = 120;

    private ZipCheck() {}

    static void workbook(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.getEntry("xl/workbook.xml") == null) {
                throw new Unreadable("not-a-list");
            }
            if (zip.size() > MOST_ENTRIES) {
                throw new Unreadable("too-large-inside");
            }
            long total = 0;
            for (var entries = zip.entries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                var name = entry.getName().toLowerCase(Locale.ROOT);
                try (var in = zip.getInputStream(entry)) {
                    var head = in.readNBytes(2_000);
                    // A document type can name entities that expand to gigabytes.
                    if (name.endsWith(".xml") && new String(head, StandardCharsets.ISO_8859_1).contains("<!DOCTYPE")) {
                        throw new Unreadable("not-a-list");
                    }
                    long size = head.length;
                    var buffer = new byte[1 << 16];
                    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                        size += read;
                        long packed = Math.max(1, entry.getCompressedSize());
                        if (size > FREE && size / packed > MOST_RATIO
                                || total + size > MOST_BYTES
                                || name.endsWith("sharedstrings.xml") && size > MOST_SHARED) {
                            throw new Unreadable("too-large-inside");
                        }
                    }
                    total += size;
                }
            }
        } catch (ZipException e) {
            throw new Unreadable("damaged");
        }
    }
}
