package ma.qutb.spaces.unit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import ma.qutb.spaces.Shape;
import org.jspecify.annotations.Nullable;

/** How outlines on the plan follow when units are split and merged; where it cannot be known it is drawn by hand afterwards. */
final class Outlines {

    /** Two outlines fill the box around them if no more than a twentieth of it is wall. */
    private static final int WALLS = 20;

    private Outlines() {}

    /** Slices across the longer side, as wide as their areas say; a null for each where the whole is not drawn. */
    static List<@Nullable Shape> split(Optional<Shape> whole, List<Optional<Integer>> areas) {
        var box = whole.orElse(null);
        if (box == null) {
            return Collections.nCopies(areas.size(), null);
        }
        int width = box.maxX() - box.minX();
        int height = box.maxY() - box.minY();
        boolean across = width >= height;
        long all = areas.stream().mapToLong(it -> it.orElse(1)).sum();
        var slices = new ArrayList<@Nullable Shape>();
        long before = 0;
        for (var area : areas) {
            long after = before + area.orElse(1);
            int side = across ? width : height;
            int from = (int) (before * side / all);
            int to = (int) (after * side / all);
            slices.add(
                    across
                            ? Shape.rectangle(box.minX() + from, box.minY(), to - from, height)
                            : Shape.rectangle(box.minX(), box.minY() + from, width, to - from));
            before = after;
        }
        return slices;
    }

    /** The box around them, if they fill it. */
    static @Nullable Shape merge(List<Optional<Shape>> parts) {
        if (parts.stream().anyMatch(Optional::isEmpty)) {
            return null;
        }
        var shapes = parts.stream().flatMap(Optional::stream).toList();
        int minX = shapes.stream().mapToInt(Shape::minX).min().orElseThrow();
        int minY = shapes.stream().mapToInt(Shape::minY).min().orElseThrow();
        int maxX = shapes.stream().mapToInt(Shape::maxX).max().orElseThrow();
        int maxY = shapes.stream().mapToInt(Shape::maxY).max().orElseThrow();
        var box = Shape.rectangle(minX, minY, maxX - minX, maxY - minY);
        long filled = shapes.stream().mapToLong(Shape::area).sum();
        return (box.area() - filled) * WALLS <= box.area() ? box : null;
    }
}
