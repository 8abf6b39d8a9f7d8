package ma.qutb.shell.list;

/** What a cell holds: how it is drawn on the page and which type it has in a spreadsheet. */
public enum Kind {
    TEXT,
    /** A name typed by somebody: isolated from the direction of the text around it. */
    NAME,
    /** A number of register, licence or invoice: left to right, never added up. */
    CODE,
    NUMBER,
    /** Whole centimes, shown in dirhams. */
    AMOUNT,
    DATE,
    /** An instant, shown at the pole's time. */
    MOMENT,
    /** A state of the record: colour, icon and word. */
    STATUS,
    YES_NO,
    /** Kept as E.164, shown in groups. */
    PHONE;

    /** Whether figures line up at the end of the cell. */
    public boolean figures() {
        return this == NUMBER || this == AMOUNT;
    }
}
