package ma.qutb.materials.fund;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import ma.qutb.documents.pdf.Anchor;
import ma.qutb.documents.pdf.Ink;
import ma.qutb.documents.pdf.SheetFlow;
import ma.qutb.documents.pdf.Typeface;
import ma.qutb.shell.Formats;
import ma.qutb.shell.chart.Axis;

/** The drawings of a report, of lines and boxes: time runs as the page is read. */
final class ReportCharts {

    private static final double BAR = 7;
    private static final int STEPS = 4;

    private final SheetFlow flow;
    private final ReportWords words;

    ReportCharts(SheetFlow flow, ReportWords words) {
        this.flow = flow;
        this.words = words;
    }

    /** A capital test: how much there is as a bar, and a mark where whole is. */
    void test(String name, CapitalTest test, Function<Long, String> figure) {
        flow.room(24);
        double top = flow.y();
        if (!test.asked()) {
            flow.text(name, 0, top + 4, 80, flow.bold());
            pill(words.say("materials.fund.test.empty"), SheetFlow.WIDTH, top + 0.6, Ink.TEXT_QUIET);
            flow.down(9);
            return;
        }
        var good = test.passed();
        var state = words.say(good ? "materials.fund.test.passed" : "materials.fund.test.failed");
        flow.text(name, 0, top + 4, 80, flow.bold());
        pill(state, SheetFlow.WIDTH, top + 0.6, good ? Ink.OASIS_600 : Ink.POME_500);
        double bar = top + 7.5;
        double whole = SheetFlow.WIDTH;
        flow.box(0, bar, whole, BAR, 1.2, Ink.SILVER_200);
        double length = FundPage.length(test) / 100 * whole;
        if (length > 0) {
            flow.box(0, bar, length, BAR, Math.min(1.2, length / 2), good ? Ink.OASIS_600 : Ink.POME_500);
        }
        double mark = flow.x(FundPage.target(test) / 100 * whole);
        flow.sheet().line(mark, bar - 1.4, mark, bar + BAR + 1.4, Ink.NILA_900, 0.8);
        double under = bar + BAR + 5.4;
        flow.text(
                words.say("materials.fund.test.has") + " " + alone(figure.apply(test.has())) + " ("
                        + alone(words.percent(test.share())) + ")",
                0,
                under,
                whole / 3 - 2,
                flow.plain());
        flow.sheet()
                .textWithin(
                        whole / 3 - 2,
                        words.say("materials.fund.test.given") + " " + alone(figure.apply(test.needs())),
                        flow.x(whole / 2),
                        under,
                        flow.quiet(),
                        Anchor.CENTER);
        var over = words.say(good ? "materials.fund.test.more" : "materials.fund.test.missing") + " "
                + alone(figure.apply(Math.abs(test.over())));
        flow.sheet().textWithin(whole / 3 - 2, over, flow.x(whole), under, flow.bold(), flow.end());
        flow.down(BAR + 18);
    }

    /** A word on a coloured ground, ending at a place along the line. */
    void pill(String text, double end, double top, Ink ink) {
        var style = flow.style(Typeface.BOLD, 7.6, Ink.WHITE);
        double width = flow.sheet().width(text, style) + 5;
        flow.box(end - width, top, width, 4.8, 2.4, ink);
        flow.sheet().text(text, flow.x(end - width / 2), top + 3.4, style, Anchor.CENTER);
    }

    /** What a month came to, and what it is measured against; nothing where it was not known. */
    record MonthPoint(String month, OptionalDouble value, double needed) {}

