package ma.qutb.market.till;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.market.pricing.ExchangeRate;
import org.junit.jupiter.api.Test;

class SettlementTests {

    private static final Optional<ExchangeRate> RATE = Optional.of(
            new ExchangeRate(Ids.next(), LocalDate.of(2026, 11, 20), 1_075_34, 928_11, "Bank Al-Maghrib", false));

    @Test
    void changeIsWhatWasGivenBeyondTheTotal() {
        assertThat(Settlement.of(680_00, Paying.dirhams(700_00), RATE).change()).isEqualTo(20_00);
        assertThat(Settlement.of(680_00, Paying.dirhams(680_00), RATE).change()).isZero();
    }

    @Test
    void foreignNotesAreWorthWhatTheRateOfTheDaySaysAndTheChangeIsInDirhams() {
        var settled = Settlement.of(680_00, new Paying(Map.of(Currency.EUR, 70_00L), 0, ""), RATE);

        // 70 euros at 10.7534 are 752.738 dirhams.
        assertThat(settled.cash()).isEqualTo(752_74);
        assertThat(settled.change()).isEqualTo(72_74);
        assertThat(settled.given(Currency.EUR)).isEqualTo(70_00);
        assertThat(settled.tenders()).singleElement().satisfies(it -> {
            assertThat(it.rate()).isEqualTo(1_075_34);
            assertThat(it.rateDay()).isEqualTo(LocalDate.of(2026, 11, 20));
        });
    }

    @Test
    void cashOfSeveralCurrenciesAndACardPayTogether() {
        var settled = Settlement.of(
                1_000_00, new Paying(Map.of(Currency.MAD, 135_94L, Currency.USD, 50_00L), 400_00, " 004711 "), RATE);

        // 50 dollars at 9.2811 are 464.055 dirhams: halves of a centime go up.
        assertThat(settled.cash()).isEqualTo(135_94 + 464_06);
        assertThat(settled.change()).isZero();
    }

    @Test
    void whatIsMissingIsSaid() {
        refused("market.till.refusal.not-enough", 680_00, Paying.dirhams(600_00));
        refused("market.till.refusal.not-enough", 680_00, new Paying(Map.of(), 0, ""));
    }

    @Test
    void aCardPaysNoChange() {
        refused("market.till.refusal.card-too-much", 680_00, Paying.byCard(700_00, "1234"));
    }

    @Test
    void theSlipIsNeededAndIsNeverTheNumberOfACard() {
        refused("market.till.refusal.slip", 680_00, Paying.byCard(680_00, " "));
        refused("market.till.refusal.card-number", 680_00, Paying.byCard(680_00, "5412 7534 1234 5678"));
        assertThat(Settlement.of(680_00, Paying.byCard(680_00, "0042"), RATE).slip())
                .isEqualTo("0042");
    }

    @Test
    void withoutARecentRateForeignMoneyIsNotTaken() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() ->
                        Settlement.of(680_00, new Paying(Map.of(Currency.EUR, 70_00L), 0, ""), Optional.empty()))
                .withMessage("market.till.refusal.no-rate");
    }

    private static void refused(String code, long total, Paying paying) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Settlement.of(total, paying, RATE))
                .withMessage(code);
    }
}
