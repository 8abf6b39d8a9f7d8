package ma.qutb.documents.pdf;

/** Where a line of text starts. */
public enum Direction {
    RIGHT_TO_LEFT,
    LEFT_TO_RIGHT
}
