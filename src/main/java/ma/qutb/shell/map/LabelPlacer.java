package ma.qutb.shell.map;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds room for the names of places beside their marks; a name that fits nowhere is left out and stays on the mark's title. */
public final class LabelPlacer {

    private static final double LETTER = 8.2;
    private static final double LINE = 19;

    private final int width;
    private final int height;
    private final List<Box> taken = new ArrayList<>();

    LabelPlacer(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /** Where a name is written from; anchor {@code start}, {@code middle} or {@code end}, seen from left to right. */
    public record Spot(String x, String y, String anchor) {}

    private record Box(double x1, double y1, double x2, double y2) {

        boolean meets(Box other) {
            return x1 < other.x2 && other.x1 < x2 && y1 < other.y2 && other.y1 < y2;
        }
    }

    void keepClear(double x, double y, double radius) {
        taken.add(new Box(x - radius, y - radius, x + radius, y + radius));
    }

    @Nullable
    Spot find(String name, double x, double y, double radius, boolean big) {
        double length = name.codePointCount(0, name.length()) * (big ? LETTER * 1.25 : LETTER);
        double away = radius + 6;
        // East, west, below, above, then the four corners.
        double[][] tries = {
            {x + away, y, 0}, {x - away, y, 2}, {x, y + away + 12, 1}, {x, y - away - 8, 1},
            {x + away, y + 14, 0}, {x + away, y - 14, 0}, {x - away, y + 14, 2}, {x - away, y - 14, 2}
        };
        for (var attempt : tries) {
            double start = attempt[0] - length * attempt[2] / 2;
            var box = new Box(start, attempt[1] - LINE / 2, start + length, attempt[1] + LINE / 2);
            boolean inside = box.x1 > 2 && box.x2 < width - 2 && box.y1 > 2 && box.y2 < height - 2;
            if (inside && taken.stream().noneMatch(box::meets)) {
                taken.add(box);
                return new Spot(
                        PlaceMap.at(attempt[0]),
                        PlaceMap.at(attempt[1] + 5),
                        attempt[2] == 0 ? "start" : attempt[2] == 1 ? "middle" : "end");
            }
        }
        return null;
    }
}
