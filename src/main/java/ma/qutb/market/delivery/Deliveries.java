package ma.qutb.market.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers what the way costs. The tables are few and small: they are kept in memory, and a checkout asks the database nothing. */
@Component
public class Deliveries {

    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final int MILLIGRAMS = 1000;

    private final DeliveryTables tables;
    private final Clock clock;
    private volatile @Nullable Known known;

    private record Known(
            Instant at,
            List<Carrier> carriers,
            List<Zone> zones,
            List<Rate> rates,
            List<DeliveryTerms> terms,
            List<String> countries) {}

    Deliveries(DeliveryTables tables, Clock clock) {
        this.tables = tables;
        this.clock = clock;
    }

    /**
     * The ways to bring so much to a country today, the cheapest first; none where nobody goes, or it is too heavy.
     *
     * @param country two letters
     * @param weight milligrams of the things, without the box
     */
    public List<Way> ways(String country, long weight) {
        var now = known();
        var zone = zone(now.zones, country);
        if (zone.isEmpty()) {
            return List.of();
        }
        long grams = Math.ceilDiv(weight, MILLIGRAMS) + terms().packing();
        return now.carriers.stream()
                .filter(Carrier::open)
                .flatMap(it -> rate(table(it.id(), zone.get().code(), today()), grams)
                        .map(rate -> new Way(it, rate.zone(), rate.fee(), rate.daysMin(), rate.daysMax()))
                        .stream())
                .sorted(Comparator.comparingLong(Way::fee)
                        .thenComparing(it -> it.carrier().code()))
                .toList();
    }

    /** The table that holds on a day, the lightest row first. */
    public List<Rate> table(UUID carrier, String zone, LocalDate day) {
        return table(known().rates, carrier, zone, day);
    }

    private static List<Rate> table(List<Rate> rates, UUID carrier, String zone, LocalDate day) {
        var its = rates.stream()
                .filter(it -> it.carrier().equals(carrier)
                        && it.zone().equals(zone)
                        && !it.from().isAfter(day))
                .toList();
        var latest = its.stream().map(Rate::from).max(Comparator.naturalOrder());
        return its.stream()
                .filter(it -> it.from().equals(latest.orElse(null)))
                .sorted(Comparator.comparingInt(Rate::upTo))
                .toList();
    }

    public List<Carrier> carriers() {
        return known().carriers;
    }

    public Optional<Carrier> carrier(UUID id) {
        return carriers().stream().filter(it -> it.id().equals(id)).findFirst();
    }

    public List<Zone> zones() {
        return known().zones;
    }

    /** What holds today. */
    public DeliveryTerms terms() {
        var today = today();
        return known().terms.stream()
                .filter(it -> !it.from().isAfter(today))
                .max(Comparator.comparing(DeliveryTerms::from))
                .orElseThrow(() -> new IllegalStateException("no terms of delivery hold on " + today));
    }

    /** Countries some open carrier goes to, by their two letters. */
    public List<String> countries() {
        return known().countries;
    }

    private static List<String> countries(List<Carrier> carriers, List<Zone> zones, List<Rate> rates, LocalDate day) {
        var served = zones.stream()
                .filter(zone -> carriers.stream()
                        .anyMatch(it -> it.open()
                                && !table(rates, it.id(), zone.code(), day).isEmpty()))
                .toList();
        boolean all = served.stream().anyMatch(Zone::isTheRest);
        return all
                ? Stream.of(Locale.getISOCountries())
                        // The south of Morocco is Morocco.
                        .filter(it -> !it.equals("EH"))
                        .filter(it -> zone(zones, it).filter(served::contains).isPresent())
                        .toList()
                : served.stream().flatMap(it -> it.countries().stream()).toList();
    }

    private static Optional<Rate> rate(List<Rate> table, long grams) {
        return table.stream().filter(it -> grams <= it.upTo()).findFirst();
    }

    private static Optional<Zone> zone(List<Zone> zones, String country) {
        return zones.stream()
                .filter(it -> it.names(country))
                .findFirst()
                .or(() -> country.matches("[A-Z]{2}")
                        ? zones.stream().filter(Zone::isTheRest).findFirst()
                        : Optional.empty());
    }

    private Known known() {
        var before = known;
        var now = clock.instant();
        if (before == null
                || now.isBefore(before.at)
                || Duration.between(before.at, now).compareTo(FRESH) > 0) {
            var carriers = tables.carriers();
            var zones = tables.zones();
            var rates = tables.rates();
            before = new Known(now, carriers, zones, rates, tables.terms(), countries(carriers, zones, rates, today()));
            known = before;
        }
        return before;
    }

    /** After something was set. */
    void forget() {
        known = null;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
