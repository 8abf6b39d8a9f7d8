package ma.qutb.materials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Set;
import java.util.UUID;
import ma.qutb.kernel.Scope;
import ma.qutb.ledger.StandingClock;
import ma.qutb.materials.MaterialsPermission.Code;
import ma.qutb.support.TestActor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.MockMvc;

/** The pages of points, lots and orders, as a clerk and a director walk through them. */
@MaterialsModuleTest
class MaterialPagesTests {

    private static final Authentication DIRECTOR = TestActor.with(
            Code.SEE,
            Code.MANAGE_POINTS,
            Code.RECEIVE,
            Code.PAY,
            Code.TRANSFORM,
            Code.WRITE_OFF,
            "ledger.see",
            "registry.see-organisations",
            "registry.see-people");

    @Autowired
    MockMvc web;

    @Autowired
    TestPoint test;

    @Autowired
    StandingClock clock;

    SalePoint point;
    LotAtPoint lot;

    @BeforeEach
    void aPointWithSilver() {
        point = test.open();
        lot = test.silver(point, 1_000_000, 925, 10_000_00);
        test.payIn(point, 50_000_00);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"points", "points/new", "lots", "movements", "orders", "orders/new", "suppliers", "suppliers/new"
            })
    void everyListAndFormOpens(String page) throws Exception {
        shown("/app/materials/" + page);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/details", "/convention", "/scale", "/hours", "/clerk", "/till", "/opening", "/closing"})
    void everyPageOfAPointOpens(String page) throws Exception {
        shown("/app/materials/points/" + point.id() + page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"transfer", "melt", "alloy", "split", "assay", "write-off"})
    void everyActOnALotHasItsForm(String act) throws Exception {
        shown(path() + "/at/" + point.id() + "/" + act);
    }

    @Test
    void aLotShowsWhatIsLeftAndHowItCame() throws Exception {
        web.perform(get(path()).with(authentication(DIRECTOR)).param("lang", "ar"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(lot.lot().number())))
                .andExpect(content().string(containsString("1.000,000")));
    }

    @Test
    void whatLiesOutsideTheScopeIsNotFound() throws Exception {
        var elsewhere =
                TestActor.within(new Scope.Within(Set.of("P-TAN")), Code.SEE, Code.MANAGE_POINTS, Code.TRANSFORM);
        for (var page :
                new String[] {"/app/materials/points/" + point.id(), path(), path() + "/at/" + point.id() + "/melt"}) {
            web.perform(get(page).with(authentication(elsewhere))).andExpect(status().isNotFound());
        }
    }

    @Test
    void aClerkPaysNobodyAndWritesNothingOff() throws Exception {
        var clerk = TestActor.with(Code.SEE, Code.RECEIVE, Code.TRANSFORM);
        web.perform(get(path() + "/at/" + point.id() + "/write-off").with(authentication(clerk)))
                .andExpect(status().isForbidden());
        web.perform(post("/app/materials/orders/" + UUID.randomUUID() + "/payment")
                        .with(authentication(clerk))
                        .with(csrf()))
                .andExpect(status().isForbidden());
    }

    @Test
    void anOrderIsReceivedBilledAndPaidThroughItsForms() throws Exception {
        var order = sent(
                "/app/materials/orders",
                "key",
                UUID.randomUUID().toString(),
                "point",
                point.id().toString(),
                "supplier",
                test.supplier().toString(),
                "material",
                "SILVER",
                "fineness",
                "9250",
                "weight",
                "1 000,5",
                "price",
                "11,50");
        var lotPage = sent(
                order + "/receipt", "weight", "1000.500", "day", clock.today().toString(), "note", "BL 9");
        shown(lotPage);
        assertThat(sent(
                        order + "/bill",
                        "reference",
                        "F-77",
                        "amount",
                        "11505,75",
                        "day",
                        clock.today().toString()))
                .isEqualTo(order);
        var page = shown(order);
        assertThat(page).contains("F-77").contains("11.505,75");
        var invoice = page.replaceAll("(?s).*payment\\?invoice=([0-9a-f-]{36}).*", "$1");
        shown(order + "/payment?invoice=" + invoice);
        sent(
                order + "/payment",
                "invoice",
                invoice,
                "amount",
                "11505.75",
                "day",
                clock.today().toString());
        assertThat(shown(order)).doesNotContain("payment?invoice=");
    }

    @Test
    void whatIsWrongStandsBesideWhatWasTyped() throws Exception {
        refused(path() + "/at/" + point.id() + "/transfer", "weight", "كثير");
        refused(
                path() + "/at/" + point.id() + "/melt",
                "weight",
                "1000",
                "out",
                "2000",
                "fineness",
                "925",
                "reason",
                "x");
        refused(
                path() + "/at/" + point.id() + "/write-off",
                "kind",
                "theft",
                "weight",
                "1",
                "reason",
                "x",
                "day",
                clock.today().toString());
        refused("/app/materials/points/" + point.id() + "/hours", "day1", "25:00-26:00");
        refused("/app/materials/points/" + point.id() + "/closing");
        refused("/app/materials/suppliers", "name", "مورد", "ice", "12");
        refused("/app/materials/orders", "weight", "0.00001");
    }

    @Test
    void aLotIsMeltedAndTheMovementShown() throws Exception {
        var melt = sent(
                path() + "/at/" + point.id() + "/melt",
                "weight",
                "1000",
                "out",
                "990",
                "fineness",
                "925",
                "reason",
                "سبائك صغيرة");
        assertThat(shown(melt)).contains("سبائك صغيرة").contains("9,250");
        assertThat(shown(path())).contains(melt);
    }

    @Test
    void aTransferIsSentAndArrives() throws Exception {
        var other = test.open(point.fund());
        var transfer = sent(
                path() + "/at/" + point.id() + "/transfer", "to", other.id().toString(), "weight", "100");
        shown(transfer);
        shown(transfer + "/arrival");
        sent(transfer + "/arrival", "weight", "99", "missing", "انفتح الكيس");
        assertThat(shown(transfer)).contains("انفتح الكيس");
    }

    @Test
    void aPointIsSetUpThroughItsForms() throws Exception {
        var code = "P" + UUID.randomUUID().toString().substring(0, 6).toUpperCase(java.util.Locale.ROOT);
        var page = sent(
                "/app/materials/points",
                "nameArabic",
                "نقطة طانطان",
                "nameFrench",
                "Point de Tan-Tan",
                "code",
                code,
                "place",
                "C-GUE",
                "manager",
                "organisation:" + test.cooperative().orElseThrow());
        sent(
                page + "/details",
                "manager",
                "organisation:" + test.cooperative().orElseThrow(),
                "rib",
                "0".repeat(24),
                "safe",
                "خزنة حديدية",
                "safeKeys",
                "2");
        sent(
                page + "/convention",
                "signed",
                clock.today().toString(),
                "seed",
                "200 000",
                "party1",
                "organisation:" + test.cooperative().orElseThrow(),
                "duties1",
                "التسيير",
                "name2",
                "المنتدى",
                "review1",
                clock.today().plusMonths(6).toString());
        sent(page + "/scale", "name", "ميزان", "class", "II", "interval", "0,01", "capacity", "600");
        sent(page + "/hours", "day1", "09:00-17:00");
        assertThat(shown(page)).contains("200.000").contains("0,010");
        sent(page + "/opening", "day", clock.today().toString());
    }

    private String path() {
        return "/app/materials/lots/" + lot.lot().id();
    }

    private String shown(String page) throws Exception {
        var text = web.perform(get(java.net.URI.create(page)).with(authentication(DIRECTOR)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(text).as("a text that is missing").doesNotContain("⟦");
        return text;
    }

    private String sent(String page, String... fields) throws Exception {
        var request = post(page).with(authentication(DIRECTOR)).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        var answer = web.perform(request).andReturn().getResponse();
        assertThat(answer.getStatus())
                .as(page + ": " + errors(answer.getContentAsString()))
                .isEqualTo(302);
        return java.util.Objects.requireNonNull(answer.getRedirectedUrl());
    }

    private void refused(String page, String... fields) throws Exception {
        var request = post(page).with(authentication(DIRECTOR)).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        var answer = web.perform(request)
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(answer).contains("q-errors").doesNotContain("⟦");
        for (int i = 1; i < fields.length; i += 2) {
            assertThat(answer).as("what was typed stays").contains(fields[i]);
        }
    }

    private static String errors(String page) {
        return page.replaceAll("(?s).*(<div class=\"q-note q-note--bad q-errors.*?</ul>).*", "$1")
                .replaceAll("<[^>]+>", " ");
    }
}
