package ma.qutb.spaces.award;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.qutb.spaces.Nuisance;
import ma.qutb.spaces.allocation.Allocation;
import ma.qutb.spaces.allocation.Candidate;
import ma.qutb.spaces.allocation.CraftNature;
import ma.qutb.spaces.allocation.Instance;
import ma.qutb.spaces.allocation.OfferedUnit;
import ma.qutb.spaces.allocation.Quota;
import ma.qutb.spaces.allocation.Weights;
import ma.qutb.spaces.draw.Fingerprint;

/**
 * All that decides an allocation, and what came of it, as text: a line for each thing, fields parted by tabs, numbers before names. What is
 * kept is read back as it was, so a result can be computed again from it.
 *
 * @param parts what a point of score was multiplied by
 */
record AllocationFile(int parts, Instance instance) {

    private static final String TITLE = "qutb-allocation\t1";
    private static final String NOTHING = "-";

    String text() {
        var lines = new ArrayList<String>();
        lines.add(TITLE);
        lines.add(line("parts", String.valueOf(parts)));
        var weights = instance.weights();
        lines.add(line("weights", weights.score(), weights.draw(), weights.wish(), weights.cluster()));
        instance.quotas().forEach(it -> lines.add(line("quota", it.group(), it.units())));
        instance.crafts().forEach((code, it) -> lines.add(line("craft", code, written(it.causes()))));
        instance.units()
                .forEach(it -> lines.add(line(
                        "unit",
                        it.number(),
                        it.accessible() ? 1 : 0,
                        written(it.walls()),
                        listed(it.crafts()),
                        listed(it.neighbours()))));
        instance.candidates()
                .forEach(it -> lines.add(line(
                        "application",
                        it.number(),
                        it.place(),
                        it.score(),
                        it.complete() ? 1 : 0,
                        it.needsAccess() ? 1 : 0,
                        it.craft(),
                        listed(it.groups()),
                        listed(it.wishes()))));
        return String.join("\n", lines) + "\n";
    }

    static AllocationFile parse(String text) {
        var lines = text.lines().map(it -> it.split("\t", -1)).toList();
        if (lines.size() < 3 || !text.startsWith(TITLE + "\n")) {
            throw new IllegalArgumentException("not the input of an allocation");
        }
        var crafts = new TreeMap<String, CraftNature>();
        of(lines, "craft").forEach(it -> crafts.put(it[1], CraftNature.of(it[1], nuisance(it[2]))));
        var weights = of(lines, "weights").findFirst().orElseThrow();
        return new AllocationFile(
                Integer.parseInt(of(lines, "parts").findFirst().orElseThrow()[1]),
                new Instance(
                        of(lines, "unit").map(AllocationFile::unit).toList(),
                        of(lines, "application").map(AllocationFile::candidate).toList(),
                        crafts,
                        of(lines, "quota")
                                .map(it -> new Quota(it[1], Integer.parseInt(it[2])))
                                .toList(),
                        new Weights(number(weights, 1), number(weights, 2), number(weights, 3), number(weights, 4))));
    }

    /** What came of it, with the fingerprint of what it came of. */
    static String result(String input, Allocation it) {
        var lines = new ArrayList<String>();
        lines.add("qutb-allocation-result\t1");
        lines.add(line("input-sha256", Fingerprint.sha256(input)));
        lines.add(line("value", it.value()));
        lines.add(line("bound", it.bound()));
        lines.add(line("proven", it.proven() ? 1 : 0));
        it.holders().forEach((unit, number) -> lines.add(line("holder", unit, number)));
        return String.join("\n", lines) + "\n";
    }

    /** Number of the application by number of the unit. */
    static SortedMap<String, String> holders(String result) {
        var holders = new TreeMap<String, String>();
        of(result.lines().map(it -> it.split("\t", -1)).toList(), "holder").forEach(it -> holders.put(it[1], it[2]));
        return holders;
    }

    static Allocation allocation(String result) {
        var lines = result.lines().map(it -> it.split("\t", -1)).toList();
        return new Allocation(
                holders(result),
                number(of(lines, "value").findFirst().orElseThrow(), 1),
                number(of(lines, "bound").findFirst().orElseThrow(), 1),
                of(lines, "proven").findFirst().orElseThrow()[1].equals("1"));
    }

    private static OfferedUnit unit(String[] it) {
        return new OfferedUnit(
                it[1], Set.copyOf(list(it[4])), it[2].equals("1"), nuisance(it[3]), new TreeSet<>(list(it[5])));
    }

    /** A party applies once in a call: the application stands for it. */
    private static Candidate candidate(String[] it) {
        return new Candidate(
                it[1],
                it[1],
                it[6],
                number(it, 3),
                it[4].equals("1"),
                it[5].equals("1"),
                Set.copyOf(list(it[7])),
                list(it[8]),
                Integer.parseInt(it[2]));
    }

    private static Stream<String[]> of(List<String[]> lines, String kind) {
        return lines.stream().filter(it -> it[0].equals(kind));
    }

    private static long number(String[] line, int at) {
        return Long.parseLong(line[at]);
    }

    private static String line(Object... fields) {
        return Arrays.stream(fields).map(String::valueOf).collect(Collectors.joining("\t"));
    }

    private static String written(Nuisance it) {
        return it.noise() + "," + it.dust() + "," + it.fire() + "," + it.smell();
    }

    private static Nuisance nuisance(String text) {
        var grades = Arrays.stream(text.split(",")).mapToInt(Integer::parseInt).toArray();
        return new Nuisance(grades[0], grades[1], grades[2], grades[3]);
    }

    private static String listed(Collection<String> several) {
        return several.isEmpty() ? NOTHING : String.join(",", several);
    }

    private static List<String> list(String text) {
        return text.equals(NOTHING) ? List.of() : List.of(text.split(","));
    }
}
