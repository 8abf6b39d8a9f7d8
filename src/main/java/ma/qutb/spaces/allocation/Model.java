package ma.qutb.spaces.allocation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;

/**
 * An instance as numbers: units, candidates, parties, crafts and quotas are places in arrays; a candidate's possible units
 * come with what they are worth. {@code group} and {@code party} are by candidate; a group of -1 counts for no quota.
 */
record Model(
        int units,
        int[][] possible,
        long[][] worth,
        int[] party,
        int[] group,
        int[] quota,
        int[] craft,
        boolean[][] disturb,
        int[][] neighbours,
        long cluster) {

    static Model of(Instance instance) {
        var numbers = new HashMap<String, Integer>();
        instance.units().forEach(it -> numbers.put(it.number(), numbers.size()));
        var crafts = List.copyOf(instance.crafts().keySet());
        var parties = new HashMap<String, Integer>();
        int count = instance.candidates().size();
        int longest = instance.candidates().stream()
                .mapToInt(it -> it.wishes().size())
                .max()
                .orElse(0);
        var possible = new int[count][];
        var worth = new long[count][];
        var party = new int[count];
        var group = new int[count];
        var craft = new int[count];
        for (int c = 0; c < count; c++) {
            var candidate = instance.candidates().get(c);
            var ranks = new ArrayList<int[]>();
            for (int rank = 1; rank <= candidate.wishes().size(); rank++) {
                var unit = numbers.get(candidate.wishes().get(rank - 1));
                if (unit != null
                        && instance.bar(candidate, instance.units().get(unit)).isEmpty()) {
                    ranks.add(new int[] {unit, rank});
                }
            }
            possible[c] = ranks.stream().mapToInt(it -> it[0]).toArray();
            worth[c] = ranks.stream()
                    .mapToLong(it -> Instance.worth(instance.weights(), candidate, it[1], count, longest))
                    .toArray();
            party[c] = parties.computeIfAbsent(candidate.party(), _ -> parties.size());
            group[c] =
                    instance.quotaOf(candidate).map(instance.quotas()::indexOf).orElse(-1);
            craft[c] = crafts.indexOf(candidate.craft());
        }
        return new Model(
                instance.units().size(),
                possible,
                worth,
                party,
                group,
                instance.quotas().stream().mapToInt(Quota::units).toArray(),
                craft,
                disturbing(List.copyOf(instance.crafts().values())),
                instance.units().stream()
                        .map(it -> it.neighbours().stream()
                                .filter(numbers::containsKey)
                                .mapToInt(numbers::get)
                                .toArray())
                        .toArray(int[][]::new),
                instance.weights().cluster());
    }

    private static boolean[][] disturbing(List<CraftNature> crafts) {
        var disturb = new boolean[crafts.size()][crafts.size()];
        for (int a = 0; a < crafts.size(); a++) {
            for (int b = 0; b < crafts.size(); b++) {
                disturb[a][b] = crafts.get(a).disturbs(crafts.get(b));
            }
        }
        return disturb;
    }

    int candidates() {
        return possible.length;
    }

    int parties() {
        return Arrays.stream(party).max().orElse(-1) + 1;
    }

    long arcs() {
        return Arrays.stream(possible).mapToLong(it -> it.length).sum();
    }

    long greatestWorth() {
        return Arrays.stream(worth).flatMapToLong(Arrays::stream).max().orElse(0);
    }

    /** More than all units together can be worth, so that a seat of a quota comes before any points. */
    long quotaWorth() {
        long worth = Math.addExact(Math.multiplyExact(greatestWorth(), (long) units), 1);
        // A path goes through a few of them: refuse now what could wrap on the way.
        Math.multiplyExact(worth, 8L);
        return worth;
    }

    /** By unit, the candidates who could have it. */
    int[][] wanting() {
        var wanting = new ArrayList<List<Integer>>();
        for (int unit = 0; unit < units; unit++) {
            wanting.add(new ArrayList<>());
        }
        for (int candidate = 0; candidate < possible.length; candidate++) {
            for (int unit : possible[candidate]) {
                wanting.get(unit).add(candidate);
            }
        }
        return wanting.stream()
                .map(it -> it.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    /** What the unit is worth to the candidate; -1 if it is none of its possible ones. */
    long worth(int candidate, int unit) {
        for (int i = 0; i < possible[candidate].length; i++) {
            if (possible[candidate][i] == unit) {
                return worth[candidate][i];
            }
        }
        return -1;
    }

    boolean disturb(int one, int other) {
        return disturb[craft[one]][craft[other]];
    }
}
