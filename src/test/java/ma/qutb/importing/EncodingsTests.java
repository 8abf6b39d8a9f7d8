package ma.qutb.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncodingsTests {

    @TempDir
    Path folder;

    private FileForm recognised(byte... content) throws Exception {
        return Recognition.of(Files.write(folder.resolve("list"), content));
    }

    @Test
    void everyEncodingOfTheFieldIsRecognised() throws Exception {
        var arabic = "الاسم,المدينة\nفاطمة أوعلا,كلميم\n";
        var french = "Nom;Métier\nÉlodie Béchir;céramiste à façon\n";

        assertThat(recognised(arabic.getBytes(StandardCharsets.UTF_8)).charset())
                .isEqualTo(StandardCharsets.UTF_8);
        assertThat(recognised(("\uFEFF" + arabic).getBytes(StandardCharsets.UTF_8))
                        .charset())
                .isEqualTo(StandardCharsets.UTF_8);
        assertThat(recognised(("\uFEFF" + arabic).getBytes(StandardCharsets.UTF_16LE))
                        .charset())
                .isEqualTo(StandardCharsets.UTF_16LE);
        assertThat(recognised(("\uFEFF" + arabic).getBytes(StandardCharsets.UTF_16BE))
                        .charset())
                .isEqualTo(StandardCharsets.UTF_16BE);
        assertThat(recognised(french.getBytes(StandardCharsets.UTF_16LE)).charset())
                .isEqualTo(StandardCharsets.UTF_16LE);
        assertThat(recognised(arabic.getBytes(Encodings.ARABIC)).charset()).isEqualTo(Encodings.ARABIC);
        assertThat(recognised(french.getBytes(Encodings.FRENCH)).charset()).isEqualTo(Encodings.FRENCH);
        assertThat(recognised("a;b\n1;2\n".getBytes(StandardCharsets.US_ASCII)).charset())
                .isEqualTo(StandardCharsets.UTF_8);
    }

    @Test
    void theSeparatorIsTheMarkTheHeadingUses() throws Exception {
        assertThat(recognised("a,b\n1;2;3,4\n".getBytes(StandardCharsets.UTF_8)).separator())
                .isEqualTo(',');
        assertThat(recognised("\"a,x\";b\n".getBytes(StandardCharsets.UTF_8)).separator())
                .isEqualTo(';');
        assertThat(recognised("a\tb\n".getBytes(StandardCharsets.UTF_8)).separator())
                .isEqualTo('\t');
        assertThat(recognised("sep=,\na;b,c\n".getBytes(StandardCharsets.UTF_8)).separator())
                .isEqualTo(',');
    }

    @Test
    void mixedEncodingsAreToldWithTheLineThatDiffers() throws Exception {
        var bytes = new java.io.ByteArrayOutputStream();
        for (int i = 0; i < 5; i++) {
            bytes.write("فاطمة,كلميم\n".getBytes(StandardCharsets.UTF_8));
        }
        bytes.write("Métier\n".getBytes(Charset.forName("windows-1252")));

        assertThatExceptionOfType(Unreadable.class)
                .isThrownBy(() -> recognised(bytes.toByteArray()))
                .satisfies(it -> assertThat(it.getArguments()).startsWith(6, "windows-1252", "UTF-8"));
    }

    @Test
    void headingsMeetWhateverTheirSpelling() {
        assertThat(Headings.fold("  Téléphone : ")).isEqualTo(Headings.fold("TELEPHONE"));
        assertThat(Headings.fold("الإسم العائليّ")).isEqualTo(Headings.fold("الاسم العائلي"));
        assertThat(Headings.fold("الحرفــة")).isEqualTo(Headings.fold("الحرفه"));
    }

    @Test
    void linesAreCountedAsAnEditorShowsThem() throws Exception {
        var file = Files.writeString(folder.resolve("lines"), "a;b\n\n1;\"x\ny\"\n2;z\n");
        var lines = new java.util.ArrayList<Integer>();
        new CsvLines(new FileForm("csv", StandardCharsets.UTF_8, ';')).read(file, (line, cells) -> lines.add(line));

        assertThat(lines).containsExactly(1, 3, 5);
    }
}
