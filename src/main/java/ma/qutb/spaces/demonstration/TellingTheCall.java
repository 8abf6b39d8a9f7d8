package ma.qutb.spaces.demonstration;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ma.qutb.kernel.Language;
import ma.qutb.platform.PoleClock;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.Crafts;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.Organisations;
import ma.qutb.registry.People;
import ma.qutb.shell.Texts;
import ma.qutb.spaces.Site;
import ma.qutb.spaces.UnitId;
import ma.qutb.spaces.Units;
import ma.qutb.spaces.application.Applicant;
import ma.qutb.spaces.application.ApplicationId;
import ma.qutb.spaces.application.Applying;
import ma.qutb.spaces.application.BringingPapers;
import ma.qutb.spaces.application.Fit;
import ma.qutb.spaces.application.Fitting;
import ma.qutb.spaces.call.AskedPaper;
import ma.qutb.spaces.call.Calendar;
import ma.qutb.spaces.call.Call;
import ma.qutb.spaces.call.CallDraft;
import ma.qutb.spaces.call.CallId;
import ma.qutb.spaces.call.Calls;
import ma.qutb.spaces.call.Criterion;
import ma.qutb.spaces.call.Group;
import ma.qutb.spaces.call.KeptShare;
import ma.qutb.spaces.call.PartyKind;
import ma.qutb.spaces.call.PreparingCalls;
import ma.qutb.spaces.call.PublishingCalls;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells of the call for the shops of two blocks, seven months ago, and of the four hundred who applied. Nothing hangs on chance. */
@Component
class TellingTheCall {

    static final int APPLICATIONS = 400;
    private static final int COOPERATIVES = 44;
    private static final int ENTERPRISES = 22;
    /** People before this one have shops already. */
    private static final int FIRST = 400;

    private static final int LAST = 4000;
    private static final int LAST_ORGANISATION = 149;

