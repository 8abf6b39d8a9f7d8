package ma.qutb.market.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
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

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.StandingClock;
import ma.qutb.market.MarketModuleTest;
import ma.qutb.market.MarketPermission.Code;
import ma.qutb.market.TestMarket;
import ma.qutb.support.TestActor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.MockMvc;

@MarketModuleTest
class RatesTests {

    private static final Authentication DIRECTOR = TestActor.with(Code.SET_RATES);

    @Autowired
    MockMvc mvc;

    @Autowired
    TestMarket market;

    @Autowired
    EnteringRates entering;

    @Autowired
    StandingClock clock;

    @Autowired
    JdbcClient database;

    URI carpet;

    @BeforeEach
    void aCarpetWhenNoRateIsFresh() throws Exception {
        clock.forward(Duration.ofDays(32));
        var product = market.onSale(1);
        long number = database.sql("select number from market.shelf where product_id = :id")
                .param("id", product.value())
                .query(Long.class)
                .single();
        carpet = URI.create(mvc.perform(get("/fr/piece/" + number))
                .andReturn()
                .getResponse()
                .getHeader("Location"));
    }

    @Test
    void aPriceIsAlsoToldInEurosAndDollarsWithTheDayOfTheRate() throws Exception {
        enter(clock.today(), 1_075_34, 928_11, false);

        // 680 dirhams.
        mvc.perform(get(carpet))
                .andExpect(content().string(allOf(containsString("≈ 63 € · 73 $"), containsString("cours du "))));
        mvc.perform(get("/en/shop")).andExpect(content().string(containsString("≈ €63 · $73")));
        mvc.perform(get("/es/shop")).andExpect(content().string(containsString("cambio del ")));
        mvc.perform(get("/ar/shop")).andExpect(content().string(not(containsString("≈"))));
        var arabic = mvc.perform(get("/ar/piece/" + carpet.getPath().replaceAll("^/fr/piece/(\\d+).*", "$1")))
                .andReturn()
                .getResponse()
                .getHeader("Location");
        mvc.perform(get(URI.create(arabic))).andExpect(content().string(containsString("≈ 63 أورو · 73 دولار")));
    }

    @Test
    void whoKeptThePageIsToldWhenTheRateChanges() throws Exception {
        var before = mvc.perform(get(carpet)).andReturn().getResponse().getHeader(HttpHeaders.ETAG);
        mvc.perform(get(carpet).header(HttpHeaders.IF_NONE_MATCH, before)).andExpect(status().isNotModified());

        enter(clock.today(), 1_075_34, 928_11, false);

        mvc.perform(get(carpet).header(HttpHeaders.IF_NONE_MATCH, before))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("≈")));
    }

    @Test
    void aRateOfMoreThanThirtyDaysAgoIsNotShown() throws Exception {
        enter(clock.today(), 1_075_34, 928_11, false);
        clock.forward(Duration.ofDays(30));
        mvc.perform(get(carpet)).andExpect(content().string(containsString("≈")));

        clock.forward(Duration.ofDays(1));
        mvc.perform(get(carpet)).andExpect(content().string(not(containsString("≈"))));
        mvc.perform(get("/fr/shop")).andExpect(content().string(not(containsString("≈"))));
    }

    @Test
    void anExampleIsCalledOneAndGivesWayToAPublishedRate() throws Exception {
        enter(clock.today(), 1_100_00, 1_000_00, true);
        mvc.perform(get(carpet)).andExpect(content().string(containsString("cours d’exemple")));

        enter(clock.today(), 1_075_34, 928_11, false);
        mvc.perform(get(carpet)).andExpect(content().string(not(containsString("cours d’exemple"))));
    }

    @Test
    void theDirectorEntersTodaysRateAndALaterOneOfTheDayCorrectsIt() throws Exception {
        mvc.perform(get("/app/rates/new").with(authentication(DIRECTOR)))
                .andExpect(content().string(containsString(clock.today().toString())));
        for (var euro : new String[] {"10,9", "10,7534"}) {
            mvc.perform(post("/app/rates/new")
                            .with(authentication(DIRECTOR))
                            .with(csrf())
                            .param("key", Ids.next().toString())
                            .param("day", clock.today().toString())
                            .param("euro", euro)
                            .param("dollar", "9.2811")
                            .param("source", "Bank Al-Maghrib"))
                    .andExpect(redirectedUrl("/app/rates"));
            clock.forward(Duration.ofSeconds(1));
        }
        mvc.perform(get(carpet)).andExpect(content().string(containsString("≈ 63 € · 73 $")));
        mvc.perform(get("/app/rates").with(authentication(DIRECTOR)))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("075,34"), containsString("090"))));
        mvc.perform(get("/app/rates").with(authentication(TestActor.with(Code.SEE))))
                .andExpect(status().isForbidden());
    }

    @Test
    void aDayToComeAndARateThatCannotBeOneAreRefused() {
        refused("market.rate.refusal.day", clock.today().plusDays(1), 1_075_34);
        refused("market.rate.refusal.day", clock.today().minusDays(31), 1_075_34);
        refused("market.rate.refusal.implausible", clock.today(), 10_75);
    }

    @Test
    void whatWasEnteredIsNeverRewritten() {
        var id = enter(clock.today(), 1_075_34, 928_11, false);

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> database.sql("update market.exchange_rate set eur = 120000 where id = :id")
                        .param("id", id)
                        .update());
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> database.sql("delete from market.exchange_rate where id = :id")
                        .param("id", id)
                        .update());
    }

    @Test
    void halvesAreRoundedUpToWholeUnits() {
        var rate = new ExchangeRate(Ids.next(), LocalDate.EPOCH, 1_000_00, 1_000_00, "-", true);

        assertThat(rate.inEuros(4_99)).isZero();
        assertThat(rate.inEuros(5_00)).isEqualTo(1);
        assertThat(rate.inDollars(14_99)).isEqualTo(1);
    }

    private void refused(String code, LocalDate day, long euro) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> enter(day, euro, 928_11, false))
                .withMessage(code);
    }

    private UUID enter(LocalDate day, long euro, long dollar, boolean demonstration) {
        var id = Ids.next();
        entering.enter(new ExchangeRate(id, day, euro, dollar, "Bank Al-Maghrib", demonstration), TestMarket.SELLER);
        return id;
    }
}
