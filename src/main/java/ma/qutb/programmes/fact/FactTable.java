package ma.qutb.programmes.fact;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How one file of the reference data is read, kept, shown and handed out: what names a row, what it is about, where and
 * when, which figure it states. Told once, in {@link FactTables}.
 */
public final class FactTable {

    /** Where the figure of a row stands; an empty unit or hedge column: none. A unit in upper case is the unit itself. */
    public record FigureColumns(String value, String unit, String hedge) {}

    private final String file;
    private final String table;
    private final List<String> key;
    private boolean perSource;
    private String title = "";
    private boolean titleInWords;
    private boolean titleOfSubject;
    private @Nullable String subject;
    private @Nullable String place;
    private @Nullable String year;
    private @Nullable String axis;
    private @Nullable String belongsTo;
    private @Nullable FigureColumns figure;
    private @Nullable String standing;
    private List<Column> columns = List.of();

    FactTable(String file, String table, String... key) {
        this.file = file;
        this.table = table;
        this.key = List.of(key);
    }

    /** Several publications speak of the same thing: a row for each. */
    FactTable perSource() {
        perSource = true;
        return this;
    }

    /** Titled by words in three languages. */
    FactTable titled(String prefix) {
        title = prefix;
        titleInWords = true;
        return this;
    }

    /** Titled by one cell, the same in all languages. */
    FactTable titledBy(String column) {
        title = column;
        return this;
    }

    /** Titled by what the cell names. */
    FactTable titledAfter(String subjectColumn) {
        title = subjectColumn;
        titleOfSubject = true;
        return this;
    }

    /** The cell gives a code that other rows may name. */
    FactTable naming(String column) {
        subject = column;
        return this;
    }

    FactTable at(String column) {
        place = column;
        return this;
    }

    FactTable in(String column) {
        year = column;
        return this;
    }

    FactTable along(String column) {
        axis = column;
        return this;
    }

    /** Place, year and axis are those of what the cell names, where the row is silent; a code stands for itself. */
    FactTable belongingTo(String columnOrCode) {
        belongsTo = columnOrCode;
        return this;
    }

    FactTable figure(String value, String unit, String hedge) {
        figure = new FigureColumns(value, unit, hedge);
        return this;
    }

    FactTable standing(String column) {
        standing = column;
        return this;
    }

    FactTable with(Column... all) {
        columns = Arrays.stream(all).toList();
        return this;
    }

    /** File below {@code reference/}, without its ending. */
    public String file() {
        return file;
    }

    /** What its ids and addresses begin with: the file without its folder. */
    public String name() {
        return file.substring(file.lastIndexOf('/') + 1);
    }

    /** Table of the schema {@code programmes}. */
    public String table() {
        return table;
    }

    public List<String> key() {
        return key;
    }

    public boolean isPerSource() {
        return perSource;
    }

    public String title() {
        return title;
    }

    public boolean titleInWords() {
        return titleInWords;
    }

    public boolean titleOfSubject() {
        return titleOfSubject;
    }

    public Optional<String> subjectColumn() {
        return Optional.ofNullable(subject);
    }

    public Optional<String> placeColumn() {
        return Optional.ofNullable(place);
    }

    public Optional<String> yearColumn() {
        return Optional.ofNullable(year);
    }

    public Optional<String> axisColumn() {
        return Optional.ofNullable(axis);
    }

    public Optional<String> belongsTo() {
        return Optional.ofNullable(belongsTo);
    }

    public Optional<FigureColumns> figureColumns() {
        return Optional.ofNullable(figure);
    }

    public Optional<String> standingColumn() {
        return Optional.ofNullable(standing);
    }

    public List<Column> columns() {
        return columns;
    }

    /** All that decides how a file is kept: when it changes, the file is loaded again. */
    @Override
    public String toString() {
        return String.join("|", List.of(file, table, key.toString(), title, columns.toString()))
                + perSource
                + titleInWords
                + titleOfSubject
                + subject
                + place
                + year
                + axis
                + belongsTo
                + figure
                + standing;
    }
}
