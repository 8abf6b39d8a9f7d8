package ma.qutb.spaces.award;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ma.qutb.identity.Colleagues;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Role;
import ma.qutb.kernel.Scope;
import ma.qutb.platform.PoleClock;
import ma.qutb.shell.Formats;
import ma.qutb.spaces.application.Application;
import ma.qutb.spaces.application.Applications;
import ma.qutb.spaces.call.Call;
import ma.qutb.spaces.scoring.ClosingScoring;
import ma.qutb.spaces.scoring.ConveningCommittee;
import ma.qutb.spaces.scoring.Scores;
import ma.qutb.spaces.scoring.ScoringApplications;
import org.springframework.stereotype.Component;

/** Tells how a call of the demonstration went on after its deadline, on the days of its calendar, as far as these are over. Nothing hangs on chance. */
@Component
class TellingAward {

    private static final List<Role> COMMITTEE = List.of(
            Role.ZONE_MANAGER, Role.PROGRAMME_OFFICER, Role.REGISTRAR, Role.TRAINING_MANAGER, Role.CENTRE_TECHNICIAN);
    private static final String KEPT_AWAY = "-0005";
    private static final String DISPUTED = "-0017";

    private final Colleagues colleagues;
    private final ConveningCommittee convening;
    private final ScoringApplications scoring;
    private final ClosingScoring closing;
    private final Scores scores;
    private final Applications applications;
    private final HoldingDraws draws;
    private final AskingRuns runs;
    private final AwardTable awards;
    private final Appealing appealing;
    private final Offering offering;
    private final OfferTable offers;
    private final AppealTable appeals;
    private final Clock clock;

    TellingAward(
            Colleagues colleagues,
            ConveningCommittee convening,
            ScoringApplications scoring,
            ClosingScoring closing,
            Scores scores,
            Applications applications,
            HoldingDraws draws,
            AskingRuns runs,
            AwardTable awards,
            Appealing appealing,
            Offering offering,
            OfferTable offers,
            AppealTable appeals,
            Clock clock) {
        this.colleagues = colleagues;
        this.convening = convening;
        this.scoring = scoring;
        this.closing = closing;
        this.scores = scores;
        this.applications = applications;
        this.draws = draws;
        this.runs = runs;
        this.awards = awards;
        this.appealing = appealing;
        this.offering = offering;
        this.offers = offers;
        this.appeals = appeals;
        this.clock = clock;
    }

    /** Somebody of the demonstration, in one role. */
    private record Teller(UUID id, String displayName, Role role) implements Actor {

        @Override
        public Set<Role> roles() {
            return Set.of(role);
        }

        @Override
        public boolean may(String permission) {
            return true;
        }

        @Override
        public Scope scopeOf(String permission) {
            return Scope.EVERYWHERE;
        }

        @Override
        public Optional<UUID> person() {
            return Optional.empty();
        }
    }

    /** @return how far it came */
    String tell(Call call, BooleanSupplier goesOn) {
        var people = people();
        if (people.size() <= COMMITTEE.size()
                || call.open(clock.instant())
                || scores.sat(
                        call.id(),
                        Objects.requireNonNull(people.get(COMMITTEE.getFirst())).id())) {
            return "";
        }
        var calendar = call.calendar();
        var committee = COMMITTEE.stream()
                .map(it -> Objects.requireNonNull(people.get(it)))
                .toList();
        var director = Objects.requireNonNull(people.get(Role.DIRECTOR));
        if (!scored(call, committee, director, goesOn)) {
            return "scores begun";
        }
        var promised = calendar.drawAt().minus(Duration.ofDays(2));
        at(promised, () -> draws.promise(call, "", calendar.drawAt(), director));
        at(
                calendar.drawAt().plus(Duration.ofMinutes(20)),
                () -> draws.drawn(
                        call,
                        "7 31 4 26 11 38",
                        "مفوضة قضائية، ممثلة عن غرفة الصناعة التقليدية، وثلاثة من أصحاب الطلبات",
                        director));
        at(morning(calendar.resultsOn()), () -> runs.ask(call, "", director));
        if (!computed(call, goesOn)) {
            return "drawn";
        }
        at(morning(calendar.resultsOn()).plus(Duration.ofHours(1)), () -> runs.publish(call, director));
        appeals(call, director);
        var offered = morning(calendar.objectionsUntil().plusDays(1));
        at(offered, () -> offering.begin(call.id()));
        answers(call, offered, goesOn);
        return offers.of(call.id()).size() + " offers";
    }

