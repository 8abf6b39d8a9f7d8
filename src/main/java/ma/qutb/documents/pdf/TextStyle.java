package ma.qutb.documents.pdf;

/**
 * How text looks.
 *
 * @param points size in typographic points
 */
public record TextStyle(Typeface typeface, double points, Ink ink, Direction direction) {

    public static TextStyle arabic(Typeface typeface, double points, Ink ink) {
        return new TextStyle(typeface, points, ink, Direction.RIGHT_TO_LEFT);
    }

    public static TextStyle latin(Typeface typeface, double points, Ink ink) {
        return new TextStyle(typeface, points, ink, Direction.LEFT_TO_RIGHT);
    }

    public TextStyle withPoints(double other) {
        return new TextStyle(typeface, other, ink, direction);
    }

    public TextStyle withInk(Ink other) {
        return new TextStyle(typeface, points, other, direction);
    }
}
