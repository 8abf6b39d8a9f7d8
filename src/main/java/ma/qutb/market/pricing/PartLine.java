package ma.qutb.market.pricing;

import java.util.List;
import java.util.stream.Stream;
import ma.qutb.market.PriceParts;

/**
 * A part of a price as it is drawn.
 *
 * @param name its words are {@code market.price.part.<name>}
 * @param percent of the price, rounded to be read
 * @param ink colour of what is written on it
 */
public record PartLine(String name, long centimes, int percent, String colour, String ink) {

    /** The parts that are more than nothing, the maker's first. */
    public static List<PartLine> of(PriceParts parts) {
        return Stream.of(
                        line("maker", parts.maker(), parts, "var(--nila-600)", "#fff"),
                        line("material", parts.material(), parts, "var(--silver-300)", "#191e27"),
                        line("service", parts.service(), parts, "var(--ochre-400)", "#2a1603"),
                        line("fund", parts.fund(), parts, "#2f9279", "#fff"),
                        line("transport", parts.transport(), parts, "var(--nila-300)", "#101b48"),
                        line("tax", parts.tax(), parts, "var(--leather-300)", "#2a1603"))
                .filter(it -> it.centimes > 0)
                .toList();
    }

    private static PartLine line(String name, long centimes, PriceParts parts, String colour, String ink) {
        return new PartLine(name, centimes, (int) Math.round(centimes * 100.0 / parts.price()), colour, ink);
    }
}
