package ma.qutb.spaces.allocation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import ma.qutb.spaces.Nuisance;

/** Calls with streets of shops and applicants of six crafts, made up from a seed. */
public final class MadeUpCall {

    private static final Map<String, CraftNature> CRAFTS = new TreeMap<>(Map.of(
            "jewellery", CraftNature.of("jewellery", new Nuisance(1, 0, 1, 0)),
            "weaving", CraftNature.of("weaving", new Nuisance(1, 1, 0, 0)),
            "leather", CraftNature.of("leather", new Nuisance(1, 1, 0, 2)),
            "smithing", CraftNature.of("smithing", new Nuisance(3, 1, 3, 1)),
            "joinery", CraftNature.of("joinery", new Nuisance(2, 3, 0, 0)),
            "sewing", CraftNature.of("sewing", Nuisance.NONE)));

    private final RandomGenerator random;
    private final int street;
    private final int wishes;
    private final int points;

    private MadeUpCall(long seed, int street, int wishes, int points) {
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        this.street = street;
        this.wishes = wishes;
        this.points = points;
    }

    /** Streets of ten, up to ten wishes, points of a committee in hundredths. */
    public static Instance of(long seed, int units, int candidates) {
        return new MadeUpCall(seed, 10, 10, 10_000).instance(units, candidates);
    }

    /** Few points, so that many are equal; everything stands close. */
    static Instance small(long seed, int units, int candidates) {
        return new MadeUpCall(seed, 3, 3, 6).instance(units, candidates);
    }

    /** Points in tenths, as weights of so great a call would not fit otherwise. */
    public static Instance great(long seed, int units, int candidates) {
        return new MadeUpCall(seed, 20, 10, 1_000).instance(units, candidates);
    }

    private Instance instance(int units, int candidates) {
        var offered = new ArrayList<OfferedUnit>();
        for (int i = 0; i < units; i++) {
            var neighbours = new TreeSet<String>();
            if (i % street > 0) {
                neighbours.add(number(i - 1));
            }
            if (i % street < street - 1 && i + 1 < units) {
                neighbours.add(number(i + 1));
            }
            boolean loud = i / street % 3 == 0;
            offered.add(new OfferedUnit(
                    number(i),
                    random.nextInt(8) == 0 ? Set.of("sewing", "weaving", "jewellery") : Set.of(),
                    random.nextInt(3) > 0,
                    loud ? Nuisance.ANY : new Nuisance(2, 3, 1, 2),
                    neighbours));
        }
        var crafts = List.copyOf(CRAFTS.keySet());
        var places = new ArrayList<Integer>();
        for (int i = 1; i <= candidates; i++) {
            places.add(random.nextInt(places.size() + 1), i);
        }
        var all = new ArrayList<Candidate>();
        for (int i = 0; i < candidates; i++) {
            var wanted = new LinkedHashSet<String>();
            for (int wish = 0; wish < wishes; wish++) {
                // The shops by the gate are wanted most.
                wanted.add(number(Math.min(random.nextInt(units), random.nextInt(units))));
            }
            int kind = random.nextInt(6);
            all.add(new Candidate(
                    "A-%05d".formatted(i),
                    "party-" + (random.nextInt(12) == 0 ? i / 2 : i + candidates),
                    crafts.get(random.nextInt(crafts.size())),
                    random.nextInt(points),
                    random.nextInt(15) > 0,
                    random.nextInt(12) == 0,
                    kind == 0 ? Set.of("women") : kind == 1 ? Set.of("graduates") : Set.of(),
                    List.copyOf(wanted),
                    places.get(i)));
        }
        return new Instance(
                offered,
                withOneGroupForAParty(all),
                new TreeMap<>(CRAFTS),
                List.of(new Quota("women", units / 4), new Quota("graduates", units / 5)),
                Weights.scoresFirst(units, candidates, wishes));
    }

    private static List<Candidate> withOneGroupForAParty(List<Candidate> all) {
        var groups = new TreeMap<String, Set<String>>();
        return all.stream()
                .map(it -> new Candidate(
                        it.number(),
                        it.party(),
                        it.craft(),
                        it.score(),
                        it.complete(),
                        it.needsAccess(),
                        groups.computeIfAbsent(it.party(), _ -> it.groups()),
                        it.wishes(),
                        it.place()))
                .toList();
    }

    /** The same call with no quotas, no walls shared and no party twice. */
    public static Instance linear(Instance call) {
        return new Instance(
                call.units().stream()
                        .map(it -> new OfferedUnit(
                                it.number(), it.crafts(), it.accessible(), it.walls(), Collections.emptySortedSet()))
                        .toList(),
                call.candidates().stream()
                        .map(it -> new Candidate(
                                it.number(),
                                it.number(),
                                it.craft(),
                                it.score(),
                                it.complete(),
                                it.needsAccess(),
                                it.groups(),
                                it.wishes(),
                                it.place()))
                        .toList(),
                call.crafts(),
                List.of(),
                call.weights());
    }

    static String number(int i) {
        return "U%04d".formatted(i);
    }
}
