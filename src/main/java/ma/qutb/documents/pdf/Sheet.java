package ma.qutb.documents.pdf;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.qutb.shell.QrSquares;

/**
 * One sheet of a {@link Paper}. Every place is in millimetres from the top left corner of the sheet, text sits with its
 * baseline at the place given, and what is drawn later covers what was drawn before.
 */
public final class Sheet {

    static final double POINTS_PER_MM = 72 / 25.4;

    /** How far the handles of a Bézier curve reach to draw a quarter of a circle. */
    private static final double QUARTER_CIRCLE = 0.5523;

    private static final Pattern ISOLATED = Pattern.compile("[\u2066-\u2068][^\u2069]*\u2069");

    private final Paper paper;
    private final SheetSize size;
    private final Operators operators = new Operators();

    Sheet(Paper paper, SheetSize size) {
        this.paper = paper;
        this.size = size;
        // from here on one unit is a millimetre and y grows downwards
        operators.add("cm", POINTS_PER_MM, 0, 0, -POINTS_PER_MM, 0, size.height() * POINTS_PER_MM);
    }

    public SheetSize size() {
        return size;
    }

    /** The width of a line of text, in millimetres. */
    public double width(String text, TextStyle style) {
        return shape(text, style).width() * unit(style);
    }

    public Sheet text(String text, double x, double baseline, TextStyle style, Anchor anchor) {
        var line = shape(text, style);
        double unit = unit(style);
        operators.add("q").fill(style.ink());
        operators.add("cm", unit, 0, 0, -unit, anchor.leftOf(x, line.width() * unit), baseline);
        LineDrawing.draw(line, paper, operators);
        operators.add("Q");
        return this;
    }

    /** As {@code text}, in a smaller size where the line would be longer than the room it has. */
    public Sheet textWithin(double room, String text, double x, double baseline, TextStyle style, Anchor anchor) {
        double width = width(text, style);
        return text(text, x, baseline, width > room ? style.withPoints(style.points() * room / width) : style, anchor);
    }

    /**
     * Text over as many lines as it needs, each anchored at {@code x}.
     *
     * @param leading distance of baselines in millimetres
     * @return the baseline of the line that would come next
     */
    public double paragraph(
            String text, double x, double baseline, double width, double leading, TextStyle style, Anchor anchor) {
        double at = baseline;
        for (var line : lines(text, width, style)) {
            text(line, x, at, style, anchor);
            at += leading;
        }
        return at;
    }

    /** The lines a text takes in a column of the given width; a word longer than the column keeps a line of its own. */
    public List<String> lines(String text, double width, TextStyle style) {
        var lines = new ArrayList<String>();
        for (var written : keepTogether(text.strip()).split("\\R")) {
            var current = "";
            for (var word : written.strip().split("[ \\t]+")) {
                var longer = current.isEmpty() ? word : current + " " + word;
                if (!current.isEmpty() && width(longer, style) > width) {
                    lines.add(current);
                    current = word;
                } else {
                    current = longer;
                }
            }
            lines.add(current);
        }
        return lines;
    }

