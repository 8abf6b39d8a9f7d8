package ma.qutb.market.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import ma.qutb.market.PriceParts;

/**
 * A part of the price as the buyer sees it.
 *
 * @param part end of its message key
 * @param percent whole; all parts make one hundred
 */
public record Share(String part, long centimes, int percent) {

    /** The parts of a price that are not nothing; percents that are left over go to the largest remainders. */
    public static List<Share> of(PriceParts parts) {
        var named = List.of(
                new Share("maker", parts.maker(), 0),
                new Share("material", parts.material(), 0),
                new Share("service", parts.service(), 0),
                new Share("fund", parts.fund(), 0),
                new Share("transport", parts.transport(), 0),
                new Share("tax", parts.tax(), 0));
        var shown = named.stream().filter(it -> it.centimes > 0).toList();
        if (parts.price() == 0) {
            return List.of();
        }
        var percents = new ArrayList<>(shown.stream()
                .map(it -> (int) (it.centimes * 100 / parts.price()))
                .toList());
        int left = 100 - percents.stream().mapToInt(Integer::intValue).sum();
        var largest = java.util.stream.IntStream.range(0, shown.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> -(shown.get(i).centimes * 100 % parts.price())))
                .limit(left)
                .toList();
        largest.forEach(i -> percents.set(i, percents.get(i) + 1));
        return java.util.stream.IntStream.range(0, shown.size())
                .mapToObj(i -> new Share(shown.get(i).part, shown.get(i).centimes, percents.get(i)))
                .toList();
    }

    /** Its colour in the bar. */
    public String colours() {
        return switch (part) {
            case "maker" -> "--c:var(--nila-600);--tc:#fff";
            case "material" -> "--c:var(--silver-300);--tc:#191e27";
            case "service" -> "--c:var(--ochre-400);--tc:#2a1603";
            case "fund" -> "--c:var(--oasis-600);--tc:#fff";
            case "transport" -> "--c:var(--nila-300);--tc:#101b48";
            default -> "--c:var(--silver-500);--tc:#fff";
        };
    }
}
