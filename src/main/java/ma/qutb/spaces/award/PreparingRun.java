package ma.qutb.spaces.award;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.Crafts;
import ma.qutb.spaces.CraftNuisances;
import ma.qutb.spaces.Nuisance;
import ma.qutb.spaces.Unit;
import ma.qutb.spaces.UnitId;
import ma.qutb.spaces.Units;
import ma.qutb.spaces.allocation.Candidate;
import ma.qutb.spaces.allocation.CraftNature;
import ma.qutb.spaces.allocation.Instance;
import ma.qutb.spaces.allocation.OfferedUnit;
import ma.qutb.spaces.allocation.Quota;
import ma.qutb.spaces.allocation.Weights;
import ma.qutb.spaces.application.Application;
import ma.qutb.spaces.application.Applications;
import ma.qutb.spaces.call.Call;
import ma.qutb.spaces.call.Group;
import ma.qutb.spaces.scoring.Average;
import ma.qutb.spaces.scoring.Scores;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together all that decides an allocation: units, applications that stand, final scores, places in the draw, shares. */
@Component
@Transactional(readOnly = true)
class PreparingRun {

    /** Thousandths of a point. */
    static final int FINE = 1000;
    /** Tenths, where a call is so great that thousandths would not fit into its weights. */
    private static final int COARSE = 10;

    private static final long GREAT = 500_000;
    /** A pair of neighbours of one craft is worth this many ranks among wishes. */
    private static final long CLUSTER = 2;

    private final Applications applications;
    private final Scores scores;
    private final Units units;
    private final Crafts crafts;
    private final CraftNuisances nuisances;

    PreparingRun(Applications applications, Scores scores, Units units, Crafts crafts, CraftNuisances nuisances) {
        this.applications = applications;
        this.scores = scores;
        this.units = units;
        this.crafts = crafts;
        this.nuisances = nuisances;
    }

    /** Who was withdrawn since keeps their place in the draw and takes no part. */
    AllocationFile of(Call call, Draw draw) {
        var offered = units.find(call.units());
        var standing = applications.standing(call.id()).stream()
                .filter(it -> it.craft().isPresent())
                .toList();
        int parts = (long) offered.size() * standing.size() > GREAT ? COARSE : FINE;
        int longest = standing.stream().mapToInt(it -> it.wishes().size()).max().orElse(1);
        var places = places(draw);
        var given = scores.of(call.id());
        return new AllocationFile(
                parts,
                new Instance(
                        offered(offered.values()),
                        standing.stream()
                                .filter(it -> places.containsKey(it.number().orElseThrow()))
                                .map(it -> candidate(it, call, offered, places, given, parts))
                                .toList(),
                        natures(standing, call.calendar().startsOn()),
                        call.shares().stream()
                                .map(it -> new Quota(it.group().code(), it.units()))
                                .toList(),
                        Weights.scoresFirst(offered.size(), Math.max(1, standing.size()), longest)
                                .withClusters(CLUSTER)));
    }

    private Candidate candidate(
            Application it,
            Call call,
            Map<UnitId, Unit> offered,
            Map<String, Integer> places,
            Map<java.util.UUID, Integer> given,
            int parts) {
        var number = it.number().orElseThrow();
        long thousandths = given.getOrDefault(it.id().value(), 0);
        return new Candidate(
                number,
                number,
                it.craft().orElseThrow().value(),
                thousandths * parts / (Average.MOST / 100),
                it.complete(call),
                it.needsAccess(),
                it.groups().stream().map(Group::code).collect(Collectors.toSet()),
                it.wishes().stream()
                        .map(offered::get)
                        .filter(Objects::nonNull)
                        .map(Unit::number)
                        .toList(),
                Objects.requireNonNull(places.get(number)));
    }

    private static Map<String, Integer> places(Draw draw) {
        var places = new HashMap<String, Integer>();
        draw.drawn()
                .orElseThrow()
                .resultFile()
                .lines()
                .skip(1)
                .map(it -> it.split(" "))
                .forEach(it -> places.put(it[1], Integer.parseInt(it[0])));
        return places;
    }

    private List<OfferedUnit> offered(Collection<Unit> offered) {
        var numbers = offered.stream().collect(Collectors.toMap(Unit::id, Unit::number));
        var neighbours = units.neighbours(offered);
        return offered.stream()
                .map(it -> new OfferedUnit(
                        it.number(),
                        allowed(it.crafts()),
                        it.accessible(),
                        it.bears(),
                        neighbours.getOrDefault(it.id(), Set.of()).stream()
                                .map(numbers::get)
                                .filter(Objects::nonNull)
                                .collect(Collectors.toCollection(TreeSet::new))))
                .toList();
    }

    private Set<String> allowed(Set<CraftCode> named) {
        return named.stream()
                .flatMap(it -> crafts.within(it).stream())
                .map(CraftCode::value)
                .collect(Collectors.toSet());
    }

    /** What a craft brings with it when the leases begin; its family's where nothing is said of itself. */
    private TreeMap<String, CraftNature> natures(List<Application> standing, LocalDate day) {
        var known = nuisances.on(day);
        return standing.stream()
                .map(it -> it.craft().orElseThrow())
                .distinct()
                .map(it -> CraftNature.of(
                        it.value(),
                        Optional.ofNullable(known.get(it))
                                .or(() -> crafts.find(it)
                                        .flatMap(Crafts.Craft::parent)
                                        .map(known::get))
                                .orElse(Nuisance.NONE)))
                .collect(Collectors.toMap(CraftNature::craft, Function.identity(), (a, b) -> a, TreeMap::new));
    }
}
