package ma.qutb.shell.chart;

import java.util.ArrayList;
import java.util.List;

/** Shapes on a sheet, in the order they are drawn; {@code tag/chart} writes them as SVG. */
public final class Drawing {

    private final int width;
    private final int height;
    private final List<Rule> rules = new ArrayList<>();
    private final List<Bar> bars = new ArrayList<>();
    private final List<Curve> curves = new ArrayList<>();
    private final List<Dot> dots = new ArrayList<>();
    private final List<Label> labels = new ArrayList<>();

    Drawing(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /** A straight line of the grid ({@code grid}) or the axis. */
    public record Rule(String x1, String y1, String x2, String y2, String css) {}

    /** A filled box; its title is what a pointer over it says. */
    public record Bar(String x, String y, String width, String height, String colour, String title) {}

    /** A drawn line or a filled area. */
    public record Curve(String path, String colour, boolean area) {}

    public record Dot(String x, String y, String colour, String title) {}

    /** Words; anchor {@code start}, {@code middle} or {@code end}. */
    public record Label(String x, String y, String anchor, String css, String text) {}

    void rule(double x1, double y1, double x2, double y2, String css) {
        rules.add(new Rule(at(x1), at(y1), at(x2), at(y2), css));
    }

    void bar(double x, double y, double width, double height, String colour, String title) {
        bars.add(new Bar(at(x), at(y), at(width), at(Math.max(height, 0)), colour, title));
    }

    void curve(String path, String colour, boolean area) {
        curves.add(new Curve(path, colour, area));
    }

    void dot(double x, double y, String colour, String title) {
        dots.add(new Dot(at(x), at(y), colour, title));
    }

    void label(double x, double y, String anchor, String css, String text) {
        labels.add(new Label(at(x), at(y), anchor, css, text));
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public List<Rule> rules() {
        return rules;
    }

    public List<Bar> bars() {
        return bars;
    }

    public List<Curve> curves() {
        return curves;
    }

    public List<Dot> dots() {
        return dots;
    }

    public List<Label> labels() {
        return labels;
    }

    /** A coordinate with at most one decimal, always with a point. */
    static String at(double value) {
        var tenths = Math.round(value * 10);
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : Double.toString(tenths / 10.0);
    }
}
