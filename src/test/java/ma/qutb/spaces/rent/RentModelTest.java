package ma.qutb.spaces.rent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.SplittableRandom;
import java.util.TreeMap;
import ma.qutb.spaces.lease.Terms;
import ma.qutb.spaces.rent.Reckoning.Posted;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random histories of leases, reckoned day by day besides: whatever was agreed and run in whatever order, each month comes to its cost. */
class RentModelTest {

    private static final LocalDate BEGIN = LocalDate.of(2024, 1, 1);
    private static final int ACTS = 40;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void everyMonthComesToWhatItsDaysCost(long seed) {
        var random = new SplittableRandom(seed);
        for (int history = 0; history < 20; history++) {
            live(random);
        }
    }

    private static void live(SplittableRandom random) {
        var from = BEGIN.plusDays(random.nextInt(60));
        var rents = new TreeMap<LocalDate, Long>();
        rents.put(from, 1L + random.nextInt(200_000));
        boolean indexed = random.nextInt(3) == 0;
        var terms = new Terms(
                from,
                from.plusMonths(1 + random.nextInt(30)),
                rents,
                indexed ? 1 + random.nextInt(900) : 0,
                indexed ? 6 : 0);
        var posted = new TreeMap<YearMonth, Posted>();
        var now = YearMonth.from(from);
        for (int act = 0; act < ACTS; act++) {
            switch (random.nextInt(4)) {
                case 0 -> now = now.plusMonths(1);
                case 1 -> {
                    terms.rents().size();
                    rents.put(from.plusDays(random.nextInt(600)), 1L + random.nextInt(200_000));
                    terms = new Terms(from, terms.until(), rents, terms.indexBasisPoints(), terms.indexMonths());
                }
                case 2 -> terms = terms.endingOn(from.plusDays(1 + random.nextInt(800)));
                default -> run(terms, posted, now);
            }
        }
        run(terms, posted, now);
        var last = now;
        for (var month = YearMonth.from(from); !month.isAfter(last); month = month.plusMonths(1)) {
            check(terms, month, posted.getOrDefault(month, Posted.NOTHING).amount());
        }
        var further = Reckoning.lacking(terms, posted, now);
        assertThat(further).as("run again, nothing is left to post").isEmpty();
    }

    private static void run(Terms terms, TreeMap<YearMonth, Posted> posted, YearMonth until) {
        Reckoning.lacking(terms, posted, until).forEach(part -> {
            assertThat(part.seq())
                    .isEqualTo(posted.getOrDefault(part.month(), Posted.NOTHING).parts());
            posted.merge(part.month(), new Posted(part.amount(), 1), (before, more) -> before.plus(more.amount()));
        });
    }

    /** The rent of each day, by the rents as they were agreed and the rises of the index, one after another. */
    private static long rent(Terms terms, LocalDate day) {
        if (day.isBefore(terms.from()) || !day.isBefore(terms.until())) {
            return 0;
        }
        long rent = 0;
        for (var at = terms.from(); !at.isAfter(day); at = at.plusDays(1)) {
            if (terms.rents().containsKey(at)) {
                rent = terms.rents().get(at);
            } else if (terms.indexMonths() > 0 && rises(terms, at)) {
                rent = Math.round(rent * (10_000 + terms.indexBasisPoints()) / 10_000.0);
            }
        }
        return rent;
    }

    private static boolean rises(Terms terms, LocalDate day) {
        for (int step = 1; step < 200; step++) {
            var rise = terms.from().plusMonths((long) step * terms.indexMonths());
            if (rise.equals(day)) {
                return true;
            }
            if (rise.isAfter(day)) {
                return false;
            }
        }
        return false;
    }

    private static void check(Terms terms, YearMonth month, long posted) {
        int days = month.lengthOfMonth();
        long sum = 0;
        int changes = 1;
        long before = -1;
        for (int day = 1; day <= days; day++) {
            long rent = rent(terms, month.atDay(day));
            sum += rent;
            changes += before >= 0 && rent != before ? 1 : 0;
            before = rent;
        }
        if (changes == 1) {
            assertThat(posted).as("a whole month at one rent: %s", month).isEqualTo(before);
        } else {
            assertThat(Math.abs(posted * days - sum))
                    .as("%s in %d parts", month, changes)
                    .isLessThan((long) days * changes);
        }
    }
}
