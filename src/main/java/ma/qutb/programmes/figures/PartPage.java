package ma.qutb.programmes.figures;

import java.util.List;
import java.util.stream.Stream;
import ma.qutb.programmes.fact.Discrepancy;
import ma.qutb.programmes.fact.Fact;
import org.jspecify.annotations.Nullable;

/**
 * All that one page of figures shows.
 *
 * @param part null: the overview
 * @param choices what can be chosen among
 * @param sections tables, those without facts left out
 * @param then totals by region under the borders of the facts' dates
 * @param today the same under today's borders
 * @param discrepancies those that concern anything shown
 */
public record PartPage(
        @Nullable Part part,
        Selection selection,
        Choices choices,
        List<Section> sections,
        List<Place> places,
        List<Regions.Total> then,
        List<Regions.Total> today,
        Silence silence,
        List<Discrepancy> discrepancies) {

    /** What can be chosen: places, years and axes that some fact names. */
    public record Choices(List<String> territories, List<Integer> years, List<String> axes) {}

    /** How many facts were left out of a narrow page, and why; and how many no map or region can show. */
    public record Silence(int placeless, int yearless, int axisless, int undivided, int unmapped) {

        public boolean any() {
            return placeless + yearless + axisless + undivided > 0;
        }
    }

    /** A place of the map with the facts about it. */
    public record Place(String code, double latitude, double longitude, List<Fact> facts) {}

    /** Everything shown, for the charts. */
    public List<Fact> facts() {
        return sections.stream().flatMap(it -> it.facts().stream()).distinct().toList();
    }

    /** What is shown of one table. */
    public List<Fact> of(String table) {
        return facts().stream().filter(it -> it.is(table)).toList();
    }

    /** What is shown of one table and states a figure. */
    public List<Fact> stating(String table) {
        return of(table).stream().filter(it -> it.figure() != null).toList();
    }

    /** The discrepancies of these facts that change how a figure is read. */
    public List<Discrepancy> grave(List<Fact> charted) {
        return discrepancies.stream()
                .filter(it -> !it.severity().equals("low"))
                .filter(it ->
                        charted.stream().anyMatch(fact -> fact.discrepancies().contains(it.id())))
                .toList();
    }

    public String path() {
        return part == null ? "/figures" : part.path();
    }

    /** Totals under the chosen borders. */
    public List<Regions.Total> regions() {
        return selection.borders() == Borders.THEN ? then : today;
    }

    static List<Section> withFacts(Section... sections) {
        return Stream.of(sections).filter(it -> !it.facts().isEmpty()).toList();
    }
}
