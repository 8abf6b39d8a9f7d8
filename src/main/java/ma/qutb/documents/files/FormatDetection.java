package ma.qutb.documents.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import ma.qutb.documents.FileFormat;

/** Reads from its content what a file is. */
final class FormatDetection {

    /** A table of 100,000 rows needs about a tenth of this when unpacked. */
    private static final long LARGEST_UNPACKED = 400L << 20;

    private static final int MOST_ENTRIES = 2000;

    private FormatDetection() {}

    static Optional<FileFormat> of(byte[] content) {
        if (startsWith(content, 0xff, 0xd8, 0xff)) {
            return Optional.of(FileFormat.JPEG);
        }
        if (startsWith(content, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n')) {
            return Optional.of(FileFormat.PNG);
        }
        if (startsWith(content, 'R', 'I', 'F', 'F')
                && content.length > 12
                && new String(content, 8, 4, StandardCharsets.US_ASCII).equals("WEBP")) {
            return Optional.of(FileFormat.WEBP);
        }
        if (startsWith(content, '%', 'P', 'D', 'F', '-')) {
            return Optional.of(FileFormat.PDF);
        }
        if (startsWith(content, 'P', 'K', 3, 4)) {
            return workbook(content) ? Optional.of(FileFormat.XLSX) : Optional.empty();
        }
        return text(content) ? Optional.of(FileFormat.CSV) : Optional.empty();
    }

    private static boolean startsWith(byte[] content, int... signature) {
        if (content.length < signature.length) {
            return false;
        }
        for (int i = 0; i < signature.length; i++) {
            if ((content[i] & 0xff) != signature[i]) {
                return false;
            }
        }
        return true;
    }

    /** A ZIP with the parts of a workbook, that does not swell when unpacked. */
    private static boolean workbook(byte[] content) {
        var names = new HashSet<String>();
        var sink = new byte[64 * 1024];
        long unpacked = 0;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                int read;
                while ((read = zip.read(sink)) > 0) {
                    unpacked += read;
                    if (unpacked > LARGEST_UNPACKED) {
                        return false;
                    }
                }
                if (names.size() > MOST_ENTRIES) {
                    return false;
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
        return names.contains("[Content_Types].xml") && names.contains("xl/workbook.xml");
    }

    /**
     * Text, and not a page or a program: no control characters. UTF-8, or the Windows-1256 of older Arabic Excel, in which
     * every byte is a letter.
     */
    private static boolean text(byte[] content) {
        for (byte b : content) {
            if (b >= 0 && b < 0x20 && b != '\n' && b != '\r' && b != '\t') {
                return false;
            }
        }
        var start =
                decoded(Arrays.copyOf(content, Math.min(content.length, 4096))).stripLeading();
        return !start.isEmpty() && !start.startsWith("<") && !start.startsWith("#!");
    }

    private static String decoded(byte[] start) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(start))
                    .toString()
                    .replace("\ufeff", "");
        } catch (CharacterCodingException e) {
            return new String(start, java.nio.charset.Charset.forName("windows-1256"));
        }
    }
}
