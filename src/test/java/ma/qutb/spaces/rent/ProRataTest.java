package ma.qutb.spaces.rent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.TreeMap;
import ma.qutb.spaces.lease.Terms;
import org.junit.jupiter.api.Test;

/** The rent of parts of months. */
class ProRataTest {

    private static final long RENT = 100_000;
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);

    @Test
    void aWholeMonthCostsTheWholeRent() {
        var terms = terms(MARCH, MARCH.plusMonths(2));
        assertThat(ProRata.of(terms, YearMonth.of(2026, 3))).isEqualTo(RENT);
        assertThat(ProRata.of(terms, YearMonth.of(2026, 4))).isEqualTo(RENT);
        assertThat(ProRata.of(terms, YearMonth.of(2026, 5))).isZero();
        assertThat(ProRata.of(terms, YearMonth.of(2026, 2))).isZero();
    }

    @Test
    void twoTenantsOfOneMonthPayExactlyTheRentTogether() {
        for (int day = 2; day <= 31; day++) {
            var change = MARCH.withDayOfMonth(day);
            long first = ProRata.of(terms(MARCH, change), YearMonth.of(2026, 3));
            long second = ProRata.of(terms(change, MARCH.plusMonths(1)), YearMonth.of(2026, 3));
            assertThat(first + second).isEqualTo(RENT);
        }
    }

    @Test
    void aRentThatChangesInMidMonthCountsByDays() {
        var rents = new TreeMap<LocalDate, Long>();
        rents.put(MARCH, RENT);
        rents.put(MARCH.withDayOfMonth(17), 150_000L);
        var terms = new Terms(MARCH, MARCH.plusMonths(1), rents, 0, 0);
        // 16 days of 1,000 and 15 of 1,500 dirhams, of 31: 516.13 and 725.81, each to the centime of its share.
        assertThat(ProRata.of(terms, YearMonth.of(2026, 3))).isEqualTo(51_613 + 72_581);
    }

    @Test
    void nothingIsLostAndNothingAddedWhenAnAmountIsShared() {
        var shares = ProRata.share(100, new long[] {1, 1, 1});
        assertThat(shares).containsExactly(34, 33, 33);
        var uneven = ProRata.share(10_001, new long[] {7, 0, 13, 11});
        assertThat(Arrays.stream(uneven).sum()).isEqualTo(10_001);
        assertThat(uneven[1]).isZero();
    }

    @Test
    void theRentRisesByTheIndexFromTheMonthOn() {
        var rents = new TreeMap<LocalDate, Long>();
        rents.put(MARCH, RENT);
        var terms = new Terms(MARCH, MARCH.plusYears(3), rents, 1000, 12);
        assertThat(terms.rentOn(MARCH.plusMonths(11))).isEqualTo(100_000);
        assertThat(terms.rentOn(MARCH.plusMonths(12))).isEqualTo(110_000);
        assertThat(terms.rentOn(MARCH.plusMonths(24))).isEqualTo(121_000);
    }

    private static Terms terms(LocalDate from, LocalDate until) {
        var rents = new TreeMap<LocalDate, Long>();
        rents.put(from, RENT);
        return new Terms(from, until, rents, 0, 0);
    }
}
