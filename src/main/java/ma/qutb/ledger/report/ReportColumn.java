package ma.qutb.ledger.report;

import ma.qutb.shell.list.Kind;

/**
 * One column.
 *
 * @param kind how its cells are written
 * @param share of the width of the paper, beside those of the other columns
 */
public record ReportColumn(String heading, Kind kind, int share) {

    public static ReportColumn text(String heading, int share) {
        return new ReportColumn(heading, Kind.NAME, share);
    }

    public static ReportColumn code(String heading, int share) {
        return new ReportColumn(heading, Kind.CODE, share);
    }

    public static ReportColumn day(String heading, int share) {
        return new ReportColumn(heading, Kind.DATE, share);
    }

    /** A number to the last decimal of its scale. */
    public static ReportColumn figure(String heading, int share) {
        return new ReportColumn(heading, Kind.NUMBER, share);
    }
}
