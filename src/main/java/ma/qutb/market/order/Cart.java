package ma.qutb.market.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a buyer has chosen, as their browser carries it: product, how many, and the price they were shown, so that nobody pays a price they
 * did not see. It keeps nothing for anybody and is in no table: however full a bot fills its cart, nothing happens here.
 */
public record Cart(List<Line> lines) {

    public static final int MOST_LINES = 15;
    public static final int MOST_OF_ONE = 9;

    private static final Pattern LINE = Pattern.compile("([1-9][0-9]{0,14})\\.([1-9])\\.([1-9][0-9]{0,11})");

    public Cart {
        lines = List.copyOf(lines);
    }

    /**
     * One product.
     *
     * @param product its number
     * @param seen the price that was shown, in centimes
     */
    public record Line(long product, int count, long seen) {}

    /** What was carried; whatever cannot be read is left out. */
    public static Cart read(String carried) {
        var lines = new ArrayList<Line>();
        for (var part : carried.split("-")) {
            var match = LINE.matcher(part);
            if (match.matches() && lines.size() < MOST_LINES) {
                var line = new Line(
                        Long.parseLong(match.group(1)),
                        Integer.parseInt(match.group(2)),
                        Long.parseLong(match.group(3)));
                if (lines.stream().noneMatch(it -> it.product() == line.product())) {
                    lines.add(line);
                }
            }
        }
        return new Cart(lines);
    }

    public String carried() {
        return lines.stream()
                .map(it -> it.product() + "." + it.count() + "." + it.seen())
                .collect(Collectors.joining("-"));
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    public Optional<Line> of(long product) {
        return lines.stream().filter(it -> it.product() == product).findFirst();
    }

    /** With so many more of it; at most {@link #MOST_OF_ONE} of one and {@link #MOST_LINES} products. */
    public Cart with(long product, int more, long seen) {
        int before = of(product).map(Line::count).orElse(0);
        return set(product, Math.min(MOST_OF_ONE, before + more), seen);
    }

    /** With exactly so many of it; none takes it out. */
    public Cart set(long product, int count, long seen) {
        var changed = new ArrayList<>(lines);
        int at = -1;
        for (int i = 0; i < changed.size(); i++) {
            at = changed.get(i).product() == product ? i : at;
        }
        int some = Math.min(MOST_OF_ONE, count);
        if (at >= 0 && some <= 0) {
            changed.remove(at);
        } else if (at >= 0) {
            changed.set(at, new Line(product, some, seen));
        } else if (some > 0 && changed.size() < MOST_LINES) {
            changed.add(new Line(product, some, seen));
        }
        return new Cart(changed);
    }

    /** How many things. */
    public int things() {
        return lines.stream().mapToInt(Line::count).sum();
    }
}
