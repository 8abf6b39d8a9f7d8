package ma.qutb.spaces.roadmap;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ma.qutb.registry.TerritoryCode;

/**
 * The roadmap of a place: its premises and what came of them.
 *
 * @param quarters oldest first
 * @param demonstration whether it is made up
 */
public record Whole(List<Board.Card> cards, List<Board.Quarter> quarters, boolean demonstration) {

    public Whole {
        cards = List.copyOf(cards);
        quarters = List.copyOf(quarters);
    }

    /** How many stand at this step. */
    public long at(Step step) {
        return cards.stream().filter(it -> !it.aside() && it.step() == step).count();
    }

    public List<Board.Card> aside() {
        return cards.stream().filter(Board.Card::aside).toList();
    }

    public Map<Step, List<Board.Card>> columns() {
        return Board.columns(cards);
    }

    /** Those where people work or may work. */
    public List<Board.Card> open() {
        return cards.stream().filter(it -> !it.aside() && it.step().open()).toList();
    }

    /** Women at work there when it was told last. */
    public int women() {
        return open().stream().mapToInt(Board.Card::women).sum();
    }

    public int activities() {
        return open().stream().mapToInt(Board.Card::activities).sum();
    }

    public int cooperatives() {
        return open().stream().mapToInt(Board.Card::cooperatives).sum();
    }

    /** Centimes. */
    public long budget() {
        return cards.stream()
                .filter(it -> !it.aside())
                .mapToLong(it -> it.budget().orElse(0L))
                .sum();
    }

    /** Centimes. */
    public long promised() {
        return cards.stream()
                .filter(it -> !it.aside())
                .mapToLong(Board.Card::promised)
                .sum();
    }

    /** The premises of each commune. */
    public Map<TerritoryCode, List<Board.Card>> communes() {
        var all = new TreeMap<TerritoryCode, List<Board.Card>>();
        cards.forEach(it -> all.computeIfAbsent(it.commune(), _ -> new java.util.ArrayList<>())
                .add(it));
        return all;
    }
}
