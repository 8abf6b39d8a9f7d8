package ma.qutb.ledger.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.util.UUID;
import ma.qutb.ledger.Ledger;
import ma.qutb.ledger.LedgerModuleTest;
import ma.qutb.ledger.LedgerPermission.Code;
import ma.qutb.ledger.StandingClock;
import ma.qutb.ledger.TestBook;
import ma.qutb.support.TestActor;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** The reports of a book: on pages, in spreadsheets and on paper they say the same, as of any moment. */
@LedgerModuleTest
class ReportTests {

    @Autowired
    MockMvc web;

    @Autowired
    Ledger ledger;

    @Autowired
    StandingClock clock;

    private TestBook book;

    @BeforeEach
    void keepABook() {
        clock.toNextMonth();
        book = TestBook.open(ledger);
        ledger.post(book.received(book.lot(), 500_000, clock.today()), TestBook.CLERK);
        // Sold on credit 100 days ago, 40 days ago and today; 150 of 400 paid back.
        clock.forward(Duration.ofDays(100));
        ledger.post(
                book.sold(
                        book.lot(), 1_000, book.credit(), 100_00, clock.today().minusDays(100)),
                TestBook.CLERK);
        ledger.post(
                book.sold(
                        book.lot(), 1_000, book.credit(), 120_00, clock.today().minusDays(40)),
                TestBook.CLERK);
        ledger.post(book.sold(book.lot(), 1_000, book.credit(), 180_00, clock.today()), TestBook.CLERK);
        ledger.post(book.draft(clock.today()).debit(book.till(), 150_00).credit(book.credit(), 150_00), TestBook.CLERK);
    }

    @Test
    void aRepaymentSettlesTheOldestDebtFirst() throws Exception {
        var page = read("/receivables");

        // 100 of the oldest and 50 of the next are paid: 70 open for 40 days, 180 since today.
        assertThat(page).contains("180,00", "70,00", "250,00").doesNotContain(">100,00", ">150,00");
    }

    @Test
    void whatWasReversedWasNeverOwedAndAReversedReversalOwesAsOfOld() throws Exception {
        var old = ledger.post(
                book.sold(book.lot(), 1_000, book.credit(), 33_00, clock.today().minusDays(70)), TestBook.CLERK);
        var reversal = ledger.reverse(old, UUID.randomUUID(), "خطأ", TestBook.CLERK);
        assertThat(read("/receivables")).doesNotContain("33,00").contains("250,00");

        ledger.reverse(reversal, UUID.randomUUID(), "كان صحيحا", TestBook.CLERK);
        // The fifty now settle part of it, for it is older.
        assertThat(csv("/receivables")).contains(";180,00;103,00;;;;283,00");
    }

    @Test
    void aDebtHasTheAgeItHadThen() throws Exception {
        assertThat(csv("/receivables", "&by=occurred&day=" + clock.today().minusDays(1)))
                .contains(";;120,00;;100,00;;220,00");
        assertThat(csv("/receivables", "&day=" + clock.today().minusDays(1))).doesNotContain("220,00");
    }

    @Test
    void theCashPositionGoesFromTheMorningToTheMoment() throws Exception {
        clock.forward(Duration.ofDays(1));
        ledger.post(book.paidIn(40_00, clock.today()), TestBook.CLERK);
        ledger.post(book.draft(clock.today()).debit(book.sales(), 15_00).credit(book.till(), 15_00), TestBook.CLERK);

        assertThat(csv("/cash")).contains(";150,00;40,00;15,00;175,00");
        assertThat(csv("/cash", "&by=occurred")).contains(";150,00;40,00;15,00;175,00");
        assertThat(csv("/cash", "&day=" + clock.today().minusDays(1))).contains(";0,00;150,00;;150,00");
    }

    @Test
    void theTimeOfTheDayCounts() throws Exception {
        var hour = clock.instant()
                .atZone(clock.getZone())
                .toLocalTime()
                .withSecond(0)
                .withNano(0);
        clock.forward(Duration.ofMinutes(30));
        ledger.post(book.paidIn(7_77, clock.today()), TestBook.CLERK);

        assertThat(csv("/cash", "&time=" + hour)).doesNotContain("7,77");
        assertThat(csv("/cash", "&time=" + hour.plusMinutes(30))).contains("7,77");
    }

