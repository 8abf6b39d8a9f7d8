package ma.qutb.materials.demonstration;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.random.RandomGeneratorFactory;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Ledger;
import ma.qutb.materials.till.KeepingTheTill;
import ma.qutb.platform.PoleClock;
import ma.qutb.shell.Formats;
import org.springframework.stereotype.Component;

/** One day of the story, from the opening of the till to the count in the evening; the same day is always told the same. */
@Component
class Day {

    private static final int THEFT_MONTH = 9;
    private static final int MELT_MONTH = 14;

    private final Supply supply;
    private final Buying buying;
    private final Happenings happenings;
    private final KeepingTheTill tills;
    private final Ledger ledger;
    private final Shelf shelf;

    Day(Supply supply, Buying buying, Happenings happenings, KeepingTheTill tills, Ledger ledger, Shelf shelf) {
        this.supply = supply;
        this.buying = buying;
        this.happenings = happenings;
        this.tills = tills;
        this.ledger = ledger;
        this.shelf = shelf;
    }

    /** @param many how many sales there are on a usual day */
    void tell(Story story, LocalDate day, int many) {
        if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            return;
        }
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(day.toEpochDay());
        if (beginsMonth(day) && YearMonth.from(day).isAfter(YearMonth.from(story.begins()))) {
            at(day, 8, 30, () -> closeLastMonth(story, day));
        }
        if (day.getDayOfWeek() == DayOfWeek.MONDAY) {
            at(day, 8, 40, () -> supply.quote(day, random));
        }
        at(day, 8, 50, () -> supply.buyWhenLow(story, day));
        at(day, 9, 0, () -> tills.open(Ids.next(), story.point(), story.till(), shelf.inTill(story), "", Story.CLERK));
        happen(story, day);
        int sales = many == 0 ? 0 : many * 7 / 10 + random.nextInt(many * 6 / 10 + 1);
        for (int i = 0; i < sales; i++) {
            int minute = i * 480 / sales;
            at(day, 9 + minute / 60, minute % 60, () -> buying.sell(story, random));
        }
        at(day, 17, 30, () -> buying.collect(story, day, random));
        at(day, 18, 0, () -> closeTill(story, day));
    }

    private void happen(Story story, LocalDate day) {
        int month = (int) ChronoUnit.MONTHS.between(YearMonth.from(story.begins()), YearMonth.from(day));
        boolean middle =
                day.getDayOfMonth() >= 14 && day.getDayOfWeek() == DayOfWeek.TUESDAY && day.getDayOfMonth() < 21;
        if (middle && month == THEFT_MONTH) {
            at(day, 9, 1, () -> happenings.theft(story, day));
        }
        if (middle && month == MELT_MONTH) {
            at(day, 9, 2, () -> happenings.melt(story));
        }
        if (middle && month % 6 == 5) {
            at(day, 9, 3, () -> happenings.count(story, day));
        }
    }

    private void closeLastMonth(Story story, LocalDate day) {
        ledger.closeMonth(story.point().fund().book(), YearMonth.from(day).minusMonths(1), Story.DIRECTOR);
    }

    /** Whether this is the first day of a month on which people work. */
    private static boolean beginsMonth(LocalDate day) {
        return day.getDayOfMonth() == 1
                || day.getDayOfMonth() == 2 && day.minusDays(1).getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private void closeTill(Story story, LocalDate day) {
        long there = shelf.inTill(story);
        if (there > 500_00) {
            tills.deposit(Ids.next(), story.point(), story.till(), there - 200_00, "DEP-" + day, Story.CLERK);
        }
        tills.count(story.point(), story.till(), Map.of(1, Math.toIntExact(shelf.inTill(story))), Story.CLERK);
    }

    private static void at(LocalDate day, int hour, int minute, Runnable act) {
        var moment = day.atTime(LocalTime.of(hour, minute)).atZone(Formats.ZONE).toInstant();
        try {
            PoleClock.at(moment, act);
        } catch (Refusal refusal) {
            throw new IllegalStateException("the story of " + day + " is refused: " + refusal.code(), refusal);
        }
    }
}
