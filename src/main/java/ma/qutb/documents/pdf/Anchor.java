package ma.qutb.documents.pdf;

/** Which point of a line of text is put at the place given; left and right are those of the paper. */
public enum Anchor {
    LEFT(0),
    CENTER(0.5),
    RIGHT(1);

    private final double share;

    Anchor(double share) {
        this.share = share;
    }

    double leftOf(double x, double width) {
        return x - share * width;
    }
}
