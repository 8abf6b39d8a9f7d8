package ma.qutb.documents.pdf;

/** The size of a sheet in millimetres. */
public record SheetSize(double width, double height) {

    public static final SheetSize A4 = new SheetSize(210, 297);
    public static final SheetSize A5 = new SheetSize(148, 210);

    /** The size of a bank card: ISO/IEC 7810 ID-1, rounded as card printers do. */
    public static final SheetSize CARD = new SheetSize(85.6, 54);

    /** A label on the 62 mm roll of label printers. */
    public static final SheetSize LABEL = new SheetSize(62, 40);

    public SheetSize {
        if (!(width > 0 && height > 0)) {
            throw new IllegalArgumentException("A sheet has a width and a height");
        }
    }

    /** A strip of the 80 mm paper of receipt printers, cut at the given height. */
    public static SheetSize receipt(double height) {
        return new SheetSize(80, height);
    }

    public SheetSize landscape() {
        return width > height ? this : new SheetSize(height, width);
    }
}
