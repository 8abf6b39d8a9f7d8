package ma.qutb.materials.fund;

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
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.Scope;
import ma.qutb.ledger.StandingClock;
import ma.qutb.materials.MaterialsModuleTest;
import ma.qutb.materials.MaterialsPermission.Code;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.TestPoint;
import ma.qutb.materials.counter.Payment;
import ma.qutb.materials.counter.SellingAtTheCounter;
import ma.qutb.materials.counter.TestCounter;
import ma.qutb.materials.credit.Agreement;
import ma.qutb.materials.credit.GrantingCredit;
import ma.qutb.materials.fund.FundSheet.Figure;
import ma.qutb.shell.Formats;
import ma.qutb.support.TestActor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.MockMvc;

@MaterialsModuleTest
@Import(TestCounter.class)
class FundPagesTests {

    private static final Authentication DIRECTOR =
            TestActor.with(Code.SEE_FUND, Code.MANAGE_FUND, "registry.see-organisations");

    @Autowired
    MockMvc web;

    @Autowired
    Entrusting entrusting;

    @Autowired
    SellingAtTheCounter selling;

    @Autowired
    GrantingCredit granting;

    @Autowired
    TestCounter counter;

    @Autowired
    TestPoint points;

    @Autowired
    StandingClock clock;

    private SalePoint point;
    private String path;

