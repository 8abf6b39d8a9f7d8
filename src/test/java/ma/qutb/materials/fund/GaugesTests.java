package ma.qutb.materials.fund;

import static org.assertj.core.api.Assertions.assertThat;

import ma.qutb.materials.UnitPrice;
import ma.qutb.materials.fund.Gauge.State;
import org.junit.jupiter.api.Test;

class GaugesTests {

    private static final UnitPrice TWELVE = new UnitPrice(1_200_000);

    private final Holdings held = new Holdings(8_000_000, 8_000_000, 5_000_000, 2_000_000, 100_000, 1_000_000);
    private final Founding given = new Founding(14_000_000, 0, 12_000_000);
    private final Months year = new Months(365, 60_000_000, 56_000_000, 140_000);
    private final Months quarter = new Months(90, 15_150_000, 15_000_000, 0);
    private final Gauges gauges = new Gauges(held, given, TWELVE, 500_000, year, quarter);

    @Test
    void eachCauseOfDeathIsMeasured() {
        assertThat(gauges.value(Gauge.PRICES_BELOW_REPLACEMENT)).isEqualTo(100);
        // 8 kg and 59,000 dirhams at 12
        assertThat(gauges.value(Gauge.INFLATION)).isEqualTo(10_763);
        assertThat(gauges.value(Gauge.UNCOLLECTED_CREDIT)).isEqualTo(500);
        assertThat(gauges.value(Gauge.SLOW_CASH)).isEqualTo(400);
        assertThat(gauges.value(Gauge.CASH_RUNS_OUT)).isEqualTo(32);
        assertThat(gauges.value(Gauge.THEFT_AND_LOSS)).isEqualTo(25);
        assertThat(gauges.value(Gauge.CONCENTRATION)).isEqualTo(2_500);
        assertThat(gauges.value(Gauge.EXPANSION_WITHOUT_CAPITAL)).isEqualTo(666);
        assertThat(gauges.value(Gauge.UNDER_CAPITALISATION)).isEqualTo(101);
        assertThat(gauges.readings()).extracting(Gauges.Reading::gauge).containsExactly(Gauge.values());
    }

    @Test
    void aYoungFundIsMeasuredOverTheDaysItHasBeenAtWork() {
        var young = new Gauges(held, given, TWELVE, 0, new Months(73, 0, 11_200_000, 0), quarter);

        assertThat(young.value(Gauge.SLOW_CASH)).isEqualTo(400);
        assertThat(young.value(Gauge.CASH_RUNS_OUT)).isEqualTo(32);
        assertThat(young.value(Gauge.UNDER_CAPITALISATION)).isEqualTo(101);
    }

    @Test
    void beforeTheFirstSaleThereIsNothingToMeasure() {
        var nothing = new Months(1, 0, 0, 0);
        var begun = new Gauges(new Holdings(0, 0, 100, 0, 0, 0), given, TWELVE, 0, nothing, nothing);

        assertThat(begun.readings())
                .filteredOn(it -> it.state() == State.UNKNOWN)
                .extracting(Gauges.Reading::gauge)
                .containsExactly(
                        Gauge.PRICES_BELOW_REPLACEMENT,
                        Gauge.UNCOLLECTED_CREDIT,
                        Gauge.SLOW_CASH,
                        Gauge.CASH_RUNS_OUT,
                        Gauge.THEFT_AND_LOSS,
                        Gauge.CONCENTRATION,
                        Gauge.UNDER_CAPITALISATION);
    }

    @Test
    void soldUnderReplacementIsAnAlarmHoweverLittle() {
        var under = new Gauges(held, given, TWELVE, 0, year, new Months(90, 14_999_999, 15_000_000, 0));

        assertThat(under.value(Gauge.PRICES_BELOW_REPLACEMENT)).isEqualTo(-1);
        assertThat(Gauge.PRICES_BELOW_REPLACEMENT.state(-1L)).isEqualTo(State.ALARM);
    }

    @Test
    void aFundWithNothingButDebtsIsAtTheEndOfEveryGaugeOfCapital() {
        var ruined = new Gauges(new Holdings(0, 0, 0, 0, 0, 500), given, TWELVE, 0, year, quarter);

        assertThat(ruined.value(Gauge.INFLATION)).isZero();
        assertThat(ruined.value(Gauge.UNDER_CAPITALISATION)).isZero();
        assertThat(ruined.value(Gauge.SLOW_CASH)).isNull();
    }

    @Test
    void aThresholdItselfIsStillOnTheBetterSide() {
        for (var gauge : Gauge.values()) {
            long worse = gauge.dangerIsLow() ? -1 : 1;
            assertThat(gauge.state(gauge.watch())).as("%s", gauge).isEqualTo(State.GOOD);
            assertThat(gauge.state(gauge.watch() + worse)).as("%s", gauge).isEqualTo(State.WATCH);
            assertThat(gauge.state(gauge.alarm())).as("%s", gauge).isEqualTo(State.WATCH);
            assertThat(gauge.state(gauge.alarm() + worse)).as("%s", gauge).isEqualTo(State.ALARM);
            assertThat(gauge.state(null)).as("%s", gauge).isEqualTo(State.UNKNOWN);
        }
    }
}
