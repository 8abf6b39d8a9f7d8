package ma.qutb.spaces.plan;

import java.util.List;
import ma.qutb.spaces.Shape;

/** From centimetres of the site to the drawing, which is always a thousand wide, so that lines and letters look alike on every plan. */
public final class Scale {

    private static final int WIDTH = 1000;
    private static final int LETTERS = 17;

    private final Sheet.Box box;

    Scale(Sheet.Box box) {
        this.box = box;
    }

    /** Height of the drawing. */
    public int height() {
        return (int) ((long) box.height() * WIDTH / box.width());
    }

    public String x(int centimetres) {
        return tenths((long) (centimetres - box.minX()) * WIDTH * 10 / box.width());
    }

    public String y(int centimetres) {
        return tenths((long) (centimetres - box.minY()) * WIDTH * 10 / box.width());
    }

    public String length(int centimetres) {
        return tenths((long) centimetres * WIDTH * 10 / box.width());
    }

    public String points(List<Integer> outline) {
        var text = new StringBuilder(outline.size() * 5);
        for (int i = 0; i < outline.size(); i += 2) {
            text.append(i == 0 ? "" : " ").append(x(outline.get(i))).append(',').append(y(outline.get(i + 1)));
        }
        return text.toString();
    }

    public String middleX(Shape shape) {
        return x((shape.minX() + shape.maxX()) / 2);
    }

    public String middleY(Shape shape) {
        return y((shape.minY() + shape.maxY()) / 2);
    }

    /** How large a text of so many letters is written in it: as large as anywhere, unless it would not fit. */
    public int letters(Shape shape, int many) {
        long high = (long) (shape.maxY() - shape.minY()) * WIDTH / box.width();
        long wide = (long) (shape.maxX() - shape.minX()) * WIDTH / box.width();
        return (int) Math.max(3, Math.min(LETTERS, Math.min(high * 45 / 100, wide * 14 / 10 / Math.max(2, many))));
    }

    private static String tenths(long tenths) {
        var rest = Math.abs(tenths % 10);
        return (tenths < 0 && tenths > -10 ? "-" : "") + tenths / 10 + (rest == 0 ? "" : "." + rest);
    }
}
