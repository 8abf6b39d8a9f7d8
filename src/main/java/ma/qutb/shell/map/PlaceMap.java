package ma.qutb.shell.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A map of some places: frames them, lays the sketch beneath, and finds room for their names. */
public final class PlaceMap {

    private static final int WIDTH = 760;
    private static final double MARGIN = .55;
    private static final double NARROWEST = 2.4;

    private final double west;
    private final double north;
    private final double scaleX;
    private final double scaleY;
    private final int height;
    private final List<Placed> places = new ArrayList<>();
    private final String label;

    private PlaceMap(String label, List<MapPoint> points) {
        this.label = label;
        double west = points.stream().mapToDouble(MapPoint::longitude).min().orElse(-12) - MARGIN;
        double east = points.stream().mapToDouble(MapPoint::longitude).max().orElse(-8) + MARGIN * 1.6;
        double south = points.stream().mapToDouble(MapPoint::latitude).min().orElse(27) - MARGIN;
        double north = points.stream().mapToDouble(MapPoint::latitude).max().orElse(30) + MARGIN;
        double widen = Math.max(0, NARROWEST - (east - west)) / 2;
        this.west = west - widen;
        this.north = north + Math.max(0, NARROWEST * .6 - (north - south)) / 2;
        double bottom = south - Math.max(0, NARROWEST * .6 - (north - south)) / 2;
        scaleX = WIDTH / (east + widen - this.west);
        // A degree of longitude is shorter than one of latitude, by the cosine of the latitude.
        scaleY = scaleX / Math.cos(Math.toRadians((this.north + bottom) / 2));
        height = (int) Math.round(Math.clamp((this.north - bottom) * scaleY, 320, 760));
        var names = new LabelPlacer(WIDTH, height);
        points.forEach(it -> names.keepClear(x(it.longitude()), y(it.latitude()), radius(it)));
        points.stream()
                .sorted(Comparator.comparing(MapPoint::pole)
                        .thenComparing(MapPoint::weight)
                        .reversed())
                .forEach(it -> places.add(place(it, names)));
    }

    /** Frames all of the points. */
    public static PlaceMap of(String label, List<MapPoint> points) {
        return new PlaceMap(label, points);
    }

    /** A point with its place on the sheet and where its name stands; without a name where there was no room. */
    public record Placed(
            MapPoint point, String mark, @Nullable String gem, LabelPlacer.@Nullable Spot name) {}

    private Placed place(MapPoint point, LabelPlacer names) {
        double x = x(point.longitude());
        double y = y(point.latitude());
        double radius = radius(point);
        return new Placed(
                point,
                lozenge(x, y, radius),
                point.pole() ? lozenge(x, y, radius * .4) : null,
                names.find(point.name(), x, y, radius, point.pole()));
    }

    private static double radius(MapPoint point) {
        return point.pole() ? 18 : 4 + 3.0 * Math.clamp(point.weight(), 1, 3);
    }

    private static String lozenge(double x, double y, double radius) {
        return "M" + at(x) + " " + at(y - radius) + "L" + at(x + radius) + " " + at(y) + "L" + at(x) + " "
                + at(y + radius) + "L" + at(x - radius) + " " + at(y) + "Z";
    }

    private double x(double longitude) {
        return (longitude - west) * scaleX;
    }

    private double y(double latitude) {
        return (north - latitude) * scaleY;
    }

    static String at(double value) {
        return Long.toString(Math.round(value));
    }

    private String line(double[][] points) {
        var path = new StringBuilder();
        for (var point : points) {
            path.append(path.isEmpty() ? "M" : "L")
                    .append(at(x(point[1])))
                    .append(' ')
                    .append(at(y(point[0])));
        }
        return path.toString();
    }

    public String label() {
        return label;
    }

    public int width() {
        return WIDTH;
    }

    public int height() {
        return height;
    }

    public List<Placed> places() {
        return places;
    }

    public String coast() {
        return line(Sketch.COAST);
    }

    /** The ocean: from the coast to far in the west. */
    public String sea() {
        return line(Sketch.COAST) + "L" + at(x(-30)) + " " + at(y(25.4)) + "L" + at(x(-30)) + " " + at(y(33.6)) + "Z";
    }

    public List<String> rivers() {
        return List.of(line(Sketch.DRAA), line(Sketch.SAGUIA));
    }

    /** Where the ocean's name stands; null when the frame shows too little of it. */
    public LabelPlacer.@Nullable Spot ocean() {
        double x = WIDTH * .12;
        double y = height * .16;
        double latitude = north - y / scaleY;
        double longitude = west + (x + 110) / scaleX;
        return longitude < coastAt(latitude) ? new LabelPlacer.Spot(at(x), at(y), "start") : null;
    }

    private static double coastAt(double latitude) {
        for (int i = 1; i < Sketch.COAST.length; i++) {
            var above = Sketch.COAST[i - 1];
            var below = Sketch.COAST[i];
            if (latitude <= above[0] && latitude >= below[0]) {
                double part = above[0] == below[0] ? 0 : (above[0] - latitude) / (above[0] - below[0]);
                return above[1] + part * (below[1] - above[1]);
            }
        }
        return -30;
    }
}
