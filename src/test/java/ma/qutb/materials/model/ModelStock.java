package ma.qutb.materials.model;

import static ma.qutb.materials.model.ModelBook.FINE;
import static ma.qutb.materials.model.ModelBook.GROSS;
import static ma.qutb.materials.model.ModelBook.MONEY;
import static ma.qutb.materials.model.ModelBook.share;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import ma.qutb.ledger.ChartRole;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.Taking;
import ma.qutb.materials.model.ModelBook.Entry;
import ma.qutb.materials.model.ModelBook.Place;

/** Lots of silver and what is left of them, point by point. */
class ModelStock {

    record Lot(UUID id, int order, int fineness, Taking whole, LocalDate receivedOn) {}

    final ModelBook book;
    final UUID fund;
    final List<Lot> lots = new ArrayList<>();
    final List<Sent> sent = new ArrayList<>();
    private final Set<Lying> lyingAt = new HashSet<>();

    private record Lying(UUID point, UUID lot) {}

    ModelStock(ModelBook book, UUID fund) {
        this.book = book;
        this.fund = fund;
    }

    static long fineOf(long weight, int fineness) {
        return share(weight, fineness, 10_000);
    }

    Lot add(UUID id, int fineness, Taking whole, LocalDate receivedOn) {
        var lot = new Lot(id, lots.size(), fineness, whole, receivedOn);
        lots.add(lot);
        return lot;
    }

    private static Place place(SalePoint point, Lot lot, String commodity) {
        return new Place(ChartRole.STOCK, commodity, point.id().value(), lot.id());
    }

    Taking left(SalePoint point, Lot lot) {
        return new Taking(
                book.balance(place(point, lot, GROSS)),
                book.balance(place(point, lot, FINE)),
                book.balance(place(point, lot, MONEY)));
    }

    /** Of which something is left, the first that came first. */
    List<Lot> at(SalePoint point) {
        return lots.stream()
                .filter(it -> !left(point, it).isNothing())
                .sorted(Comparator.comparing(Lot::receivedOn).thenComparing(Lot::order))
                .toList();
    }

    /** A weight takes its share of cost and silver, no rest holds more silver than it weighs, and whoever empties a lot takes all that is left. */
    static Taking take(Lot lot, Taking left, long weight) {
        Refused.when(weight <= 0, "materials.lot.refusal.nothing-taken");
        Refused.when(weight > left.weight(), "materials.lot.refusal.not-enough");
        return weight == left.weight()
                ? left
                : new Taking(
                        weight,
                        Math.min(
                                left.fine(),
                                Math.max(fineOf(weight, lot.fineness()), left.fine() - left.weight() + weight)),
                        Math.min(
                                left.cost(),
                                share(lot.whole().cost(), weight, lot.whole().weight())));
    }

    Taking take(SalePoint point, Lot lot, long weight) {
        return take(lot, left(point, lot), weight);
    }

    Entry put(Entry entry, SalePoint point, Lot lot, Taking it, int sign) {
        return entry.add(place(point, lot, MONEY), sign * it.cost())
                .add(place(point, lot, GROSS), sign * it.weight())
                .add(place(point, lot, FINE), sign * it.fine());
    }

    static Entry on(Entry entry, ChartRole role, UUID owner, Taking it, int sign) {
        return entry.add(new Place(role, MONEY, owner, null), sign * it.cost())
                .add(new Place(role, GROSS, owner, null), sign * it.weight())
                .add(new Place(role, FINE, owner, null), sign * it.fine());
    }

    /** Weights come from outside and go there. */
    Entry outside(Entry entry, long weight, long fine, int sign) {
        return entry.add(new Place(ChartRole.OUTSIDE, GROSS, fund, null), sign * weight)
                .add(new Place(ChartRole.OUTSIDE, FINE, fund, null), sign * fine);
    }

    Entry writeOff(SalePoint point, Lot lot, long weight, ChartRole role, LocalDate day, LocalDate today) {
        Refused.when(day.isAfter(today), "materials.write-off.refusal.day");
        Refused.when(!isKnownAt(point, lot), "materials.lot.refusal.not-here");
        Refused.when(day.isBefore(lot.receivedOn()), "materials.write-off.refusal.day");
        var taking = take(point, lot, weight);
        var entry =
                on(put(new Entry(day), point, lot, taking, -1), role, point.id().value(), taking, 1);
        book.check(entry, today);
        return entry;
    }

    /** Emptied or not. */
    boolean isKnownAt(SalePoint point, Lot lot) {
        return lyingAt.contains(new Lying(point.id().value(), lot.id()));
    }

    void lies(SalePoint point, Lot lot) {
        lyingAt.add(new Lying(point.id().value(), lot.id()));
    }

    int places() {
        return lyingAt.size();
    }

    /** On its way to another point. */
    static class Sent {
        final UUID id;
        final Lot lot;
        final SalePoint to;
        final Taking taking;
        boolean arrived;

        Sent(UUID id, Lot lot, SalePoint to, Taking taking) {
            this.id = id;
            this.lot = lot;
            this.to = to;
            this.taking = taking;
        }
    }

    Entry send(SalePoint from, Lot lot, Taking taking, LocalDate today) {
        return on(put(new Entry(today), from, lot, taking, -1), ChartRole.IN_TRANSIT, fund, taking, 1);
    }

    Entry arrive(Sent it, long weight, String reason, LocalDate today) {
        Refused.when(it.arrived, "materials.transfer.refusal.arrived");
        Refused.when(weight <= 0 || weight > it.taking.weight(), "materials.transfer.refusal.weight");
        Refused.when(weight < it.taking.weight() && reason.isBlank(), "materials.transfer.refusal.no-reason");
        var came = take(it.lot, it.taking, weight);
        var entry = put(new Entry(today), it.to, it.lot, came, 1);
        on(entry, ChartRole.LOSS, it.to.id().value(), less(it.taking, came), 1);
        return on(entry, ChartRole.IN_TRANSIT, fund, it.taking, -1);
    }

    static Taking less(Taking one, Taking other) {
        return new Taking(one.weight() - other.weight(), one.fine() - other.fine(), one.cost() - other.cost());
    }

    static Taking plus(Taking one, Taking other) {
        return new Taking(one.weight() + other.weight(), one.fine() + other.fine(), one.cost() + other.cost());
    }

    /** A counted difference that somebody approved. */
    Entry counted(SalePoint point, Lot lot, long variance, ChartRole role, LocalDate today) {
        var entry = new Entry(today);
        if (variance < 0) {
            var taking = take(point, lot, -variance);
            return on(put(entry, point, lot, taking, -1), role, point.id().value(), taking, 1);
        }
        var found = new Taking(
                variance,
                fineOf(variance, lot.fineness()),
                share(lot.whole().cost(), variance, lot.whole().weight()));
        return on(put(entry, point, lot, found, 1), role, point.id().value(), found, -1);
    }
}
