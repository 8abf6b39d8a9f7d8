package ma.qutb.materials.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Scope;
import ma.qutb.ledger.StandingClock;
import ma.qutb.materials.MaterialsModuleTest;
import ma.qutb.materials.MaterialsPermission.Code;
import ma.qutb.materials.SaleId;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.TestPoint;
import ma.qutb.materials.credit.Agreement;
import ma.qutb.materials.credit.GrantingCredit;
import ma.qutb.registry.PersonId;
import ma.qutb.support.TestActor;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.MockMvc;

@MaterialsModuleTest
@Import(TestCounter.class)
class CounterPagesTests {

    @Autowired
    MockMvc web;

    @Autowired
    TestCounter counter;

    @Autowired
    TestPoint points;

    @Autowired
    SellingAtTheCounter selling;

    @Autowired
    GrantingCredit granting;

    @Autowired
    StandingClock clock;

    @Autowired
    JdbcClient database;

    private final Authentication clerk =
            TestActor.with(Code.SEE, Code.SELL, Code.KEEP_TILL, Code.SEE_PRICES, "registry.see-people");
    private final Authentication director = TestActor.with(
            Code.SEE, Code.APPROVE, Code.SEE_PRICES, Code.SET_PRICES, Code.GRANT_CREDIT, "registry.see-people");

    private SalePoint point;
    private PersonId buyer;

    @BeforeEach
    void openTheCounter() {
        clock.forward(Duration.ofMinutes(1));
        counter.quote("12.50");
        point = counter.open();
        points.silver(point, 1_000_000, 999, 10_000_00);
        buyer = counter.jeweller();
    }

    @Test
    void thePlainFormShowsThePriceSellsAndLeadsToTheReceipt() throws Exception {
        assertThat(read("/app/counter/" + point.id() + "?buyer=" + buyer.value() + "&weight=25", clerk))
                .contains("377,75");

        var answer = web.perform(sale(Ids.next().toString(), "25"))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();

        assertThat(read(answer, clerk))
                .contains("Vente faite")
                .contains(point.code() + "-" + clock.today().getYear() + "-000001");
    }

    @Test
    void theCounterLeadsToItsOwnPagesAndOut() throws Exception {
        var id = point.id().toString();
        assertThat(read("/app/counter/" + id, clerk))
                .contains(
                        "href=\"/app/tills/" + id,
                        "href=\"/app/sales?point=" + id,
                        "href=\"/app/counter/" + id + "/exceptions",
                        "href=\"/app/materials/points/" + id,
                        "lang=\"ar\"",
                        "action=\"/sign-out\"");
        assertThat(read("/app/materials/points/" + id, director))
                .contains("href=\"/app/counter/" + id + "/exceptions", "href=\"/app/sales?point=" + id);
        assertThat(read("/app/counter/" + id + "/exceptions", clerk))
                .contains("href=\"/app/materials/points/" + id, "href=\"/app/counter/" + id + "\"");
    }

    @Test
    void salesAreFoundByTheirPoint() throws Exception {
        var sale = selling.sell(counter.cash(point, buyer, 25_000), TestCounter.CLERK);
        var other = counter.open();

        assertThat(read("/app/sales?point=" + point.id(), clerk)).contains(sale.toString());
        assertThat(read("/app/sales?point=" + other.id(), clerk)).doesNotContain(sale.toString());
    }

    @Test
    void whatCannotBeSoldIsSaidAndWhatWasTypedStays() throws Exception {
        assertThat(refused("abc")).contains("Saisissez le poids en grammes").contains("value=\"abc\"");
        assertThat(refused("2000")).contains("Il n’en reste pas assez").contains("value=\"2000\"");
    }