    /** A telephone or a number stands in isolates so that it keeps its own direction; it must not be cut at its spaces either. */
    private static String keepTogether(String text) {
        return ISOLATED.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(found.group().replace(' ', '\u00a0')));
    }

    public Sheet line(double fromX, double fromY, double toX, double toY, Ink ink, double thickness) {
        operators
                .stroke(ink, thickness)
                .add("m", fromX, fromY)
                .add("l", toX, toY)
                .add("S");
        return this;
    }

    public Sheet box(double x, double y, double width, double height, double radius, Ink ink) {
        operators.fill(ink);
        outline(x, y, width, height, radius);
        operators.add("f");
        return this;
    }

    public Sheet frame(double x, double y, double width, double height, double radius, Ink ink, double thickness) {
        operators.stroke(ink, thickness);
        outline(x, y, width, height, radius);
        operators.add("S");
        return this;
    }

    public Sheet ornament(Ornament ornament, double x, double y, double height, Ink ink) {
        double scale = height / ornament.height();
        operators.add("q").fill(ink).add("cm", scale, 0, 0, scale, x, y);
        ornament.path().outline(operators);
        operators.add("f*").add("Q");
        return this;
    }

    /** An ornament repeated sideways, stretched by a hair so that a whole number of them fills the width. */
    public Sheet border(Ornament ornament, double x, double y, double width, double height, Ink ink) {
        double natural = ornament.width() * height / ornament.height();
        long times = Math.max(1, Math.round(width / natural));
        double stretch = width / (times * natural);
        operators.add("q").add("cm", stretch, 0, 0, 1, x, y);
        for (int i = 0; i < times; i++) {
            ornament(ornament, i * natural, 0, height, ink);
        }
        operators.add("Q");
        return this;
    }

    /** A picture that fills the given room; what of it is too wide or too high is cut off evenly. */
    public Sheet picture(BufferedImage picture, double x, double y, double width, double height, double radius) {
        double scale = Math.max(width / picture.getWidth(), height / picture.getHeight());
        double drawnWidth = picture.getWidth() * scale;
        double drawnHeight = picture.getHeight() * scale;
        operators.add("q");
        outline(x, y, width, height, radius);
        operators.add("W").add("n");
        operators.add(
                "cm",
                drawnWidth,
                0,
                0,
                -drawnHeight,
                x - (drawnWidth - width) / 2,
                y + height + (drawnHeight - height) / 2);
        operators.raw("/" + paper.picture(this, picture) + " Do").add("Q");
        return this;
    }

    /** A QR code as one drawing, without the quiet margin of four modules that the caller leaves around it. */
    public Sheet qr(String content, double x, double y, double side, Ink ink) {
        return qr(QrSquares.onPaper(content), x, y, side, ink);
    }

    /** The same of squares that were made before, for example less thick ones for a long content. */
    public Sheet qr(QrSquares code, double x, double y, double side, Ink ink) {
        double module = side / code.side();
        operators.add("q").fill(ink).add("cm", module, 0, 0, module, x, y);
        code.runs().forEach(it -> operators.add("re", it.from(), it.row(), it.length(), 1));
        operators.add("f").add("Q");
        return this;
    }

    /** Draws with the paper turned anticlockwise about a point, which is the origin for what is drawn meanwhile. */
    public Sheet turned(double degrees, double x, double y, Runnable drawing) {
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        operators.add("q").add("cm", cos, -sin, sin, cos, x, y);
        drawing.run();
        operators.add("Q");
        return this;
    }

    /** Draws with the origin moved to a point, as when one card of several is laid on a sheet. */
    public Sheet moved(double x, double y, Runnable drawing) {
        return turned(0, x, y, drawing);
    }

    String operators() {
        return operators.toString();
    }

    private static ShapedLine shape(String text, TextStyle style) {
        return ShapedLine.of(text, style.typeface(), style.direction());
    }

    /** Millimetres in a thousandth of the text size. */
    private static double unit(TextStyle style) {
        return style.points() / POINTS_PER_MM / 1000;
    }

    private void outline(double x, double y, double width, double height, double radius) {
        if (radius <= 0) {
            operators.add("re", x, y, width, height);
            return;
        }
        double right = x + width;
        double bottom = y + height;
        double in = radius * (1 - QUARTER_CIRCLE);
        operators
                .add("m", x + radius, y)
                .add("l", right - radius, y)
                .add("c", right - in, y, right, y + in, right, y + radius)
                .add("l", right, bottom - radius)
                .add("c", right, bottom - in, right - in, bottom, right - radius, bottom)
                .add("l", x + radius, bottom)
                .add("c", x + in, bottom, x, bottom - in, x, bottom - radius)
                .add("l", x, y + radius)
                .add("c", x, y + in, x + in, y, x + radius, y)
                .add("h");
    }
}
