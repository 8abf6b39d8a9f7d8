package ma.qutb.importing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Recognises in which encoding a text file is written: UTF-8 and UTF-16 with or without mark, Windows-1256 (Arabic) and
 * Windows-1252 (French). The last two share the French letters; Arabic stands in runs of high bytes, French in single ones.
 */
final class Encodings {

    static final Charset ARABIC = Charset.forName("windows-1256");
    static final Charset FRENCH = Charset.forName("windows-1252");

    private static final int LONGEST_LINE = 1 << 20;

    private Encodings() {}

    /**
     * @throws Unreadable when lines are written in different encodings, with the number of the first that differs
     */
    static Charset of(Path file) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            in.mark(4);
            var head = in.readNBytes(4);
            in.reset();
            if (head.length >= 2 && (head[0] & 0xff) == 0xFF && (head[1] & 0xff) == 0xFE) {
                return StandardCharsets.UTF_16LE;
            }
            if (head.length >= 2 && (head[0] & 0xff) == 0xFE && (head[1] & 0xff) == 0xFF) {
                return StandardCharsets.UTF_16BE;
            }
            return byLines(in);
        }
    }

    private static Charset byLines(InputStream in) throws IOException {
        var seen = new Seen();
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == '\n') {
                seen.line(line.toByteArray());
                line.reset();
            } else if (line.size() < LONGEST_LINE) {
                line.write(next);
            }
        }
        seen.line(line.toByteArray());
        return seen.charset();
    }

    /** What the lines so far were written in. */
    private static class Seen {

        private int number;
        private long offset;
        private int firstUnicode;
        private int firstOther;
        private int unicode;
        private int other;
        private long runs;
        private long single;
        private long evenZeros;
        private long oddZeros;

        void line(byte... bytes) {
            number++;
            boolean plain = true;
            for (int i = 0; i < bytes.length; i++) {
                plain &= bytes[i] >= 0;
                if (bytes[i] == 0) {
                    boolean even = (offset + i) % 2 == 0;
                    evenZeros += even ? 1 : 0;
                    oddZeros += even ? 0 : 1;
                }
            }
            offset += bytes.length + 1;
            if (plain) {
                return;
            }
            if (isUnicode(bytes)) {
                unicode++;
                firstUnicode = firstUnicode == 0 ? number : firstUnicode;
            } else {
                other++;
                firstOther = firstOther == 0 ? number : firstOther;
                count(bytes);
            }
        }

        private void count(byte... bytes) {
            for (int i = 0; i < bytes.length; i++) {
                if (bytes[i] < 0) {
                    boolean alone = (i == 0 || bytes[i - 1] >= 0) && (i == bytes.length - 1 || bytes[i + 1] >= 0);
                    if (alone) {
                        single++;
                    } else {
                        runs++;
                    }
                }
            }
        }

        Charset charset() {
            if (evenZeros + oddZeros > number / 2) {
                if (Math.min(evenZeros, oddZeros) * 3 > Math.max(evenZeros, oddZeros)) {
                    throw new Unreadable("not-a-list");
                }
                return oddZeros > evenZeros ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
            }
            if (evenZeros + oddZeros > 0) {
                throw new Unreadable("not-a-list");
            }
            var single8 = runs > single ? ARABIC : FRENCH;
            if (unicode > 0 && other > 0) {
                boolean mostlyUnicode = unicode >= other;
                throw new Unreadable(
                        "mixed-encodings",
                        mostlyUnicode ? firstOther : firstUnicode,
                        mostlyUnicode ? single8.name() : "UTF-8",
                        mostlyUnicode ? "UTF-8" : single8.name(),
                        Math.min(unicode, other));
            }
            return other == 0 ? StandardCharsets.UTF_8 : single8;
        }

        private static boolean isUnicode(byte... bytes) {
            try {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
                return true;
            } catch (CharacterCodingException e) {
                return false;
            }
        }
    }
}
