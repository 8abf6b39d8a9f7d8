package ma.qutb.spaces.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import ma.qutb.registry.LocalName;
import ma.qutb.spaces.Shape;
import ma.qutb.spaces.UnitKind;
import ma.qutb.spaces.unit.NewUnit;

/** What a file says of a level, line by line, with whatever is wrong in it. Lengths are whole centimetres, y downwards. */
public final class PlanFile {

    private final List<Row> units = new ArrayList<>();
    private final List<Drawing> drawings = new ArrayList<>();
    private final Map<String, LocalName> blocks = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private int floor;
    private List<Integer> box = List.of();

    /**
     * A unit.
     *
     * @param block code or name of the block it lies in
     * @param area whole square decimetres
     */
    public record Row(
            int line, String number, UnitKind kind, Optional<String> block, Optional<Integer> area, Shape shape) {}

    /** Something drawn beside the units. */
    public record Drawing(String kind, List<Integer> points, LocalName name) {}

    /** What is wrong, and where; its words are {@code spaces.import.problem.<code>}. */
    public record Problem(int line, String code, List<Object> arguments) {}

    /** Takes in a unit, or says why not. */
    void unit(
            int line,
            String number,
            String kind,
            Optional<String> block,
            Optional<Integer> area,
            List<Integer> outline) {
        var known = number.strip().toUpperCase(Locale.ROOT);
        if (known.isEmpty()) {
            problem(line, "number-missing");
            return;
        }
        if (!NewUnit.wellFormed(known)) {
            problem(line, "number-form", known);
            return;
        }
        var before = lines.putIfAbsent(known, line);
        if (before != null) {
            problem(line, "number-twice", known, before);
            return;
        }
        var what = kind.isBlank() ? "shop" : kind.strip().toLowerCase(Locale.ROOT);
        if (!UnitKind.codes().contains(what)) {
            problem(line, "kind-unknown", known, kind);
            return;
        }
        if (outline.size() < 6 || new Shape(outline).area() == 0) {
            problem(line, "outline", known);
            return;
        }
        units.add(new Row(line, known, UnitKind.of(what), block, area, new Shape(outline)));
    }

    void drawing(String kind, List<Integer> points, LocalName name) {
        drawings.add(new Drawing(kind, List.copyOf(points), name));
    }

    void block(String code, LocalName name) {
        blocks.put(code, name);
    }

    void problem(int line, String code, Object... arguments) {
        problems.add(new Problem(line, code, List.of(arguments)));
    }

    void on(int level) {
        floor = level;
    }

    void within(List<Integer> corners) {
        box = List.copyOf(corners);
    }

    public List<Row> units() {
        return Collections.unmodifiableList(units);
    }

    public List<Drawing> drawings() {
        return Collections.unmodifiableList(drawings);
    }

    Map<String, LocalName> blocks() {
        return Collections.unmodifiableMap(blocks);
    }

    /** In the order of the lines. */
    public List<Problem> problems() {
        return problems.stream()
                .sorted(java.util.Comparator.comparingInt(Problem::line))
                .toList();
    }

    int floor() {
        return floor;
    }

    /** Smallest x and y, then width and height: as the file says, or around all that is in it. */
    List<Integer> box() {
        if (!box.isEmpty()) {
            return box;
        }
        int margin = 100;
        int minX = units.stream().mapToInt(it -> it.shape().minX()).min().orElse(0) - margin;
        int minY = units.stream().mapToInt(it -> it.shape().minY()).min().orElse(0) - margin;
        int maxX = units.stream().mapToInt(it -> it.shape().maxX()).max().orElse(1000) + margin;
        int maxY = units.stream().mapToInt(it -> it.shape().maxY()).max().orElse(1000) + margin;
        return List.of(minX, minY, maxX - minX, maxY - minY);
    }
}
