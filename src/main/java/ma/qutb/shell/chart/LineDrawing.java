package ma.qutb.shell.chart;

import ma.qutb.shell.Page;

/** A line for each series; a gap where nothing is known. The last known value is written beside its dot. */
class LineDrawing {

    private final Chart chart;
    private final Plane plane;

    LineDrawing(Chart chart, Page page) {
        this.chart = chart;
        this.plane = new Plane(
                chart,
                page,
                chart.series().stream().mapToDouble(Series::highest).max().orElse(0),
                50);
    }

    Drawing draw() {
        plane.axes();
        for (int i = 0; i < chart.series().size(); i++) {
            line(chart.series().get(i), Chart.colour(i));
        }
        return plane.drawing();
    }

    private void line(Series series, String colour) {
        var path = new StringBuilder();
        boolean drawing = false;
        int last = -1;
        for (int category = 0; category < chart.categories().size(); category++) {
            var value = series.at(category);
            if (value == null) {
                drawing = false;
                continue;
            }
            path.append(drawing ? 'L' : 'M')
                    .append(Drawing.at(plane.x(category)))
                    .append(' ')
                    .append(Drawing.at(plane.y(value)));
            plane.drawing().dot(plane.x(category), plane.y(value), colour, plane.title(category, series));
            drawing = true;
            last = category;
        }
        if (last >= 0) {
            plane.drawing().curve(path.toString(), colour, false);
            double value = java.util.Objects.requireNonNull(series.at(last));
            plane.drawing().label(plane.x(last), plane.y(value) - 10, "middle", "v halo", plane.figure(value));
        }
    }
}