    private final PreparingCalls preparing;
    private final PublishingCalls publishing;
    private final Calls calls;
    private final Applying applying;
    private final BringingPapers papers;
    private final Fitting fitting;
    private final Units units;
    private final People people;
    private final Organisations organisations;
    private final Crafts crafts;
    private final Texts texts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TellingTheCall(
            PreparingCalls preparing,
            PublishingCalls publishing,
            Calls calls,
            Applying applying,
            BringingPapers papers,
            Fitting fitting,
            Units units,
            People people,
            Organisations organisations,
            Crafts crafts,
            Texts texts,
            TransactionTemplate transaction,
            Clock clock) {
        this.preparing = preparing;
        this.publishing = publishing;
        this.calls = calls;
        this.applying = applying;
        this.papers = papers;
        this.fitting = fitting;
        this.units = units;
        this.people = people;
        this.organisations = organisations;
        this.crafts = crafts;
        this.texts = texts;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Party(Applicant applicant, CraftCode craft, boolean graduate) {}

    /**
     * All of it or nothing.
     *
     * @return how many applied; 0 when it was told before
     */
    int tell(Site zone, BooleanSupplier goesOn) {
        if (calls.published().stream().anyMatch(it -> it.site().equals(zone.id()))) {
            return 0;
        }
        var told = transaction.execute(status -> {
            var call = publish(zone);
            var parties = parties(call);
            int number = 0;
            for (var party : parties) {
                if (!goesOn.getAsBoolean()) {
                    status.setRollbackOnly();
                    return 0;
                }
                apply(call, party, ++number, parties.size());
            }
            return number;
        });
        return told == null ? 0 : told;
    }

    private Call publish(Site zone) {
        var calendar = calendar();
        var id = CallId.next();
        PoleClock.at(calendar.opensAt().minus(Duration.ofDays(3)), () -> {
            preparing.begin(id, zone.id(), draft(zone, calendar), true);
            publishing.publish(id, DemonstrationClerk.ZONE);
        });
        return calls.find(id).orElseThrow();
    }

    private CallDraft draft(Site zone, Calendar calendar) {
        var offered = units.free(zone.id(), calendar.startsOn()).stream()
                .filter(SettingUpTheZone::offered)
                .toList();
        return new CallDraft(
                calendar,
                new LocalName(seed(Language.AR), seed(Language.FR), seed(Language.EN)),
                EnumSet.allOf(PartyKind.class),
                offered.stream().map(ma.qutb.spaces.Unit::id).toList(),
                List.of(
                        new Criterion("project", 4_000),
                        new Criterion("experience", 2_500),
                        new Criterion("jobs", 2_000),
                        new Criterion("training", 1_500)),
                List.of(AskedPaper.values()),
                List.of(new KeptShare(Group.WOMEN_COOPERATIVE, 6), new KeptShare(Group.YOUNG_GRADUATE, 6)));
    }

    private String seed(Language language) {
        return texts.say(language, "spaces.call.seed.usual");
    }

    private Calendar calendar() {
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

    private List<Party> parties(Call call) {
        var closing = LocalDate.ofInstant(call.calendar().closesAt(), clock.getZone());
        var all = new ArrayList<Party>();
        all.addAll(bodies(PartyKind.COOPERATIVE, COOPERATIVES));
        all.addAll(bodies(PartyKind.ENTERPRISE, ENTERPRISES));
        for (int i = FIRST; i <= LAST && all.size() < APPLICATIONS; i += 3) {
            int index = i;
            people.byReference("DEMO-P-%05d".formatted(i))
                    .flatMap(it -> people.practice(it.id()))
                    .filter(it -> !it.suspended())
                    .flatMap(it -> first(it.crafts()).map(craft -> {
                        var age = people.ageOn(it.person().id(), closing);
                        return new Party(
                                Applicant.of(it.person().id()),
                                craft,
                                index % 2 == 0 && age.isPresent() && age.getAsInt() < Group.YOUNG);
                    }))
                    .ifPresent(all::add);
        }
        // Everybody among everybody else, as they come.
        return IntStream.range(0, all.size())
                .mapToObj(i -> all.get((int) (i * 149L % all.size())))
                .distinct()
                .toList();
    }

    private List<Party> bodies(PartyKind kind, int many) {
        var today = LocalDate.now(clock);
        return IntStream.rangeClosed(1, LAST_ORGANISATION)
                .mapToObj("DEMO-O-%04d"::formatted)
                .flatMap(it -> organisations.byReference(it).stream())
                .filter(it -> it.legalForm().equals(kind.name()))
                .flatMap(it -> organisations.standing(it.id(), today).stream())
                .filter(Organisations.Standing::active)
                .flatMap(it ->
                        first(it.crafts())
                                .map(craft -> new Party(
                                        Applicant.of(kind, it.summary().id()), craft, false))
                                .stream())
                .limit(many)
                .toList();
    }

    private Optional<CraftCode> first(Set<CraftCode> practised) {
        return practised.stream().sorted().filter(crafts::exists).findFirst();
    }

    private void apply(Call call, Party party, int number, int of) {
        var opens = call.calendar().opensAt();
        var open = Duration.between(opens, call.calendar().closesAt());
        PoleClock.at(opens.plus(open.dividedBy(of + 1).multipliedBy(number)), () -> {
            var id = applying.begin(ApplicationId.next(), call.id(), party.applicant(), DemonstrationClerk.TAKING);
            boolean access = number % 23 == 0;
            applying.craft(id, party.craft());
            applying.needs(id, access, party.graduate());
            var wishes = wishes(call, party.craft(), access, number);
            if (wishes.isEmpty()) {
                return;
            }
            applying.wish(id, wishes);
            var groups = party.graduate() ? Set.of(Group.YOUNG_GRADUATE) : Set.<Group>of();
            call.papersOf(party.applicant().kind(), groups).stream()
                    .filter(it -> it != AskedPaper.PROJECT || number % 50 != 7)
                    .forEach(it -> papers.show(id, it, DemonstrationClerk.TAKING));
            applying.send(id);
            if (number % 97 == 3) {
                applying.withdraw(id);
            }
        });
    }

    /** Three to six of those that suit, not the same for all, those near the entrance more often. */
    private List<UnitId> wishes(Call call, CraftCode craft, boolean access, int number) {
        var fit = fitting.of(call, craft, access).values().stream()
                .filter(Fit::fits)
                .toList();
        return Stream.iterate((long) number * number, it -> it + 5 + number % 7)
                .map(it -> fit.isEmpty() ? null : fit.get((int) (it % fit.size())))
                .limit(fit.isEmpty() ? 0 : 30)
                .map(it -> it.unit().id())
                .distinct()
                .limit(3 + number % 4)
                .toList();
    }
}
