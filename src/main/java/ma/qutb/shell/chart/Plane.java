package ma.qutb.shell.chart;

import ma.qutb.shell.Page;

/** The field of a chart with its axis: turns categories and values into places, mirrored where the page runs right to left. */
class Plane {

    private static final int SIDE = 46;
    private static final int ABOVE = 22;
    private static final int FIELD = 180;
    private static final int HEIGHT = ABOVE + FIELD + 32;
    private static final int STEPS = 4;

    private final Chart chart;
    private final Page page;
    private final double band;
    private final double top;
    private final Drawing drawing;

    Plane(Chart chart, Page page, double highest, double band) {
        this.chart = chart;
        this.page = page;
        this.top = roundedUp(highest);
        int count = Math.max(chart.categories().size(), 1);
        // Few categories are spread out so that one or two bars do not become towers.
        this.band = Math.max(band, 300.0 / count);
        this.drawing = new Drawing((int) Math.round(SIDE + this.band * count + 12), HEIGHT);
    }

    /** The smallest of 1, 2, 2.5, 4, 5 … times a power of ten that the steps of the axis can share and that holds the value. */
    static double roundedUp(double highest) {
        if (highest <= 0) {
            return STEPS;
        }
        double power = Math.pow(10, Math.floor(Math.log10(highest)));
        for (double factor : new double[] {1, 1.2, 1.6, 2, 2.4, 3.2, 4, 5, 6, 8, 10}) {
            double top = factor * power;
            // Whole things are not counted in halves.
            if (top >= highest && (top > STEPS || top == STEPS)) {
                return top;
            }
        }
        return Math.max(STEPS, 10 * power);
    }

    Drawing drawing() {
        return drawing;
    }

    double band() {
        return band;
    }

    /** The middle of a category. */
    double x(int category) {
        return mirrored(SIDE + band * (category + .5));
    }

    double y(double value) {
        return ABOVE + FIELD * (1 - value / top);
    }

    double floor() {
        return ABOVE + FIELD;
    }

    private double mirrored(double x) {
        return page.rtl() ? drawing.width() - x : x;
    }

    void axes() {
        for (int step = 0; step <= STEPS; step++) {
            double value = top * step / STEPS;
            drawing.rule(
                    mirrored(SIDE), y(value), mirrored(drawing.width() - 4), y(value), step == 0 ? "axis" : "grid");
            drawing.label(mirrored(SIDE - 8), y(value) + 4, page.rtl() ? "start" : "end", "", page.decimal(value, 1));
        }
        for (int i = 0; i < chart.categories().size(); i++) {
            drawing.label(x(i), floor() + 22, "middle", "", chart.categories().get(i));
        }
    }

    String title(int category, Series series) {
        var name = series.name().isEmpty() ? "" : " · " + series.name();
        return chart.categories().get(category) + name + ": " + Chart.figure(page, series.at(category))
                + (chart.unit().isEmpty() ? "" : " " + chart.unit());
    }

    String figure(double value) {
        return page.decimal(value, 1);
    }
}
