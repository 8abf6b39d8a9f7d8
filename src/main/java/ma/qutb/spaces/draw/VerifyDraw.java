package ma.qutb.spaces.draw;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code bin/verify-draw FOLDER}: exit status 0 when the draw is true, 1 when something does not fit, 2 when it cannot be read. */
public final class VerifyDraw {

    private VerifyDraw() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        if (arguments.length != 1) {
            System.err.println("Qutb: verify-draw FOLDER (with list.txt, commitment.txt, seed.txt, result.txt)");
            return 2;
        }
        try {
            var folder = Path.of(arguments[0]);
            var files = new DrawFiles(
                    read(folder.resolve(DrawFiles.LIST)),
                    read(folder.resolve(DrawFiles.COMMITMENT)),
                    read(folder.resolve(DrawFiles.SEED)),
                    read(folder.resolve(DrawFiles.RESULT)));
            var findings = DrawCheck.of(files);
            for (var it : findings) {
                System.out.println("ALTERED " + it.file() + (it.line() > 0 ? " line " + it.line() : "") + " ("
                        + it.kind() + "): expected …" + it.expected() + "…, found …" + it.found() + "…");
            }
            if (findings.isEmpty()) {
                System.out.println("TRUE: " + files.list().lines().count()
                        + " applications, drawn in the order that list and seed give; list-sha256 "
                        + Fingerprint.sha256(files.list()));
            }
            return findings.isEmpty() ? 0 : 1;
        } catch (CharacterCodingException e) {
            System.err.println("Qutb: not UTF-8, so altered: " + e.getMessage());
            return 1;
        } catch (IOException e) {
            System.err.println("Qutb: cannot read " + e.getMessage());
            return 2;
        }
    }

    private static String read(Path file) throws IOException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (CharacterCodingException e) {
            var named = new CharacterCodingException() {
                @Override
                public String getMessage() {
                    return file.toString();
                }
            };
            named.initCause(e);
            throw named;
        }
    }
}
