package ma.qutb.materials.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import ma.qutb.ledger.ChartRole;
import org.jspecify.annotations.Nullable;

/** The book of a fund: numbers under names. */
class ModelBook {

    static final String MONEY = "MAD";
    static final String GROSS = "AG_GROSS";
    static final String FINE = "AG_FINE";

    record Place(
            ChartRole role,
            String commodity,
            UUID owner,
            @Nullable UUID subject) {}

    private record Moved(LocalDate day, long amount) {}

    private final Map<Place, List<Moved>> accounts = new HashMap<>();
    private final Map<Place, Long> ceilings = new HashMap<>();
    int entries;

    /** An entry being made; nothing is no line. */
    static class Entry {
        private final LocalDate day;
        private final Map<Place, Long> lines = new LinkedHashMap<>();

        Entry(LocalDate day) {
            this.day = day;
        }

        Entry add(Place place, long amount) {
            lines.merge(place, amount, Long::sum);
            return this;
        }

        Entry opposite(LocalDate today) {
            var entry = new Entry(today);
            lines.forEach((place, amount) -> entry.add(place, -amount));
            return entry;
        }
    }

    void ceiling(Place place, long highest) {
        ceilings.put(place, highest);
    }

    /** What no account with a bound may become, now or on any day since it happened. */
    void check(Entry entry, LocalDate today) {
        entry.lines.forEach((place, change) -> {
            boolean floor = place.role() == ChartRole.STOCK || place.role() == ChartRole.TILL;
            Refused.when(floor && change < 0 && balance(place) + change < 0, "ledger.refusal.account-floor");
            Refused.when(
                    change > 0 && balance(place) + change > ceilings.getOrDefault(place, Long.MAX_VALUE),
                    "ledger.refusal.account-ceiling");
            Refused.when(
                    floor && change < 0 && entry.day.isBefore(today) && lowestSince(place, entry.day) + change < 0,
                    "ledger.refusal.account-floor-then");
        });
    }

    void write(Entry entry) {
        var sums = new TreeMap<String, Long>();
        entry.lines.forEach((place, amount) -> sums.merge(place.commodity(), amount, Long::sum));
        if (sums.values().stream().anyMatch(it -> it != 0)) {
            throw new IllegalStateException("the model itself does not balance: " + entry.lines);
        }
        entry.lines.forEach((place, amount) ->
                accounts.computeIfAbsent(place, it -> new ArrayList<>()).add(new Moved(entry.day, amount)));
        entries++;
    }

    long balance(Place place) {
        return until(place, LocalDate.MAX);
    }

    private long until(Place place, LocalDate day) {
        return accounts.getOrDefault(place, List.of()).stream()
                .filter(it -> !it.day().isAfter(day))
                .mapToLong(Moved::amount)
                .sum();
    }

    private long lowestSince(Place place, LocalDate day) {
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(day),
                        accounts.getOrDefault(place, List.of()).stream()
                                .map(Moved::day)
                                .filter(it -> it.isAfter(day)))
                .mapToLong(it -> until(place, it))
                .min()
                .orElseThrow();
    }

    long sum(Predicate<Place> which) {
        return accounts.keySet().stream().filter(which).mapToLong(this::balance).sum();
    }

    /** What holds something. */
    Map<Place, Long> balances() {
        var balances = new HashMap<Place, Long>();
        accounts.keySet().stream().filter(it -> balance(it) != 0).forEach(it -> balances.put(it, balance(it)));
        return balances;
    }

    /** amount × part ÷ whole, half up. */
    static long share(long amount, long part, long whole) {
        return BigDecimal.valueOf(amount)
                .multiply(BigDecimal.valueOf(part))
                .divide(BigDecimal.valueOf(whole), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
