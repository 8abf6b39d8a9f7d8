package ma.qutb.shell.chart;

/** The axis of values, for whoever draws a chart on something else than a page. */
public final class Axis {

    private Axis() {}

    /** Where it ends: a round number that holds the highest value and parts into four. */
    public static double top(double highest) {
        return Plane.roundedUp(highest);
    }
}
