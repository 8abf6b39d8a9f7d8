package ma.qutb.spaces.demonstration;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Predicate;
import ma.qutb.kernel.Language;
import ma.qutb.registry.LocalName;
import ma.qutb.shell.Texts;
import ma.qutb.spaces.Site;
import ma.qutb.spaces.Unit;
import ma.qutb.spaces.Units;
import ma.qutb.spaces.call.AskedPaper;
import ma.qutb.spaces.call.Calendar;
import ma.qutb.spaces.call.CallDraft;
import ma.qutb.spaces.call.Criterion;
import ma.qutb.spaces.call.Group;
import ma.qutb.spaces.call.KeptShare;
import ma.qutb.spaces.call.PartyKind;
import org.springframework.stereotype.Component;

/** What the calls of the zone say: one that is closed for long, one that is open now. */
@Component
class ZoneCalls {

    private final Units units;
    private final Texts texts;
    private final Clock clock;

    ZoneCalls(Units units, Texts texts, Clock clock) {
        this.units = units;
        this.texts = texts;
        this.clock = clock;
    }

    CallDraft draft(Site zone, Calendar calendar, Predicate<Unit> which) {
        var offered = units.free(zone.id(), calendar.startsOn()).stream()
                .filter(which)
                .toList();
        return new CallDraft(
                calendar,
                new LocalName(seed(Language.AR), seed(Language.FR), seed(Language.EN)),
                EnumSet.allOf(PartyKind.class),
                offered.stream().map(Unit::id).toList(),
                List.of(
                        new Criterion("project", 4_000),
                        new Criterion("experience", 2_500),
                        new Criterion("jobs", 2_000),
                        new Criterion("training", 1_500)),
                List.of(AskedPaper.values()),
                List.of(
                        new KeptShare(Group.WOMEN_COOPERATIVE, Math.ceilDiv(offered.size(), 8)),
                        new KeptShare(Group.YOUNG_GRADUATE, Math.ceilDiv(offered.size(), 8))));
    }

    private String seed(Language language) {
        return texts.say(language, "spaces.call.seed.usual");
    }

    /** Open now, so that one can apply. */
    Calendar running() {
        var today = LocalDate.now(clock);
        return new Calendar(
                at(today.minusDays(10), 9),
                at(today.plusDays(20), 16),
                at(today.plusDays(30), 10),
                today.plusDays(33),
                today.plusDays(48),
                today.plusDays(60),
                today.plusDays(425),
                7);
    }

    Calendar past() {
        var today = LocalDate.now(clock);
        var starts = today.minusMonths(3).withDayOfMonth(1);
        return new Calendar(
                at(today.minusDays(200), 9),
                at(today.minusDays(165), 16),
                at(today.minusDays(150), 10),
                today.minusDays(145),
                today.minusDays(130),
                starts,
                starts.plusYears(1),
                7);
    }

    private Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(clock.getZone()).toInstant();
    }
}
