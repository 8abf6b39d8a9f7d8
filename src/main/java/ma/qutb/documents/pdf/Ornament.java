package ma.qutb.documents.pdf;

/**
 * A drawing of one colour.
 *
 * @param width of the square it is drawn in, in its own units, as {@code height}
 */
public record Ornament(double width, double height, VectorPath path) {

    /** Lozenges and triangles of the carpets of Oued Noun; repeats sideways. */
    public static final Ornament LOZENGES = of(48, 24, """
            M24 1 L36 12 24 23 12 12Z M24 5.4 L16.8 12 24 18.6 31.2 12Z M24 8.8 L27.5 12 24 15.2 20.5 12Z \
            M0 1H9L0 9.4Z M48 1V9.4L39 1Z M0 23V14.6L9 23Z M48 23H39L48 14.6Z \
            M3 12 L6 9.2 9 12 6 14.8Z M39 12 L42 9.2 45 12 42 14.8Z""");

    /** Silver fibulas between two rules; repeats sideways. */
    public static final Ornament FIBULAS = of(32, 20, """
            M0 0H32V1.6H0Z M0 18.4H32V20H0Z M8 4.2 L14.6 16H1.4Z M24 16 L17.4 4.2H30.6Z \
            M16 8.3 L17.7 10 16 11.7 14.3 10Z M0 8.3 L1.7 10 0 11.7Z M32 8.3V11.7L30.3 10Z""");

    /** A lozenge over two facing triangles; repeats downwards. */
    public static final Ornament SIDE = of(16, 24, """
            M8 0 L14 6 8 12 2 6Z M2 14 L8 18 2 22Z M14 14 L8 18 14 22Z""");

    public static final Ornament CORNER = of(24, 24, "M12 0 L24 12 12 24 0 12Z M12 5 L5 12 12 19 19 12Z");

    /** Four silver drops about a centre: the mark of Qutb without its heart. */
    public static final Ornament MARK = of(64, 64, """
            M32 1 L39.2 13 32 22.6 24.8 13Z M32 10.4 L29.6 13 32 15.6 34.4 13Z \
            M32 63 L24.8 51 32 41.4 39.2 51Z M32 53.6 L34.4 51 32 48.4 29.6 51Z \
            M63 32 L51 39.2 41.4 32 51 24.8Z M53.6 32 L51 29.6 48.4 32 51 34.4Z \
            M1 32 L13 24.8 22.6 32 13 39.2Z M10.4 32 L13 34.4 15.6 32 13 29.6Z \
            M16.5 13.2 L19.8 16.5 16.5 19.8 13.2 16.5Z M47.5 13.2 L50.8 16.5 47.5 19.8 44.2 16.5Z \
            M16.5 44.2 L19.8 47.5 16.5 50.8 13.2 47.5Z M47.5 44.2 L50.8 47.5 47.5 50.8 44.2 47.5Z""");

    /** The heart of the mark. */
    public static final Ornament HEART = of(64, 64, "M32 24.4 L39.6 32 32 39.6 24.4 32Z");

    private static Ornament of(double width, double height, String path) {
        return new Ornament(width, height, new VectorPath(path));
    }
}