    private boolean scored(Call call, List<Teller> committee, Teller director, BooleanSupplier goesOn) {
        var began = call.calendar().closesAt().plus(Duration.ofHours(20));
        var standing = applications.standing(call.id());
        at(
                began,
                () -> convening.convene(
                        call,
                        committee.stream().map(Teller::id).collect(Collectors.toSet()),
                        committee.getFirst().id(),
                        30,
                        director));
        for (int m = 0; m < committee.size(); m++) {
            int member = m;
            at(began.plus(Duration.ofHours(24L * (m / 2) + 2)), () -> sheet(call, committee, member, standing, goesOn));
        }
        if (!goesOn.getAsBoolean()) {
            return false;
        }
        var chair = committee.getFirst();
        at(began.plus(Duration.ofDays(3)), () -> {
            standing.stream()
                    .filter(it -> it.number().orElseThrow().endsWith(DISPUTED))
                    .forEach(it -> closing.talked(
                            call,
                            it.id().value(),
                            Optional.of(74),
                            "عاد العضو إلى المشروع مع اللجنة: فاتته وثيقة الطلبية. تبقى الأوراق كما هي.",
                            chair));
            closing.freeze(call, chair);
        });
        return true;
    }

    private void sheet(
            Call call, List<Teller> committee, int member, List<Application> standing, BooleanSupplier goesOn) {
        var by = committee.get(member);
        for (var it : standing) {
            if (!goesOn.getAsBoolean()) {
                return;
            }
            var number = it.number().orElseThrow();
            if (member == 2 && number.endsWith(KEPT_AWAY)) {
                scoring.declare(call, it.id().value(), "جارة في السكن", by);
            } else {
                scoring.give(it.id().value(), points(call, number, member), by);
            }
        }
        scoring.close(call, by);
    }

    /** Several applications come to the same: the draw decides among them. */
    private static List<Integer> points(Call call, String number, int member) {
        int n = Integer.parseInt(number.substring(number.length() - 4));
        if (member == 4 && number.endsWith(DISPUTED)) {
            return call.criteria().stream().map(_ -> 20).toList();
        }
        int base = number.endsWith(DISPUTED) ? 78 : 42 + n * 37 % 50;
        return IntStream.range(0, call.criteria().size())
                .mapToObj(k -> Math.clamp(base + (member * 5L + k * 3L) % 9 - 4, 0, 100))
                .toList();
    }

    private boolean computed(Call call, BooleanSupplier goesOn) {
        while (goesOn.getAsBoolean()) {
            var run = awards.runs(call.id()).stream().findFirst();
            if (run.isEmpty() || run.get().finishedAt().isPresent()) {
                return run.isPresent();
            }
            LockSupport.parkNanos(200_000_000);
        }
        return false;
    }

    /** Two who got nothing: one misread the points, one was told too late. */
    private void appeals(Call call, Teller director) {
        var run = awards.published(call.id());
        if (run.isEmpty()) {
            return;
        }
        var seated = Set.copyOf(
                AllocationFile.holders(run.get().result().orElseThrow()).values());
        var without = applications.standing(call.id()).stream()
                .filter(it -> !seated.contains(it.number().orElseThrow()))
                .limit(2)
                .toList();
        if (without.size() < 2) {
            return;
        }
        var made = morning(call.calendar().resultsOn()).plus(Duration.ofDays(2));
        at(
                made,
                () -> appealing.appeal(
                        without.get(0), "score", "أظن أن نقطتي ناقصة", Optional.empty(), director.displayName()));
        at(
                made.plus(Duration.ofHours(2)),
                () -> appealing.appeal(without.get(1), "papers", "", Optional.empty(), director.displayName()));
        at(
                made.plus(Duration.ofDays(3)),
                () -> appeals.of(call.id()).forEach(it -> {
                    boolean points = it.ground().equals("score");
                    appealing.decide(
                            it.id(),
                            points ? "refused" : "head",
                            points
                                    ? "النقطة معدل خمس أوراق كما في المحضر، ولم يوجد فيها خطأ."
                                    : "أودعت الوثيقة في أجلها بالمكتب ولم تدخل الملف. لها أول لائحة الانتظار.",
                            director);
                }));
    }

    /** Most take what they are offered, every ninth declines, every thirteenth lets the time pass. */
    private void answers(Call call, Instant offered, BooleanSupplier goesOn) {
        int asked = 0;
        for (var it : offers.of(call.id())) {
            int turn = ++asked;
            if (turn % 13 != 0 && it.open() && goesOn.getAsBoolean()) {
                at(
                        offered.plus(Duration.ofHours(3 + turn % 60)),
                        () -> offering.answer(it.id(), turn % 9 != 0, it.application()));
            }
        }
        at(offered.plus(Duration.ofDays(call.calendar().offerDays() + 1L)), () -> offering.move(call.id()));
    }

    /** What is still to come is left to come. */
    private void at(Instant moment, Runnable act) {
        if (!moment.isAfter(clock.instant())) {
            PoleClock.at(moment, act);
        }
    }

    private static Instant morning(LocalDate day) {
        return day.atTime(10, 0).atZone(Formats.ZONE).toInstant();
    }

    private Map<Role, Teller> people() {
        var people = new EnumMap<Role, Teller>(Role.class);
        var roles = new java.util.ArrayList<>(COMMITTEE);
        roles.add(Role.DIRECTOR);
        for (var role : roles) {
            colleagues.holding(Set.of(role)).stream()
                    .filter(Colleagues.Colleague::demonstration)
                    .findFirst()
                    .ifPresent(it -> people.put(role, new Teller(it.id(), it.name(), role)));
        }
        return people;
    }
}