    @Test
    void whatIsHeldBackIsSeenUntilItIsSettled() throws Exception {
        var held = ledger.reserve(
                book.sold(book.lot(), 2_000, book.till(), 20_00, clock.today()),
                clock.instant().plus(Duration.ofDays(3)),
                TestBook.CLERK);
        assertThat(read("/reservations")).contains("/app/ledger/reservations/" + held.value());
        assertThat(csv("/reservations")).contains("2,000");

        var then = clock.today();
        clock.forward(Duration.ofDays(1));
        var entry = ledger.settle(held, UUID.randomUUID(), TestBook.CLERK);
        assertThat(read("/reservations")).doesNotContain(held.value().toString());
        assertThat(read("/reservations?day=" + then)).contains(held.value().toString());
        assertThat(readPath("/app/ledger/reservations/" + held.value()))
                .contains("/app/ledger/entries/" + entry.value());
    }

    @Test
    void aStatementOfDaysBeginsWithTheBalanceBeforeThem() throws Exception {
        var before = clock.today();
        clock.forward(Duration.ofDays(2));
        ledger.post(book.paidIn(60_00, clock.today()), TestBook.CLERK);
        var path = "/app/ledger/accounts/" + book.till().value();

        assertThat(readPath(path + "?from=" + clock.today())).contains("150,00", "210,00");
        assertThat(readPath(path + "?to=" + before)).contains("150,00").doesNotContain("210,00");
        assertThat(readPath(path + "?from=" + before.plusDays(1) + "&to=" + before.plusDays(1)))
                .contains("150,00")
                .doesNotContain("60,00");
        assertThat(text(pdf(path + "/statement.pdf?from=" + clock.today(), "fr")))
                .contains("Solde avant la période", "150,00", "60,00", "210,00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"trial-balance", "receivables", "cash", "reservations"})
    void everyReportLeavesAsAWorkbook(String report) throws Exception {
        var file = web.perform(get(path("/" + report + ".xlsx")).with(authentication(TestActor.with(Code.SEE))))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();

        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file));
                var rows = workbook.getFirstSheet().openStream()) {
            assertThat(rows.count()).isPositive();
        }
    }

    @Test
    void theTrialBalanceOnPaperAddsUpToTheLedgerAndFixesItsHash() throws Exception {
        var paper = text(pdf(path("/trial-balance.pdf"), "fr"));

        assertThat(paper)
                .contains("Balance", "Caisse", "Dirham marocain")
                // Till 150 and credit 250 against sales of 400; 497 g in the lot against outside.
                .contains("400,00", "250,00", "150,00", "497,000")
                .containsPattern("empreinte [0-9a-f]{64}");
        assertThat(paper.split("400,00", -1)).hasSize(4);
    }

    @Test
    void inArabicThePaperReadsFromTheRight() throws Exception {
        var file = pdf(path("/trial-balance.pdf"), "ar");
        var paper = text(file);

        assertThat(paper).contains("ميزان المراجعة", "الصندوق", "المجموع", "400,00");
        try (var pdf = Loader.loadPDF(file)) {
            var places = new PlacesOfWords("150,00");
            places.getText(pdf);
            // The figure of the till stands to the left of its name.
            assertThat(places.firstFigure()).isLessThan(places.lastArabicLetter());
        }
    }

    @Test
    void theJournalOfAMonthIsPaperToo() throws Exception {
        assertThat(text(pdf(path("/journal.pdf?from=" + clock.today()), "fr")))
                .contains("Journal", "Ventes", "180,00", "1,000");
        assertThat(text(pdf(path("/journal.pdf?to=" + clock.today().minusYears(1)), "fr")))
                .doesNotContain("180,00");
    }

    @Test
    void strangeMomentsMeanNow() throws Exception {
        assertThat(csv("/cash", "&day=x&time=25:99&by=y")).isEqualTo(csv("/cash"));
    }

    private String path(String report) {
        return "/app/ledger/books/" + book.id().value() + report;
    }

    private String read(String report) throws Exception {
        return readPath(path(report));
    }

    private String csv(String report) throws Exception {
        return csv(report, "");
    }

    private String csv(String report, String query) throws Exception {
        return new String(bytes(path(report) + ".csv?" + query, "fr"), StandardCharsets.UTF_8);
    }

    private String readPath(String path) throws Exception {
        return new String(bytes(path, "fr"), StandardCharsets.UTF_8).replaceAll("[\\u00a0\\u202f]", " ");
    }

    private byte[] pdf(String path, String language) throws Exception {
        return bytes(path, language);
    }

    private byte[] bytes(String path, String language) throws Exception {
        return web.perform(
                        get(path).cookie(new Cookie("lang", language)).with(authentication(TestActor.with(Code.SEE))))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private static String text(byte[] file) throws Exception {
        try (var pdf = Loader.loadPDF(file)) {
            return Normalizer.normalize(new PDFTextStripper().getText(pdf), Normalizer.Form.NFC)
                    .replaceAll("[\\u00a0\\u202f]", " ");
        }
    }
}
