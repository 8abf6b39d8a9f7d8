package ma.qutb.spaces;

import java.util.Arrays;
import java.util.List;

/** An outline on a plan: x, y, x, y … in centimetres, y downwards. */
public record Shape(List<Integer> points) {

    public Shape {
        points = List.copyOf(points);
        if (points.size() < 6 || points.size() % 2 != 0) {
            throw new IllegalArgumentException("an outline has three corners or more");
        }
    }

    public static Shape of(Integer... points) {
        return new Shape(List.of(points));
    }

    public static Shape rectangle(int x, int y, int width, int height) {
        return of(x, y, x + width, y, x + width, y + height, x, y + height);
    }

    public int minX() {
        return least(0);
    }

    public int minY() {
        return least(1);
    }

    public int maxX() {
        return most(0);
    }

    public int maxY() {
        return most(1);
    }

    /** Whole square decimetres, by the corners. */
    public long area() {
        long twice = 0;
        int n = points.size();
        for (int i = 0; i < n; i += 2) {
            twice +=
                    (long) points.get(i) * points.get((i + 3) % n) - (long) points.get((i + 2) % n) * points.get(i + 1);
        }
        return Math.abs(twice) / 200;
    }

    /** Whether the boxes around both share a side or come this near to each other along one, corners left out. */
    public boolean beside(Shape other, int gap) {
        int across = Math.min(maxX(), other.maxX()) - Math.max(minX(), other.minX());
        int down = Math.min(maxY(), other.maxY()) - Math.max(minY(), other.minY());
        return across > 0 && down >= -gap || down > 0 && across >= -gap;
    }

    /** As the column keeps it. */
    public Integer[] column() {
        return points.toArray(Integer[]::new);
    }

    /** As SVG wants the points of a polygon. */
    public String svg() {
        var text = new StringBuilder();
        for (int i = 0; i < points.size(); i += 2) {
            text.append(i == 0 ? "" : " ").append(points.get(i)).append(',').append(points.get(i + 1));
        }
        return text.toString();
    }

    public static Shape ofColumn(Integer[] column) {
        return new Shape(Arrays.asList(column));
    }

    private int least(int from) {
        int least = points.get(from);
        for (int i = from; i < points.size(); i += 2) {
            least = Math.min(least, points.get(i));
        }
        return least;
    }

    private int most(int from) {
        int most = points.get(from);
        for (int i = from; i < points.size(); i += 2) {
            most = Math.max(most, points.get(i));
        }
        return most;
    }
}