    @BeforeEach
    void runAFund() {
        clock.forward(Duration.ofMinutes(1));
        counter.quote("10");
        point = counter.open();
        path = "/app/funds/" + point.fund().id();
        var partner = points.cooperative().orElseThrow();
        entrusting.contribute(
                Ids.next(), point, partner, "2026/1", LocalDate.now(clock), 200_000_00, TestCounter.DIRECTOR);
        entrusting.ask(Ids.next(), point, partner, "انتهاء الاتفاقية", 1_000_00, TestCounter.CLERK);
        points.silver(point, 1_000_000, 999, 10_000_00);
        selling.sell(counter.cash(point, counter.jeweller(), 100_000), TestCounter.CLERK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void everyPageHasAllItsTexts(String language) throws Exception {
        var paths = new ArrayList<>(List.of(
                path,
                path + "?months=all",
                path + "/partners",
                path + "/contributions/new",
                path + "/withdrawals/new",
                path + "/simulator",
                path + "/simulator?example=true"));
        for (var figure : Figure.values()) {
            paths.add(path + "/figures/" + figure.code());
        }
        for (var one : paths) {
            web.perform(get(one).cookie(new Cookie("lang", language)).with(authentication(DIRECTOR)))
                    .andExpect(status().isOk())
                    .andExpect(content()
                            .string(allOf(
                                    containsString("lang=\"" + language + "\""),
                                    not(containsString("[materials.")),
                                    not(containsString("[ledger.")))));
        }
    }

    @Test
    void thePageShowsBothBarsAndLeadsToTheAccountsBehindThem() throws Exception {
        assertThat(read(path))
                .contains(
                        "En dirhams",
                        "En grammes",
                        "200 000",
                        "20 000",
                        path + "/figures/cash",
                        path + "/figures/silver");
        assertThat(read(path + "/figures/cash")).contains("/app/ledger/accounts/", "200 000,00");
        assertThat(read(path + "/partners")).contains("/app/ledger/entries/", "20 000,000");
    }

    @Test
    void aFundThatWasGivenNothingIsNotCalledWhole() throws Exception {
        var empty = counter.open();

        assertThat(read("/app/funds/" + empty.fund().id()))
                .contains("Rien n’y a encore été mis")
                .doesNotContain("Entier<");
    }

    @Test
    void whatIsOverdueIsSaidInDirhamsAndMonthsFitUnderTheirColumn() throws Exception {
        assertThat(read(path)).doesNotContain("MAD en retard");

        var debtor = counter.jeweller();
        granting.grant(
                point.fund(),
                debtor,
                new Agreement(5_000_00, 30, LocalDate.now(clock), null, "C 1"),
                TestCounter.DIRECTOR);
        selling.sell(counter.cash(point, debtor, 25_000).paidBy(Payment.CREDIT, ""), TestCounter.CLERK);
        assertThat(read(path)).contains("1 personne, 0 MAD en retard");
        assertThat(Formats.shortMonth(Language.FR, 9)).isEqualTo("sept.");
        assertThat(Formats.shortMonth(Language.AR, 8)).isEqualTo("غشت");
    }

    @Test
    void theWorkedExampleIsAnsweredExactly() throws Exception {
        assertThat(read(path + "/simulator?example=true"))
                .contains("210 000", "16 800", "84", "Gain en dirhams, perte en grammes");
    }

    @Test
    void whileOneTriesOnlyTheAnswerIsDrawnAgain() throws Exception {
        var typed =
                "?capital=200000&from=10&to=12,5&over=1&months=1&policy=higher&margin=5&sold=100&credit=0&term=0&unpaid=0&lost=0";
        web.perform(get(path + "/simulator" + typed)
                        .header("HX-Request", "true")
                        .with(authentication(DIRECTOR)))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("id=\"simulated\""),
                                containsString("hx-swap-oob"),
                                containsString("21.000"),
                                not(containsString("<html")))));
        web.perform(get(path + "/simulator" + typed.replace("margin=5", "margin=x"))
                        .cookie(new Cookie("lang", "en"))
                        .with(authentication(DIRECTOR)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Enter a possible percentage")));
        web.perform(get(path + "/simulator" + typed.replace("months=1", "months=25"))
                        .cookie(new Cookie("lang", "en"))
                        .with(authentication(DIRECTOR)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("from 1 to 24")));
        web.perform(get(path + "/simulator" + typed.replace("from=10", "from=0"))
                        .cookie(new Cookie("lang", "en"))
                        .with(authentication(DIRECTOR)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("price of a gram")));
    }

    @Test
    void aFormThatIsRefusedComesBackWithWhatWasTyped() throws Exception {
        web.perform(post(path + "/contributions")
                        .param("amount", "12x")
                        .param("about", "Convention 7")
                        .param("point", point.id().toString())
                        .param(
                                "partner",
                                "organisation:"
                                        + points.cooperative().orElseThrow().value())
                        .param("paidOn", LocalDate.now(clock).toString())
                        .cookie(new Cookie("lang", "fr"))
                        .with(csrf())
                        .with(authentication(DIRECTOR)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(allOf(containsString("montant positif"), containsString("Convention 7"))));
        web.perform(post(path + "/contributions")
                        .param("amount", "1500,50")
                        .param("about", "Convention 7")
                        .param("point", point.id().toString())
                        .param(
                                "partner",
                                "organisation:"
                                        + points.cooperative().orElseThrow().value())
                        .param("paidOn", LocalDate.now(clock).toString())
                        .with(csrf())
                        .with(authentication(DIRECTOR)))
                .andExpect(redirectedUrl(path + "/partners"));
        assertThat(read(path + "/partners")).contains("Convention 7", "1 500,50");
        for (var missing : List.of("point", "partner", "paidOn")) {
            web.perform(post(path + "/contributions")
                            .param("amount", "1")
                            .param("about", "x")
                            .param(
                                    missing.equals("point") ? "x" : "point",
                                    point.id().toString())
                            .param(
                                    missing.equals("partner") ? "x" : "partner",
                                    "organisation:"
                                            + points.cooperative().orElseThrow().value())
                            .param(
                                    missing.equals("paidOn") ? "x" : "paidOn",
                                    LocalDate.now(clock).toString())
                            .with(csrf())
                            .with(authentication(DIRECTOR)))
                    .andExpect(status().isUnprocessableContent());
        }
    }

    @Test
    void whoMayNotSeeItDoesNotFindIt() throws Exception {
        web.perform(get(path).with(authentication(TestActor.with()))).andExpect(status().isForbidden());
        web.perform(get(path).with(authentication(TestActor.within(new Scope.Within(Set.of("P-TAN")), Code.SEE_FUND))))
                .andExpect(status().isNotFound());
        web.perform(get(path + "/figures/nothing").with(authentication(DIRECTOR)))
                .andExpect(status().isNotFound());
        web.perform(post(path + "/contributions").with(csrf()).with(authentication(TestActor.with(Code.SEE_FUND))))
                .andExpect(status().isForbidden());
    }

    private String read(String address) throws Exception {
        return web.perform(get(address).cookie(new Cookie("lang", "fr")).with(authentication(DIRECTOR)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString()
                .replaceAll("[\\u00a0\\u202f]", " ");
    }
}
