package ma.qutb.market.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.StandingClock;
import ma.qutb.market.MarketModuleTest;
import ma.qutb.market.MarketPermission.Code;
import ma.qutb.market.TestMarket;
import ma.qutb.market.pricing.ShareList.Row;
import ma.qutb.registry.CraftCode;
import ma.qutb.support.TestActor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.Authentication;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/** In a database of its own: other prices follow the rules of the beginning. */
@MarketModuleTest
@TestPropertySource(properties = "qutb.test.database=qutb_shares")
class SharesTests {

    private static final Authentication DIRECTOR = TestActor.with(Code.SET_SHARES);
    private static final CraftCode WEAVING = new CraftCode("WEV");
    private static final Row COOPERATIVES = new Row(null, "organisation", 600, 300, 0, 0);
    private static final Row ALL = new Row(null, null, 800, 300, 0, 0);

    @Autowired
    MockMvc mvc;

    @Autowired
    SettingShares setting;

    @Autowired
    ShareRules rules;

    @Autowired
    StandingClock clock;

    @BeforeEach
    void aDayWithoutAList() {
        clock.forward(Duration.ofDays(3));
    }

    @Test
    void aListHoldsFromItsDayOnAndTheOneBeforeStays() {
        var before = setting.on(clock.today()).orElseThrow();
        set(clock.today().plusDays(1), COOPERATIVES, ALL);
        assertThat(setting.on(clock.today())).contains(before);
        int service = rules.of(WEAVING, "person").service();
        assertThat(service).isEqualTo(before.rows().getLast().service());

        clock.forward(Duration.ofDays(1));
        assertThat(rules.of(WEAVING, "person").service()).isEqualTo(800);
        assertThat(rules.of(WEAVING, "organisation").service()).isEqualTo(600);
        assertThat(setting.all()).contains(before);
    }

    @Test
    void aRuleThatIsForgottenIsNotSilentlyTakenByAWiderOne() {
        refused("market.shares.refusal.widens", clock.today(), ALL);

        setting.set(new ShareList(clock.today(), "décision 4", "", List.of(ALL)), true, TestMarket.SELLER);
        assertThat(rules.of(WEAVING, "organisation").service()).isEqualTo(800);
        // Put back for the others of this class.
        set(clock.today().plusDays(1), COOPERATIVES, ALL);
    }

    @Test
    void anEarlierRuleMayNotTakeAllThatALaterOneIsFor() {
        refused("market.shares.refusal.never-reached", clock.today(), COOPERATIVES, ALL, ALL);
        refused(
                "market.shares.refusal.never-reached",
                clock.today(),
                COOPERATIVES,
                new Row(WEAVING, "organisation", 100, 0, 0, 0),
                ALL);
        set(clock.today(), new Row(WEAVING, "organisation", 100, 0, 0, 0), COOPERATIVES, ALL);
        assertThat(rules.of(WEAVING, "organisation").service()).isEqualTo(100);
        setting.set(
                new ShareList(clock.today().plusDays(1), "décision 5", "", List.of(COOPERATIVES, ALL)),
                true,
                TestMarket.SELLER);
    }

    @Test
    void aListThatCannotHoldIsRefused() {
        refused("market.shares.refusal.past", clock.today().minusDays(1), COOPERATIVES, ALL);
        refused("market.shares.refusal.no-rest", clock.today(), COOPERATIVES);
        refused("market.shares.refusal.no-rest", clock.today());
        refused(
                "market.shares.refusal.implausible",
                clock.today(),
                COOPERATIVES,
                new Row(null, null, 9000, 900, 100, 0));
        set(clock.today(), COOPERATIVES, ALL);
        refused("market.shares.refusal.dated", clock.today(), COOPERATIVES, ALL);
    }

    @Test
    void theDirectorChangesTheListThatHolds() throws Exception {
        mvc.perform(get("/app/shares/new").with(authentication(DIRECTOR)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("name=\"service2\"")));
        mvc.perform(sent("7,5", "")).andExpect(status().isUnprocessableContent());
        mvc.perform(sent("7,5", "organisation")).andExpect(redirectedUrl("/app/shares"));

        assertThat(rules.of(WEAVING, "organisation").service()).isEqualTo(750);
        mvc.perform(get("/app/shares?lang=fr").with(authentication(DIRECTOR)))
                .andExpect(content().string(allOf(containsString("7,5%"), containsString("décision 7"))));
        mvc.perform(get("/app/shares").with(authentication(TestActor.with(Code.SET_RATES))))
                .andExpect(status().isForbidden());
    }

    private org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder sent(
            String service, String kind) {
        return post("/app/shares/new")
                .with(authentication(DIRECTOR))
                .with(csrf())
                .param("from", clock.today().toString())
                .param("reason", "décision 7")
                .param("kind1", kind)
                .param("service1", service)
                .param("fund1", "3")
                .param("service2", "9")
                .param("fund2", "3")
                .param("transport2", "1,50");
    }

    private void set(LocalDate from, Row... rows) {
        setting.set(new ShareList(from, "décision 3", "", List.of(rows)), false, TestMarket.SELLER);
    }

    private void refused(String code, LocalDate from, Row... rows) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> set(from, rows))
                .withMessage(code);
    }
}
