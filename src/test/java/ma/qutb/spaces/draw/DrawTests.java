package ma.qutb.spaces.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrawTests {

    private static final List<String> NUMBERS =
            List.of("ZA-2026-003", "ZA-2026-001", "ZA-2026-002", "ZA-2026-010", "ZA-2026-004");

    private final DrawFiles files =
            DrawFiles.drawn(NUMBERS, "D-2026-1", "Lottery of 1 December 2026, seven numbers", "04 11 17 23 31 40 · 9");

    @TempDir
    private Path folder;

    @Test
    void hmacIsThatOfThePublishedStandard() {
        assertThat(Fingerprint.hmac("Jefe", "what do ya want for nothing?"))
                .as("RFC 4231, test case 2")
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
        assertThat(Fingerprint.sha256("abc"))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void theListIsTheSameWhateverTheOrderOfTheNumbers() {
        assertThat(DrawFiles.list(NUMBERS.reversed()))
                .isEqualTo(DrawFiles.list(NUMBERS))
                .isEqualTo("ZA-2026-001\nZA-2026-002\nZA-2026-003\nZA-2026-004\nZA-2026-010\n");
        assertThatIllegalArgumentException().isThrownBy(() -> DrawFiles.list(List.of("A", "A")));
    }

    @Test
    void anotherSeedGivesAnotherOrderAndTheSameSeedTheSame() {
        var orders = IntStream.range(0, 200)
                .mapToObj(it -> DrawFiles.order("seed " + it, NUMBERS))
                .distinct()
                .count();

        assertThat(DrawFiles.order("seed 1", NUMBERS)).isEqualTo(DrawFiles.order("seed 1", NUMBERS.reversed()));
        assertThat(orders).as("of the 120 possible orders").isGreaterThan(80);
    }

    @Test
    void aTrueDrawIsFoundTrue() throws IOException {
        assertThat(DrawCheck.of(files)).isEmpty();
        assertThat(VerifyDraw.run(write(files))).isZero();
    }

    @Test
    void oneAlteredCharacterAnywhereIsNoticedAndNamed() {
        altered(
                DrawFiles.LIST,
                files.list(),
                it -> new DrawFiles(it, files.commitment(), files.seed(), files.result()));
        altered(
                DrawFiles.COMMITMENT,
                files.commitment(),
                it -> new DrawFiles(files.list(), it, files.seed(), files.result()));
        altered(
                DrawFiles.SEED,
                files.seed(),
                it -> new DrawFiles(files.list(), files.commitment(), it, files.result()));
        altered(
                DrawFiles.RESULT,
                files.result(),
                it -> new DrawFiles(files.list(), files.commitment(), files.seed(), it));
    }

    private static void altered(String file, String text, Function<String, DrawFiles> with) {
        for (int at = 0; at < text.length(); at++) {
            for (char other : new char[] {'0', 'x', ' ', '\n', '\r'}) {
                if (text.charAt(at) != other) {
                    var changed = text.substring(0, at) + other + text.substring(at + 1);
                    assertThat(DrawCheck.of(with.apply(changed)))
                            .as("%s with '%s' at %d", file, other, at)
                            .isNotEmpty();
                }
            }
            var shorter = text.substring(0, at) + text.substring(at + 1);
            assertThat(DrawCheck.of(with.apply(shorter)))
                    .as("%s without %d", file, at)
                    .isNotEmpty();
        }
        var tail = DrawCheck.of(with.apply(text + "\n"));
        assertThat(tail).isNotEmpty();
    }

    @Test
    void whatWasAlteredIsNamedByFileAndLine() {
        var swapped = files.result().replaceFirst("\n1 ", "\n2 ");

        var findings = DrawCheck.of(new DrawFiles(files.list(), files.commitment(), files.seed(), swapped));

        assertThat(findings).singleElement().satisfies(it -> {
            assertThat(it.file()).isEqualTo(DrawFiles.RESULT);
            assertThat(it.line()).isEqualTo(2);
            assertThat(it.kind()).isEqualTo(DrawCheck.Kind.ORDER);
        });
    }

    @Test
    void theCommandEndsWithOneWhenACharacterWasAlteredAndTwoWhenAFileIsMissing() throws IOException {
        write(files);
        Files.writeString(folder.resolve(DrawFiles.LIST), files.list().replace("ZA-2026-004", "ZA-2026-005"));
        assertThat(VerifyDraw.run(folder.toString())).isEqualTo(1);

        Files.write(folder.resolve(DrawFiles.LIST), "ZA-2026-é\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(VerifyDraw.run(folder.toString())).isEqualTo(1);

        Files.delete(folder.resolve(DrawFiles.SEED));
        Files.delete(folder.resolve(DrawFiles.LIST));
        assertThat(VerifyDraw.run(folder.toString())).isEqualTo(2);
        assertThat(VerifyDraw.run()).isEqualTo(2);
    }

    @Test
    void theCommandRunsFromItsSourceAlone() throws Exception {
        var process = new ProcessBuilder("bin/verify-draw", write(files))
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).startsWith("TRUE: 5 applications");
    }

    private String write(DrawFiles it) throws IOException {
        Files.writeString(folder.resolve(DrawFiles.LIST), it.list());
        Files.writeString(folder.resolve(DrawFiles.COMMITMENT), it.commitment());
        Files.writeString(folder.resolve(DrawFiles.SEED), it.seed());
        Files.writeString(folder.resolve(DrawFiles.RESULT), it.result());
        return folder.toString();
    }
}
