package ma.qutb.programmes.figures;

import java.util.List;
import ma.qutb.programmes.fact.Column;
import ma.qutb.programmes.fact.Fact;

/**
 * A table of facts on a page.
 *
 * @param title message key
 * @param columns what stands beside title, place, year and figure; empty ones are left out
 */
public record Section(String title, String icon, List<Fact> facts, List<Column> columns) {

    static Section of(String title, String icon, List<Fact> facts, String... columns) {
        var wanted = List.of(columns);
        var shown = facts.stream()
                .flatMap(it -> it.table().columns().stream())
                .distinct()
                .filter(it -> wanted.contains(it.name()))
                .filter(it -> facts.stream().anyMatch(fact -> filled(fact, it)))
                .sorted(java.util.Comparator.comparingInt(it -> wanted.indexOf(it.name())))
                .toList();
        return new Section(title, icon, facts, shown);
    }

    private static boolean filled(Fact fact, Column column) {
        return column.list()
                ? !fact.list(column.name()).isEmpty()
                : !fact.text(column.stored().getFirst()).isEmpty();
    }

    /** The same without the facts that give no figure. */
    public Section withFigures() {
        return new Section(
                title, icon, facts.stream().filter(it -> it.figure() != null).toList(), columns);
    }

    public boolean hasPlaces() {
        return facts.stream().anyMatch(it -> it.place() != null);
    }

    public boolean hasYears() {
        return facts.stream().anyMatch(it -> it.year() != null);
    }

    public boolean hasFigures() {
        return facts.stream().anyMatch(it -> it.figure() != null);
    }
}
