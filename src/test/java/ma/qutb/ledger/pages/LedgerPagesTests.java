package ma.qutb.ledger.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.time.YearMonth;
import java.util.Set;
import java.util.UUID;
import ma.qutb.kernel.Scope;
import ma.qutb.ledger.Conflict;
import ma.qutb.ledger.EntryId;
import ma.qutb.ledger.Ledger;
import ma.qutb.ledger.LedgerModuleTest;
import ma.qutb.ledger.LedgerPermission.Code;
import ma.qutb.ledger.Source;
import ma.qutb.ledger.StandingClock;
import ma.qutb.ledger.TestBook;
import ma.qutb.support.TestActor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.ResponseStatus;

@LedgerModuleTest
class LedgerPagesTests {

    @Autowired
    MockMvc web;

    @Autowired
    Ledger ledger;

    @Autowired
    StandingClock clock;

    private final Authentication reader = TestActor.with(Code.SEE);
    private TestBook book;
    private EntryId sale;
    private YearMonth month;

    @BeforeEach
    void keepABook() {
        clock.toNextMonth();
        month = YearMonth.from(clock.today());
        book = TestBook.open(ledger);
        ledger.post(book.received(book.lot(), 500_250, clock.today()), TestBook.CLERK);
        sale = ledger.post(
                book.sold(book.lot(), 200_000, book.till(), 2_500_50, clock.today())
                        .because("بيع لصائغ")
                        .from(new Source("document", UUID.randomUUID())),
                TestBook.CLERK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void everyPageHasAllItsTexts(String language) throws Exception {
        var reversal = ledger.reverse(sale, UUID.randomUUID(), "خطأ", TestBook.CLERK);
        var held = ledger.reserve(
                book.sold(book.lot(), 1_000, book.credit(), 10_00, clock.today()),
                clock.instant().plusSeconds(3_600),
                TestBook.CLERK);
        for (var path : new String[] {
            "/app/ledger",
            bookPath(),
            bookPath() + "/trial-balance",
            bookPath() + "/trial-balance?by=occurred&day=" + clock.today().minusDays(1),
            bookPath() + "/months",
            bookPath() + "/receivables",
            bookPath() + "/receivables?by=occurred",
            bookPath() + "/cash?time=12:30",
            bookPath() + "/reservations",
            "/app/ledger/reservations/" + held.value(),
            "/app/ledger/accounts/" + book.till().value() + "?from=" + clock.today() + "&to=" + clock.today(),
            "/app/ledger/journal",
            "/app/ledger/journal?book=" + book.id().value() + "&kind=transfer",
            "/app/ledger/entries/" + sale.value(),
            "/app/ledger/entries/" + reversal.value(),
            "/app/ledger/accounts/" + book.lot().value(),
            "/app/ledger/accounts/" + book.capital().value()
        }) {
            web.perform(get(path).cookie(new Cookie("lang", language)).with(authentication(reader)))
                    .andExpect(status().isOk())
                    .andExpect(content()
                            .string(allOf(
                                    containsString("lang=\"" + language + "\""), not(containsString("⟦ledger")))));
        }
    }

    @Test
    void theTrialBalanceIsBalanced() throws Exception {
        var page = read(bookPath() + "/trial-balance");

        assertThat(page).contains("2 500,50").contains("300,25");
    }

    @Test
    void aFigureLeadsToItsPostingsAndAPostingToItsEntry() throws Exception {
        assertThat(read(bookPath()))
                .contains("/app/ledger/accounts/" + book.till().value());
        assertThat(read("/app/ledger/accounts/" + book.till().value())).contains("/app/ledger/entries/" + sale.value());
        assertThat(read("/app/ledger/entries/" + sale.value()))
                .contains("بيع لصائغ")
                .contains("/app/ledger/accounts/" + book.lot().value());
    }

    @Test
    void aReversedEntryAndItsReversalLeadToEachOther() throws Exception {
        var reversal = ledger.reverse(sale, UUID.randomUUID(), "خطأ", TestBook.CLERK);

        assertThat(read("/app/ledger/entries/" + sale.value())).contains("/app/ledger/entries/" + reversal.value());
        assertThat(read("/app/ledger/entries/" + reversal.value())).contains("/app/ledger/entries/" + sale.value());
    }

    @Test
    void theStatementShowsTheBalanceAfterEachPosting() throws Exception {
        for (int i = 0; i < 60; i++) {
            ledger.post(book.paidIn(1_00, clock.today()), TestBook.CLERK);
        }

        assertThat(read("/app/ledger/accounts/" + book.till().value()))
                .contains("2 560,50")
                .contains("?page=2");
        assertThat(read("/app/ledger/accounts/" + book.till().value() + "?page=2"))
                .contains("2 501,50")
                .doesNotContain("2 560,50\" ");
        assertThat(read("/app/ledger/accounts/" + book.till().value() + "?page=999"))
                .contains("2 500,50");
        assertThat(read("/app/ledger/accounts/" + book.till().value() + "?page=x"))
                .contains("2 560,50");
    }

    @Test
    void theJournalAndAStatementLeaveAsFiles() throws Exception {
        web.perform(get("/app/lists/journal.csv")
                        .param("book", book.id().value().toString())
                        .cookie(new Cookie("lang", "fr"))
                        .with(authentication(reader)))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("بيع لصائغ"), containsString("2500,50"))));
        web.perform(get("/app/ledger/accounts/" + book.lot().value() + "/statement.csv")
                        .cookie(new Cookie("lang", "fr"))
                        .with(authentication(reader)))
                .andExpect(content()
                        .string(allOf(
                                containsString("500,250"), containsString("200,000"), containsString("300,250"))));
        web.perform(get("/app/lists/journal.xlsx").with(authentication(reader))).andExpect(status().isOk());
    }

    @Test
    void booksOutsideTheScopeAreNotFound() throws Exception {
        var elsewhere = TestActor.within(new Scope.Within(Set.of("P-ASZ")), Code.SEE);
        for (var path : new String[] {
            bookPath(),
            bookPath() + "/trial-balance",
            bookPath() + "/months",
            "/app/ledger/entries/" + sale.value(),
            "/app/ledger/accounts/" + book.till().value(),
            "/app/ledger/accounts/" + book.till().value() + "/statement.pdf",
            bookPath() + "/receivables",
            bookPath() + "/cash.xlsx",
            bookPath() + "/reservations",
            bookPath() + "/journal.pdf"
        }) {
            web.perform(get(path).with(authentication(elsewhere))).andExpect(status().isNotFound());
        }
        web.perform(get("/app/ledger").with(authentication(elsewhere)))
                .andExpect(content().string(not(containsString(book.id().value().toString()))));
        web.perform(get("/app/ledger/journal").with(authentication(elsewhere)))
                .andExpect(content().string(not(containsString(sale.value().toString()))));
        web.perform(get("/app/ledger").with(authentication(TestActor.with()))).andExpect(status().isForbidden());
    }

    @Test
    void aMonthIsClosedByWhoMayAndTheRefusalIsSaid() throws Exception {
        var director = TestActor.with(Code.SEE, Code.CLOSE);
        web.perform(post(bookPath() + "/closings").with(csrf()).with(authentication(reader)))
                .andExpect(status().isForbidden());
        web.perform(post(bookPath() + "/closings")
                        .with(csrf())
                        .cookie(new Cookie("lang", "fr"))
                        .with(authentication(director)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Un mois ne se clôture pas avant sa fin")));
        clock.toNextMonth();
        web.perform(post(bookPath() + "/closings").with(csrf()).with(authentication(director)))
                .andExpect(redirectedUrl(bookPath() + "/months"));
        assertThat(read(bookPath() + "/months"))
                .contains(String.valueOf(month.getYear()))
                .contains("نزهة");
    }

    @Test
    void aKeyUsedForAnotherRequestIsAnsweredWith409() {
        assertThat(AnnotatedElementUtils.findMergedAnnotation(Conflict.class, ResponseStatus.class)
                        .code())
                .isEqualTo(HttpStatus.CONFLICT);
    }

    private String bookPath() {
        return "/app/ledger/books/" + book.id().value();
    }

    private String read(String path) throws Exception {
        return web.perform(get(path).cookie(new Cookie("lang", "fr")).with(authentication(reader)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString()
                .replaceAll("[\\u00a0\\u202f]", " ");
    }
}
