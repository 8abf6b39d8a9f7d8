package ma.qutb.documents.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import ma.qutb.documents.ArtisanCard;
import ma.qutb.documents.ArtisanCards;
import ma.qutb.documents.Documents;
import ma.qutb.documents.IssuedDocument;
import ma.qutb.documents.PrintedField;
import ma.qutb.documents.pdf.ArchivalValidity;
import ma.qutb.documents.pdf.PrintedQr;
import ma.qutb.kernel.Actor;
import ma.qutb.support.TestActor;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class ArtisanCardTests {

    @Autowired
    ArtisanCards cards;

    @Autowired
    Documents documents;

    private final Actor registrar = (Actor) TestActor.with().getPrincipal();

    @Test
    void bothPrintFormsAreValidForTheArchive() throws Exception {
        var card = cards.issue(jeweller(true, "RNA-36-001524"), registrar);

        assertThat(card.prints()).extracting(IssuedDocument.Print::form).containsExactly("card", "a4");
        for (var print : card.prints()) {
            byte[] pdf = documents.read(print);
            Files.createDirectories(Path.of("target/papers"));
            Files.write(Path.of("target/papers/" + print.form() + ".pdf"), pdf);
            assertThat(ArchivalValidity.complaints(pdf)).as(print.form()).isEmpty();
        }
    }

    @Test
    void theQrCodeLeadsToTheVerificationOfThisCard() throws Exception {
        var card = cards.issue(jeweller(false, null), registrar);

        try (var pdf = Loader.loadPDF(documents.read(card.prints().getFirst()))) {
            var read = PrintedQr.read(pdf, 1);
            assertThat(read).endsWith("/v/" + card.token());
        }
    }

    @Test
    void theCardSaysExactlyWhatTheVerificationWillShow() throws Exception {
        var card = cards.issue(jeweller(false, "RNA-36-001524"), registrar);

        try (var pdf = Loader.loadPDF(documents.read(card.prints().getFirst()))) {
            var said = new PDFTextStripper().getText(pdf);
            assertThat(card.printed())
                    .extracting(PrintedField::arabic)
                    .allSatisfy(it -> assertThat(said).contains(it));
            assertThat(card.printed())
                    .extracting(PrintedField::latin)
                    .allSatisfy(it -> assertThat(said).contains(it));
            assertThat(said).contains(card.number());
        }
    }

    @Test
    void aMadeUpArtisanGetsASpecimen() throws Exception {
        assertThat(text(cards.issue(jeweller(true, null), registrar)))
                .contains("عينة")
                .contains("SPÉCIMEN");
        assertThat(text(cards.issue(jeweller(false, null), registrar))).doesNotContain("SPÉCIMEN");
    }

    @Test
    void aVeryLongNameStaysOnTheCard() throws Exception {
        var name = new ArtisanCard.Name(
                "فاطمة الزهراء ".repeat(5).strip(), "Fatima Zahra ".repeat(5).strip());
        var card = cards.issue(card(name, true, null), registrar);
        try (var pdf = Loader.loadPDF(documents.read(card.prints().getFirst()))) {
            var page = new PDFRenderer(pdf).renderImageWithDPI(0, 150);
            // the strip along the left edge stays white
            for (int y = 100; y < 250; y++) {
                assertThat(page.getRGB(8, y) & 0xffffff).isEqualTo(0xffffff);
            }
            var picture = Path.of("target/papers/long.png");
            Files.createDirectories(picture.getParent());
            ImageIO.write(page, "png", picture.toFile());
        }
    }

    private String text(IssuedDocument card) throws Exception {
        try (var pdf = Loader.loadPDF(documents.read(card.prints().getFirst()))) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    private static ArtisanCard jeweller(boolean demonstration, String registerNumber) {
        return card(new ArtisanCard.Name("فاطمة أوعلا", "Fatima Ouala"), demonstration, registerNumber);
    }

    private static ArtisanCard card(ArtisanCard.Name name, boolean demonstration, String registerNumber) {
        return new ArtisanCard(
                UUID.randomUUID(),
                name,
                true,
                true,
                List.of(new ArtisanCard.Name("صياغة الفضة", "Bijouterie en argent")),
                new ArtisanCard.Name("كلميم", "Guelmim"),
                registerNumber,
                LocalDate.of(2031, 3, 1),
                null,
                Set.of("C-GUE", "P-GUE"),
                demonstration);
    }
}
