package ma.qutb.importing;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds out by its content how a file is written; what its name says does not count. */
final class Recognition {

    private Recognition() {}

    /**
     * @throws Unreadable when it is no list Qutb can read
     */
    static FileForm of(Path file) throws IOException {
        var head = new byte[8];
        int read;
        try (var in = Files.newInputStream(file)) {
            read = in.readNBytes(head, 0, head.length);
        }
        if (read == 0) {
            throw new Unreadable("empty");
        }
        if (starts(head, 'P', 'K', 3, 4)) {
            ZipCheck.workbook(file);
            return new FileForm("xlsx", StandardCharsets.UTF_8, ';');
        }
        if (starts(head, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new Unreadable("old-excel");
        }
        if (starts(head, '%', 'P', 'D', 'F') || starts(head, 0x89, 'P', 'N', 'G') || starts(head, 0xFF, 0xD8, 0xFF)) {
            throw new Unreadable("not-a-list");
        }
        var charset = Encodings.of(file);
        return new FileForm("csv", charset, separator(file, charset));
    }

    private static boolean starts(byte[] head, int... signature) {
        for (int i = 0; i < signature.length; i++) {
            if ((head[i] & 0xff) != signature[i]) {
                return false;
            }
        }
        return true;
    }

    /** The mark that stands most often outside of quotes in the heading; a line {@code sep=;} says it outright. */
    private static char separator(Path file, java.nio.charset.Charset charset) throws IOException {
        try (var reader = new BufferedReader(
                new InputStreamReader(new BufferedInputStream(Files.newInputStream(file)), charset))) {
            var best = ';';
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                var text = line.replace("\uFEFF", "");
                if (text.matches("sep=[,;\t]")) {
                    return text.charAt(4);
                }
                if (!text.isBlank()) {
                    int most = 0;
                    for (char mark : new char[] {';', ',', '\t'}) {
                        int times = outsideQuotes(text, mark);
                        if (times > most) {
                            most = times;
                            best = mark;
                        }
                    }
                    break;
                }
            }
            return best;
        }
    }

    private static int outsideQuotes(String text, char mark) {
        int times = 0;
        boolean quoted = false;
        for (char it : text.toCharArray()) {
            if (it == '"') {
                quoted = !quoted;
            } else if (it == mark && !quoted) {
                times++;
            }
        }
        return times;
    }
}
