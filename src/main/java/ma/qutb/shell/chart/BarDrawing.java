package ma.qutb.shell.chart;

import java.util.stream.IntStream;
import ma.qutb.shell.Page;

/** Bars, side by side or on top of each other. */
class BarDrawing {

    private static final double WIDEST = 50;

    private final Chart chart;
    private final boolean stacked;
    private final boolean mirrored;
    private final Plane plane;

    BarDrawing(Chart chart, Page page) {
        this.chart = chart;
        this.stacked = chart.kind() == Chart.Kind.STACKED;
        this.mirrored = page.rtl();
        this.plane = new Plane(
                chart,
                page,
                stacked
                        ? IntStream.range(0, chart.categories().size())
                                .mapToDouble(this::height)
                                .max()
                                .orElse(0)
                        : chart.series().stream()
                                .mapToDouble(Series::highest)
                                .max()
                                .orElse(0),
                stacked ? 48 : 20 + 34.0 * Math.max(1, chart.series().size()));
    }

    private double height(int category) {
        return chart.series().stream()
                .map(it -> it.at(category))
                .filter(it -> it != null)
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    Drawing draw() {
        plane.axes();
        for (int category = 0; category < chart.categories().size(); category++) {
            if (stacked) {
                stack(category);
            } else {
                beside(category);
            }
        }
        return plane.drawing();
    }

    private void stack(int category) {
        double width = Math.min(WIDEST, plane.band() * .62);
        double reached = 0;
        for (int i = 0; i < chart.series().size(); i++) {
            var series = chart.series().get(i);
            var value = series.at(category);
            if (value != null && value > 0) {
                double top = plane.y(reached + value);
                plane.drawing()
                        .bar(
                                plane.x(category) - width / 2,
                                top,
                                width,
                                plane.y(reached) - top - 1,
                                Chart.colour(i),
                                plane.title(category, series));
                reached += value;
            }
        }
        if (reached > 0) {
            plane.drawing().label(plane.x(category), plane.y(reached) - 6, "middle", "v", plane.figure(reached));
        }
    }

    private void beside(int category) {
        int count = chart.series().size();
        double width = Math.min(WIDEST, plane.band() * .8 / Math.max(count, 1) - 2);
        for (int i = 0; i < count; i++) {
            var series = chart.series().get(i);
            var value = series.at(category);
            if (value != null) {
                double offset = (i - (count - 1) / 2.0) * (width + 2);
                double middle = plane.x(category) + (mirrored ? -offset : offset);
                double top = plane.y(value);
                plane.drawing()
                        .bar(
                                middle - width / 2,
                                top,
                                width,
                                plane.floor() - top,
                                Chart.colour(i),
                                plane.title(category, series));
                plane.drawing().label(middle, top - 6, "middle", "v", plane.figure(value));
            }
        }
    }
}