    /** A line over the months beside the line of what was entrusted. */
    void months(String title, String measured, double along, double width, List<MonthPoint> points) {
        double top = flow.y() + 4;
        flow.text(title, along, top, width, flow.bold());
        legend(measured, along, top + 5, Ink.NILA_600);
        legend(words.say("materials.fund.history.given"), along + width / 2, top + 5, Ink.OCHRE_500);
        double field = top + 10;
        double height = 42;
        double highest = points.stream()
                .mapToDouble(it -> Math.max(it.needed(), it.value().orElse(0)))
                .max()
                .orElse(1);
        double most = Axis.top(highest);
        double left = along + 13;
        double wide = width - 15;
        var small = flow.style(Typeface.TEXT, 6.6, Ink.TEXT_QUIET);
        for (int step = 0; step <= STEPS; step++) {
            double at = field + height * (1 - step / (double) STEPS);
            line(left, at, left + wide, at, step == 0 ? Ink.TEXT_QUIET : Ink.SILVER_200, 0.2);
            flow.sheet()
                    .text(
                            Formats.decimal(words.language(), most * step / STEPS, 1),
                            flow.x(left - 1.5),
                            at + 0.9,
                            small,
                            flow.end());
        }
        double band = wide / Math.max(1, points.size());
        int every = Math.max(1, (int) Math.ceil(points.size() * 9.5 / wide));
        for (int i = 0; i < points.size(); i++) {
            double middle = left + band * (i + 0.5);
            if ((points.size() - 1 - i) % every == 0) {
                flow.sheet().text(points.get(i).month(), flow.x(middle), field + height + 4, small, Anchor.CENTER);
            }
        }
        draw(
                points,
                it -> OptionalDouble.of(it.needed()),
                left,
                band,
                field,
                height / most,
                height,
                Ink.OCHRE_500,
                0.5);
        draw(points, MonthPoint::value, left, band, field, height / most, height, Ink.NILA_600, 0.9);
    }

    /** How high {@link #months} is. */
    static double monthsHeight() {
        return 62;
    }

    private void draw(
            List<MonthPoint> points,
            Function<MonthPoint, OptionalDouble> value,
            double left,
            double band,
            double field,
            double scale,
            double height,
            Ink ink,
            double thickness) {
        var last = new double[] {Double.NaN, 0};
        for (int i = 0; i < points.size(); i++) {
            var known = value.apply(points.get(i));
            if (known.isEmpty()) {
                last[0] = Double.NaN;
                continue;
            }
            double along = left + band * (i + 0.5);
            double at = field + height - Math.max(0, known.getAsDouble()) * scale;
            if (!Double.isNaN(last[0])) {
                line(last[0], last[1], along, at, ink, thickness);
            }
            double dot = thickness + 0.5;
            flow.box(along - dot / 2, at - dot / 2, dot, dot, dot / 2, ink);
            last[0] = along;
            last[1] = at;
        }
    }

    /** Bars with names and figures, the longest as long as there is room. */
    record Bar(String name, long value, String figure, Ink ink) {}

    void bars(List<Bar> bars) {
        double named = 50;
        double said = 34;
        double room = SheetFlow.WIDTH - named - said;
        double most = Math.max(
                1, bars.stream().mapToLong(it -> Math.abs(it.value())).max().orElse(1));
        flow.down(2);
        for (var bar : bars) {
            flow.room(7.5);
            double top = flow.y();
            flow.text(bar.name(), 0, top + 4.2, named - 3, flow.plain());
            double length = Math.max(0.3, room * Math.abs(bar.value()) / most);
            flow.box(named, top + 0.6, length, 5, Math.min(0.8, length / 2), bar.ink());
            flow.sheet()
                    .textWithin(
                            said - 2,
                            bar.figure(),
                            flow.x(named + length + 2),
                            top + 4.3,
                            SheetFlow.figures(flow.bold()),
                            flow.start());
            flow.down(7.2);
        }
        flow.down(2);
    }

    private void legend(String text, double along, double baseline, Ink ink) {
        flow.box(along, baseline - 2, 4, 1.4, 0.4, ink);
        flow.text(text, along + 5.5, baseline, 40, flow.quiet());
    }

    private void line(double from, double fromY, double to, double toY, Ink ink, double thickness) {
        flow.sheet().line(flow.x(from), fromY, flow.x(to), toY, ink, thickness);
    }

    /** A figure in a line of words keeps its own direction. */
    private static String alone(String figure) {
        return "\u2068" + figure + "\u2069";
    }

    /** The points of both capitals, month by month, at most so many. */
    static List<MonthPoint> points(
            FundReport report,
            ReportWords words,
            int most,
            Function<FundSheet.MonthEnd, OptionalDouble> value,
            Function<Founding, Double> needed) {
        var points = new ArrayList<MonthPoint>();
        report.months()
                .forEach((month, end) -> points.add(new MonthPoint(
                        "%02d/%02d".formatted(month.getMonthValue(), month.getYear() % 100),
                        value.apply(end),
                        needed.apply(end.given()))));
        return points.subList(Math.max(0, points.size() - most), points.size());
    }
}
