package ma.qutb.ledger.report;

import java.util.List;
import ma.qutb.documents.pdf.Anchor;
import ma.qutb.shell.list.Kind;

/** Where the columns of a report stand on the sheet: the first one where reading begins. */
final class ColumnPlaces {

    private static final double GAP = 1.5;

    private final List<ReportColumn> columns;
    private final double[] from;
    private final double[] width;
    private final boolean rightToLeft;

    ColumnPlaces(List<ReportColumn> columns, double margin, double whole, boolean rightToLeft) {
        this.columns = columns;
        this.rightToLeft = rightToLeft;
        from = new double[columns.size()];
        width = new double[columns.size()];
        int shares = columns.stream().mapToInt(ReportColumn::share).sum();
        double passed = 0;
        for (int i = 0; i < columns.size(); i++) {
            width[i] = whole * columns.get(i).share() / shares;
            from[i] = rightToLeft ? margin + whole - passed - width[i] : margin + passed;
            passed += width[i];
        }
    }

    /** The place its text is anchored at: figures at the end of the column, all else at its beginning. */
    double x(int column) {
        return anchor(column) == Anchor.LEFT ? from[column] + GAP : from[column] + width[column] - GAP;
    }

    Anchor anchor(int column) {
        return figures(column) == rightToLeft ? Anchor.LEFT : Anchor.RIGHT;
    }

    double room(int column) {
        return width[column] - 2 * GAP;
    }

    /** Words go over several lines; figures, days and codes never do. */
    boolean wraps(int column) {
        return columns.get(column).kind() == Kind.NAME;
    }

    boolean isCode(int column) {
        return columns.get(column).kind() == Kind.CODE;
    }

    private boolean figures(int column) {
        return columns.get(column).kind() == Kind.NUMBER;
    }
}
