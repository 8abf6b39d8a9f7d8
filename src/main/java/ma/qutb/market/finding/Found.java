package ma.qutb.market.finding;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.TerritoryCode;
import org.jspecify.annotations.Nullable;

/**
 * A page of what was found.
 *
 * @param total how many there are on all pages
 * @param counts of each facet, the most frequent first, counted as if nothing of the same facet were chosen
 * @param least the lowest price of what fits apart from the price, centimes; null where nothing does
 * @param most the highest
 * @param also other names that were looked for besides
 * @param makers who are called as was typed
 * @param places that are called so
 */
public record Found(
        List<Card> cards,
        long total,
        Map<Facet, List<Count>> counts,
        @Nullable Long least,
        @Nullable Long most,
        List<String> also,
        List<NamedMaker> makers,
        List<TerritoryCode> places,
        int page) {

    /**
     * How many have a value.
     *
     * @param name of a maker who agreed to be named
     */
    public record Count(String value, long count, Optional<LocalName> name) {

        /** The maker, where it counts things of one. */
        Optional<NamedMaker> maker() {
            return name.map(
                    it -> new NamedMaker(value.replaceAll("\\d", ""), Long.parseLong(value.replaceAll("\\D", "")), it));
        }
    }

    public List<Count> of(Facet facet) {
        return counts.getOrDefault(facet, List.of());
    }

    public int pages() {
        return (int) Math.max(1, (total + Asked.SIZE - 1) / Asked.SIZE);
    }

    public boolean showsDemonstration() {
        return cards.stream().anyMatch(Card::demonstration);
    }
}
