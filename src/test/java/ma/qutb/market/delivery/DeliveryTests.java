package ma.qutb.market.delivery;

import static ma.qutb.market.TestMarket.SELLER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
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
import java.util.List;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.StandingClock;
import ma.qutb.market.MarketModuleTest;
import ma.qutb.market.MarketPermission.Code;
import ma.qutb.market.delivery.SettingDelivery.Row;
import ma.qutb.registry.LocalName;
import ma.qutb.support.TestActor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.MockMvc;

@MarketModuleTest
class DeliveryTests {

    private static final Authentication SETS = TestActor.with(Code.SET_DELIVERY);
    private static final long KILO = 1_000_000;

    @Autowired
    Deliveries deliveries;

    @Autowired
    SettingDelivery setting;

    @Autowired
    MockMvc web;

    @Autowired
    StandingClock clock;

    @Test
    void aParcelCostsByZoneAndWeightWithItsBox() {
        assertThat(fee("MA", 600_000)).isEqualTo(35_00);
        assertThat(fee("MA", 800_000)).as("with the box over a kilogram").isEqualTo(50_00);
        assertThat(fee("FR", 600_000)).isEqualTo(180_00);
        assertThat(fee("QA", 600_000)).isEqualTo(170_00);
        assertThat(fee("JP", 600_000)).as("the rest of the world").isEqualTo(260_00);
        assertThat(deliveries.ways("MA", 40 * KILO)).isEmpty();
        assertThat(deliveries.ways("nowhere", KILO)).isEmpty();
        assertThat(deliveries.countries()).contains("MA", "JP", "FR").doesNotContain("EH");
    }

    @Test
    void aNewTableHoldsFromItsDayOnAndIsNeverRewritten() {
        var carrier = setting("DATED");
        var later = LocalDate.now(clock).plusDays(10);
        rates(carrier, LocalDate.now(clock), 20_00);
        rates(carrier, later, 30_00);
        assertThat(deliveries
                        .table(carrier.id(), "MA", later.minusDays(1))
                        .getFirst()
                        .fee())
                .isEqualTo(20_00);
        clock.forward(Duration.ofDays(10));
        assertThat(deliveries
                        .table(carrier.id(), "MA", LocalDate.now(clock))
                        .getFirst()
                        .fee())
                .isEqualTo(30_00);
        refused("market.delivery.refusal.dated", () -> rates(carrier, later, 40_00));
        refused("market.delivery.refusal.past", () -> rates(carrier, later.minusDays(1), 40_00));
        refused(
                "market.delivery.refusal.empty",
                () -> setting.rates(carrier.id(), "MA", later.plusDays(1), List.of(), 1, 2, "x", SELLER));
        refused(
                "market.delivery.refusal.twice",
                () -> setting.rates(
                        carrier.id(),
                        "MA",
                        later.plusDays(1),
                        List.of(new Row(1, 1), new Row(1, 2)),
                        1,
                        2,
                        "x",
                        SELLER));
        refused(
                "market.delivery.refusal.days",
                () -> setting.rates(carrier.id(), "MA", later.plusDays(1), List.of(new Row(1, 1)), 1, 31, "x", SELLER));
        setting.open(carrier.id(), false, SELLER);
        assertThat(deliveries.ways("MA", KILO))
                .noneMatch(it -> it.carrier().code().equals("DATED"));
    }

    @Test
    void aCarrierIsNamedRightAndTakesNoCashAbroad() {
        refused("market.delivery.refusal.code", () -> carrier("low case", false, ""));
        refused("market.delivery.refusal.tracking", () -> carrier("TRACKS", false, "http://x"));
        refused("market.delivery.refusal.cash", () -> carrier("CASHABROAD", true, ""));
        var known = new Carrier(
                Ids.next(), "X", new LocalName("س", "x", "x"), false, true, "https://track.example/{number}", true);
        assertThat(known.tracked("EE 1")).contains("https://track.example/EE+1");
        assertThat(known.tracked("")).isEmpty();
    }

    @Test
    void theDirectorSetsTablesAndTermsOnPages() throws Exception {
        var carrier = setting("PAGES");
        web.perform(get("/app/delivery").with(authentication(SETS)).cookie(new Cookie("language", "fr")))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("[market."))));
        var rates = "/app/delivery/rates?carrier=" + carrier.id() + "&zone=MA";
        web.perform(get(rates).with(authentication(SETS)).cookie(new Cookie("language", "fr")))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("[market."))));
        var today = LocalDate.now(clock).toString();
        web.perform(post(rates)
                        .with(csrf())
                        .with(authentication(SETS))
                        .param("from", today)
                        .param("grams1", "200000")
                        .param("fee1", "12")
                        .param("min", "1")
                        .param("max", "2")
                        .param("reason", "x"))
                .andExpect(status().is(422));
        web.perform(post(rates)
                        .with(csrf())
                        .with(authentication(SETS))
                        .param("from", today)
                        .param("grams1", "2000")
                        .param("fee1", "12,50")
                        .param("min", "1")
                        .param("max", "2")
                        .param("reason", "first table"))
                .andExpect(redirectedUrl("/app/delivery"));
        assertThat(deliveries
                        .table(carrier.id(), "MA", LocalDate.now(clock))
                        .getFirst()
                        .fee())
                .isEqualTo(12_50);
        setting.open(carrier.id(), false, SELLER);

        web.perform(get("/app/delivery/terms").with(authentication(SETS))).andExpect(status().isOk());
        web.perform(post("/app/delivery/terms")
                        .with(csrf())
                        .with(authentication(SETS))
                        .param("from", today)
                        .param("cap", "3000")
                        .param("confirm", "99")
                        .param("packing", "300")
                        .param("reason", "x"))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("10")));
        web.perform(get("/app/delivery/carriers/new").with(authentication(SETS)))
                .andExpect(status().isOk());
        web.perform(get("/app/delivery").with(authentication(TestActor.with(Code.SEE_ORDERS))))
                .andExpect(status().isForbidden());
    }

    @Test
    void termsHoldFromADayOn() {
        var day = LocalDate.now(clock).plusDays(400);
        setting.terms(new DeliveryTerms(day, 1_000_00, 3, 100), "less cash", SELLER);
        assertThat(deliveries.terms().cashCap()).isEqualTo(3_000_00);
        refused(
                "market.delivery.refusal.dated",
                () -> setting.terms(new DeliveryTerms(day, 1, 3, 100), "again", SELLER));
    }

    private Carrier setting(String code) {
        carrier(code, false, "");
        return deliveries.carriers().stream()
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private void carrier(String code, boolean abroad, String tracking) {
        setting.carrier(
                new Carrier(
                        Ids.next(),
                        code,
                        new LocalName("ناقل", "Transporteur", "Carrier"),
                        abroad,
                        true,
                        tracking,
                        true),
                SELLER);
    }

    private void rates(Carrier carrier, LocalDate from, long fee) {
        setting.rates(carrier.id(), "MA", from, List.of(new Row(30_000, fee)), 1, 3, "test", SELLER);
    }

    private long fee(String country, long weight) {
        return deliveries.ways(country, weight).stream()
                .filter(it -> it.carrier().code().matches("AMANA|POST-INT"))
                .findFirst()
                .orElseThrow()
                .fee();
    }

    private static void refused(String code, Runnable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act::run).withMessage(code);
    }
}
