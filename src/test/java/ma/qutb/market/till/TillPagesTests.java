package ma.qutb.market.till;

import static ma.qutb.market.TestMarket.PRICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Scope;
import ma.qutb.market.MarketModuleTest;
import ma.qutb.market.MarketPermission.Code;
import ma.qutb.market.Piece;
import ma.qutb.market.TestMarket;
import ma.qutb.support.TestActor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.Authentication;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@MarketModuleTest
@Import(TestTill.class)
@TestPropertySource(properties = "qutb.test.database=qutb_till")
class TillPagesTests {

    private static final Authentication SELLER = TestActor.with(Code.USE_TILL, Code.SEE_TILL);
    private static final Authentication DIRECTOR = TestActor.with(Code.USE_TILL, Code.SEE_TILL, Code.APPROVE_TILL);
    private static final Authentication AUDITOR = TestActor.with(Code.SEE_TILL);

    @Autowired
    MockMvc web;

    @Autowired
    TestTill hall;

    @Autowired
    TestMarket market;

    private HallTill till;
    private Piece piece;

    @BeforeEach
    void anOpenTill() {
        hall.rate();
        till = hall.open();
        piece = market.piece(market.onSale(1));
    }

    @Test
    void aPieceIsScannedPaidReceiptedInvoicedAndTakenBack() throws Exception {
        var cart = Ids.next();
        send(path() + "/carts/" + cart + "/pieces", Map.of("q", "Q000000000"))
                .andExpect(status().isUnprocessableContent());
        send(path() + "/carts/" + cart + "/pieces", Map.of("q", piece.serial())).andExpect(status().is3xxRedirection());
        see(path(), SELLER).andExpect(content().string(containsString(piece.serial())));
        send(path() + "/carts/" + cart + "/sale", Map.of("agreed", "68000", "MAD", "siebenhundert"))
                .andExpect(status().isUnprocessableContent());

        var sold = send(path() + "/carts/" + cart + "/sale", Map.of("agreed", "68000", "MAD", "700"))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();

        var sale = hall.sold(java.util.UUID.fromString(sold.substring(sold.indexOf('=') + 1)));
        see(sold, SELLER).andExpect(content().string(containsString(sale.number())));
        see(sale.path(), AUDITOR).andExpect(content().string(not(containsString("name=\"line\""))));
        for (var size : List.of("80", "a5")) {
            var paper = see(sale.path() + "/receipt-" + size + ".pdf", SELLER)
                    .andReturn()
                    .getResponse()
                    .getContentAsByteArray();
            assertThat(new String(paper, 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
        }
        send(sale.path() + "/invoice", Map.of("name", "Jean Dupont", "document", "14AB12345", "country", "France"))
                .andExpect(status().is3xxRedirection());
        send(
                        sale.path() + "/returns",
                        Map.of(
                                "key", Ids.next().toString(),
                                "line", sale.lines().getFirst().id().toString(),
                                "reason", "x"))
                .andExpect(status().is3xxRedirection());
        assertThat(hall.sold(sale.id()).returns()).hasSize(1);
    }

    @Test
    void theDayIsOpenedMovedCountedExplainedAndAgreedToOnPages() throws Exception {
        send(path() + "/day/movements", movement("out", "MAD", "20")).andExpect(status().is3xxRedirection());
        says("market.till.refusal.kind", path() + "/day/movements", movement("else", "MAD", "20"));
        says("market.till.refusal.foreign-to-the-bank", path() + "/day/movements", movement("in", "EUR", "20"));
        says("market.till.refusal.number", path() + "/day/movements", movement("in", "MAD", "zwanzig"));
        says("market.till.refusal.notes", path() + "/day/count", Map.of("MAD20000", "vier"));
        var session = send(path() + "/day/count", Map.of("MAD20000", "4"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        see(session, SELLER).andExpect(content().string(containsString("-180,00")));
        send(session + "/explanation", Map.of("reason", "x")).andExpect(status().is3xxRedirection());
        see(session, AUDITOR).andExpect(content().string(not(containsString("/approval"))));
        web.perform(post(session + "/approval")
                        .param("moment", "closing")
                        .param("currency", "MAD")
                        .with(csrf())
                        .with(authentication(DIRECTOR)))
                .andExpect(status().is3xxRedirection());
        assertThat(hall.holds(till, Currency.MAD)).isEqualTo(800_00);
    }

    @Test
    void listsShowSalesDaysAndMovementsToWhoeverMaySeeThem() throws Exception {
        var sale = hall.sold(hall.sell(till, hall.scanned(till, piece), PRICE, Paying.dirhams(PRICE)));
        for (var list : List.of("/app/till-sales", "/app/till-days", "/app/till-movements")) {
            see(list, AUDITOR).andExpect(content().string(not(containsString("⟦"))));
            see(list + "?q=" + piece.serial() + "&format=csv", AUDITOR);
            web.perform(get(list).with(authentication(TestActor.with(Code.SEE))))
                    .andExpect(status().isForbidden());
        }
        see("/app/till-sales?q=" + piece.serial(), AUDITOR).andExpect(content().string(containsString(sale.number())));
    }

    @Test
    void aTillElsewhereIsNotThereAndWithoutPermissionNothingIs() throws Exception {
        var elsewhere = TestActor.within(new Scope.Within(Set.of("C-TAT")), Code.USE_TILL, Code.SEE_TILL);
        web.perform(get(path()).with(authentication(elsewhere))).andExpect(status().isNotFound());
        web.perform(get(path()).with(authentication(AUDITOR))).andExpect(status().isForbidden());
        web.perform(get("/app/till").with(authentication(elsewhere))).andExpect(status().isOk());
        see("/app/till/offline", SELLER).andExpect(content().string(not(containsString("⟦"))));
    }

    @Test
    void theDirectorAddsATill() throws Exception {
        see("/app/till/new", DIRECTOR);
        web.perform(get("/app/till/new").with(authentication(SELLER))).andExpect(status().isForbidden());
        web.perform(post("/app/till/new")
                        .param("name", "B-" + Ids.next())
                        .param("place", till.place().toString())
                        .with(csrf())
                        .with(authentication(DIRECTOR)))
                .andExpect(status().is3xxRedirection());
    }

    private static Map<String, String> movement(String kind, String currency, String amount) {
        return Map.of(
                "key", Ids.next().toString(), "kind", kind, "currency", currency, "amount", amount, "reason", "x");
    }

    private void says(String refusal, String path, Map<String, String> form) throws Exception {
        var said = send(path, form).andExpect(status().isUnprocessableContent()).andReturn();
        assertThat(said.getModelAndView().getModel().get("refusal")).hasToString("ma.qutb.kernel.Refusal: " + refusal);
    }

    private ResultActions send(String path, Map<String, String> form) throws Exception {
        var request = post(path).with(csrf()).with(authentication(SELLER));
        form.forEach(request::param);
        return web.perform(request);
    }

    private ResultActions see(String path, Authentication who) throws Exception {
        return web.perform(get(path).with(authentication(who))).andExpect(status().isOk());
    }

    private String path() {
        return "/app/till/" + till.id();
    }
}
