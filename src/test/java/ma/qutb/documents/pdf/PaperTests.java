package ma.qutb.documents.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PaperTests {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final TextStyle ARABIC = TextStyle.arabic(Typeface.TEXT, 14, Ink.TEXT);
    private static final TextStyle FRENCH = TextStyle.latin(Typeface.TEXT, 12, Ink.TEXT_QUIET);

    @Test
    void isValidForTheArchive() throws Exception {
        assertThat(ArchivalValidity.complaints(everything())).isEmpty();
    }

    @Test
    void aValidatorThatAcceptsEverythingWouldBeNoticed() throws Exception {
        byte[] notArchival;
        try (var document = new org.apache.pdfbox.pdmodel.PDDocument()) {
            document.addPage(new org.apache.pdfbox.pdmodel.PDPage());
            var bytes = new java.io.ByteArrayOutputStream();
            document.save(bytes);
            notArchival = bytes.toByteArray();
        }
        assertThat(ArchivalValidity.complaints(notArchival)).isNotEmpty();
    }

    @Test
    void arabicIsFoundAgainWhenTheTextIsExtracted() throws Exception {
        var paper = Paper.titled("تجربة", "ar", NOON);
        var sheet = paper.sheet(SheetSize.A5);
        sheet.text("بطاقة الصانعة التقليدية", 140, 20, ARABIC, Anchor.RIGHT);
        sheet.text("السيدة فاطمة أوعلا من كلميم", 140, 30, ARABIC, Anchor.RIGHT);
        sheet.text("المعلمة مُعَلِّمة لا إله", 140, 60, ARABIC, Anchor.RIGHT);
        sheet.text("Maître artisan à Guelmim", 10, 40, FRENCH, Anchor.LEFT);
        sheet.text("ⵜⴰⴳⵍⴷⵉⵜ ⵏ ⵍⵎⵖⵔⵉⴱ", 10, 50, FRENCH, Anchor.LEFT);

        try (var pdf = Loader.loadPDF(paper.finish())) {
            var text = Normalizer.normalize(new PDFTextStripper().getText(pdf), Normalizer.Form.NFC);
            assertThat(text)
                    .contains("بطاقة الصانعة التقليدية")
                    .contains("السيدة فاطمة أوعلا من كلميم")
                    .contains(Normalizer.normalize("المعلمة مُعَلِّمة لا إله", Normalizer.Form.NFC))
                    .contains("Maître artisan à Guelmim")
                    .contains("ⵜⴰⴳⵍⴷⵉⵜ ⵏ ⵍⵎⵖⵔⵉⴱ");
        }
    }

    @Test
    void theSameContentOfTheSameMomentIsTheSameFile() {
        assertThat(everything()).isEqualTo(everything());
    }

    @Test
    void anEmojiOrAnOverrideOfDirectionInANameDoesNotSpoilTheDocument() throws Exception {
        var paper = Paper.titled("x", "ar", NOON);
        paper.sheet(SheetSize.CARD).text("فاطمة 😀 \u202eabc\u202c", 80, 10, ARABIC, Anchor.RIGHT);
        byte[] file = paper.finish();

        assertThat(ArchivalValidity.complaints(file)).isEmpty();
        try (var pdf = Loader.loadPDF(file)) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("فاطمة").contains("abc");
        }
    }

    @Test
    void pagesHaveTheSizeOfTheirSheet() throws Exception {
        try (var pdf = Loader.loadPDF(everything())) {
            var card = pdf.getPage(1).getMediaBox();
            assertThat(card.getWidth()).isCloseTo(242.65f, org.assertj.core.data.Offset.offset(0.1f));
            assertThat(card.getHeight()).isCloseTo(153.07f, org.assertj.core.data.Offset.offset(0.1f));
        }
    }

    @Test
    void aQrCodeCanBeReadFromThePrint() throws Exception {
        var paper = Paper.titled("x", "fr", NOON);
        paper.sheet(SheetSize.CARD).qr("https://example.ma/v/abcdefghijkmnopq", 10, 10, 20, Ink.NILA_900);
        try (var pdf = Loader.loadPDF(paper.finish())) {
            assertThat(PrintedQr.read(pdf, 0)).isEqualTo("https://example.ma/v/abcdefghijkmnopq");
        }
    }

    @Test
    void longTextIsBrokenBetweenWords() {
        var sheet = Paper.titled("x", "ar", NOON).sheet(SheetSize.A5);
        var text = "تسلم هذه البطاقة للصناع التقليديين المسجلين بالسجل الوطني للصناعة التقليدية";
        var lines = sheet.lines(text, 60, ARABIC);

        assertThat(lines).hasSizeGreaterThan(1);
        assertThat(String.join(" ", lines)).isEqualTo(text);
        assertThat(lines)
                .allSatisfy(line -> assertThat(sheet.width(line, ARABIC)).isLessThanOrEqualTo(60));
    }

    @Test
    void aTelephoneIsNotCutAtTheEndOfALine() {
        var sheet = Paper.titled("x", "ar", NOON).sheet(SheetSize.A5);

        assertThat(sheet.lines("اتصل بنا على الرقم \u20660528 87 21 40\u2069 كل يوم", 55, ARABIC))
                .anySatisfy(line -> assertThat(line).contains("0528\u00a087\u00a021\u00a040"));
    }

    private static byte[] everything() {
        var paper = Paper.titled("كل شيء", "ar", NOON);
        var sheet = paper.sheet(SheetSize.A4);
        sheet.frame(9, 9, 192, 279, 0, Ink.NILA_700, 0.6);
        sheet.border(Ornament.LOZENGES, 18, 12, 174, 5.2, Ink.NILA_700);
        sheet.border(Ornament.FIBULAS, 18, 280, 174, 5.2, Ink.OCHRE_500);
        sheet.ornament(Ornament.MARK, 95, 22, 20, Ink.NILA_700).ornament(Ornament.HEART, 95, 22, 20, Ink.OCHRE_500);
        var title = TextStyle.arabic(Typeface.TITLE, 30, Ink.NILA_800);
        sheet.text("بطاقة الصانعة التقليدية", 105, 60, title, Anchor.CENTER);
        sheet.text("مُعَلِّمة · لا إله · الله · ڭليميم أڭادير", 105, 75, ARABIC, Anchor.CENTER);
        sheet.text(
                "رقم \u2066RNA-2026-000124\u2069 صالحة إلى 12 غشت 2031 (Carte d’artisan)",
                190,
                85,
                ARABIC,
                Anchor.RIGHT);
        sheet.text("Œuvre d’artisan à Guelmim كلميم — AV Ta Wo", 20, 95, FRENCH, Anchor.LEFT);
        sheet.text("ⵜⴰⴳⵍⴷⵉⵜ ⵏ ⵍⵎⵖⵔⵉⴱ", 20, 105, FRENCH, Anchor.LEFT);
        sheet.paragraph(
                "تسلم هذه البطاقة للصناع التقليديين المسجلين بالسجل الوطني للصناعة التقليدية، وهي شخصية لا تعار. "
                        + "من وجدها فليسلمها إلى أقرب مندوبية (Tél. \u20660528 87 21 40\u2069).",
                190,
                120,
                90,
                8,
                ARABIC,
                Anchor.RIGHT);
        sheet.picture(photo(), 20, 120, 40, 50, 3);
        sheet.qr("https://example.ma/v/abcdefghijkmnopq", 20, 180, 30, Ink.NILA_900);
        sheet.turned(
                18,
                105,
                220,
                () -> sheet.text(
                        "عينة · SPÉCIMEN", 0, 0, TextStyle.arabic(Typeface.BOLD, 50, Ink.POME_100), Anchor.CENTER));
        paper.sheet(SheetSize.CARD).box(2, 2, 81, 50, 3, Ink.NILA_50);
        return paper.finish();
    }

    private static BufferedImage photo() {
        var photo = new BufferedImage(300, 300, BufferedImage.TYPE_INT_ARGB);
        var graphics = photo.createGraphics();
        graphics.setColor(Color.ORANGE);
        graphics.fillOval(20, 20, 260, 260);
        graphics.dispose();
        return photo;
    }

    /** For looking at: {@code -Dpaper.out=DIR} keeps the file. */
    @Test
    void keepsACopyWhereAsked() throws Exception {
        var folder = Path.of(System.getProperty("paper.out", "target/papers"));
        Files.createDirectories(folder);
        assertThat(Files.write(folder.resolve("everything.pdf"), everything())).isNotEmptyFile();
    }
}