    @Test
    void anotherSaleUnderTheSameKeyIsSaid() throws Exception {
        var key = Ids.next().toString();
        web.perform(sale(key, "25")).andExpect(status().is3xxRedirection());

        assertThat(web.perform(sale(key, "26"))
                        .andExpect(status().isUnprocessableContent())
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("Ce formulaire a servi à une autre vente");
    }

    @Test
    void aClerkOfAnotherPlaceFindsNothing() throws Exception {
        var elsewhere = TestActor.within(new Scope.Within(Set.of("P-TAN")), Code.SEE, Code.SELL);
        web.perform(get("/app/counter/" + point.id()).with(authentication(elsewhere)))
                .andExpect(status().isNotFound());
        web.perform(get("/app/counter/" + point.id()).with(authentication(director)))
                .andExpect(status().isForbidden());
    }

    @Test
    void theReceiptIsPrintedOnAStripAndOnASheet() throws Exception {
        var sale = sold();
        for (var form : new String[] {"80", "a5"}) {
            var pdf = web.perform(get("/app/counter/sales/" + sale + "/receipt-" + form + ".pdf")
                            .with(authentication(clerk)))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsByteArray();
            java.nio.file.Files.createDirectories(java.nio.file.Path.of("target/screens"));
            java.nio.file.Files.write(java.nio.file.Path.of("target/screens/receipt-" + form + ".pdf"), pdf);
            try (var document = Loader.loadPDF(pdf)) {
                assertThat(document.getNumberOfPages()).isEqualTo(1);
                assertThat(new PDFTextStripper().getText(document))
                        .contains("377,75")
                        .contains(point.code() + "-" + clock.today().getYear() + "-000001");
            }
        }
    }

    @Test
    void theClerkUndoesOnTheDayTheDirectorLaterToo() throws Exception {
        var sale = sold();
        clock.forward(Duration.ofDays(1));

        assertThat(web.perform(undoing(sale, clerk))
                        .andExpect(status().isUnprocessableContent())
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("seule la direction");
        web.perform(undoing(sale, director)).andExpect(status().is3xxRedirection());
        assertThat(read("/app/counter/sales/" + sale, clerk)).contains("Vente annulée");
        assertThat(read("/app/sales", clerk)).contains("Annulée");
    }

    @Test
    void everyPageAroundTheCounterHasItsWords() throws Exception {
        granting.grant(
                point.fund(),
                buyer,
                new Agreement(5_000_00, 30, LocalDate.now(clock), null, "C 1"),
                TestCounter.DIRECTOR);
        selling.sell(counter.cash(point, buyer, 25_000).paidBy(Payment.CREDIT, ""), TestCounter.CLERK);
        for (var path : new String[] {
            "/app/counter/" + point.id() + "/exceptions",
            "/app/prices/" + point.id() + "?marginPercent=7&marginFixed=0,10",
            "/app/tills/" + point.id(),
            "/app/credit/" + point.id() + "?q=فاطمة",
            "/app/credit/" + point.id() + "/" + buyer.value(),
            "/app/sales"
        }) {
            assertThat(read(path, director)).as(path).doesNotContain("⟦");
        }
        assertThat(read("/app/credit/" + point.id(), director)).contains("377,75");
    }

    @Test
    void aListOfQuotesIsTakenWholeOrNotAtAll() throws Exception {
        var path = "/app/prices/" + point.id() + "/quotes/list";
        assertThat(web.perform(post(path)
                                .param("rows", "jour;prix\n2026-01-05;11,20\n2026-31-05;11,30\n2026-01-07;douze")
                                .with(csrf())
                                .cookie(new Cookie("lang", "fr"))
                                .with(authentication(director)))
                        .andExpect(status().isUnprocessableContent())
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("2026-31-05;11,30")
                .contains("2026-01-07;douze");
        assertThat(quotesOf("2026-01-05")).isZero();

        web.perform(post(path)
                        .param("rows", "2026-01-05;11,20\n06/01/2026;11,30")
                        .with(csrf())
                        .with(authentication(director)))
                .andExpect(status().is3xxRedirection());
        assertThat(quotesOf("2026-01-05") + quotesOf("2026-01-06")).isEqualTo(2);
    }

    private int quotesOf(String day) {
        return database.sql(
                        "select count(*) from materials.quote where quoted_on = cast(:day as date) and source = 'imported'")
                .param("day", day)
                .query(Integer.class)
                .single();
    }

    private SaleId sold() {
        return selling.sell(counter.cash(point, buyer, 25_000), TestCounter.CLERK);
    }

    private String refused(String weight) throws Exception {
        return web.perform(sale(Ids.next().toString(), weight))
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private org.springframework.test.web.servlet.RequestBuilder sale(String key, String weight) {
        return post("/app/counter/" + point.id() + "/sales")
                .param("key", key)
                .param("buyer", buyer.value().toString())
                .param("till", counter.till(point).id().toString())
                .param("material", "SILVER")
                .param("fineness", "9990")
                .param("weight", weight)
                .param("payment", "cash")
                .with(csrf())
                .cookie(new Cookie("lang", "fr"))
                .with(authentication(clerk));
    }

    private org.springframework.test.web.servlet.RequestBuilder undoing(SaleId sale, Authentication who) {
        return post("/app/counter/sales/" + sale + "/undoing")
                .param("key", Ids.next().toString())
                .param("reason", "titre erroné")
                .with(csrf())
                .cookie(new Cookie("lang", "fr"))
                .with(authentication(who));
    }

    private String read(String path, Authentication who) throws Exception {
        return web.perform(get(path).cookie(new Cookie("lang", "fr")).with(authentication(who)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
