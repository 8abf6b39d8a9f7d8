package ma.qutb.materials.model;

import static ma.qutb.materials.model.ModelBook.MONEY;
import static ma.qutb.materials.model.ModelBook.share;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.qutb.ledger.ChartRole;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.counter.Payment;
import ma.qutb.materials.model.ModelBook.Entry;
import ma.qutb.materials.model.ModelBook.Place;
import ma.qutb.materials.model.ModelStock.Lot;
import org.jspecify.annotations.Nullable;

/** Prices, quotas, credit, sales: for 1.50 transport, 0.50 assay and 5 % margin on a fine gram. */
class ModelCounter {

    static final int QUOTE_DAYS = 7;
    private static final long TRANSPORT_AND_ASSAY = 200_000;

    /** Who may owe how much, for how many days. */
    record Credit(long ceiling, int days) {}

    static class Sale {
        final UUID id;
        final ModelTill till;
        final UUID buyer;
        final Payment payment;
        final long weight;
        final LocalDate day;
        final LocalDate due;
        final long price;
        final Entry entry;
        long still;
        boolean undone;

        Sale(UUID id, Wanted wanted, LocalDate day, LocalDate due, long price, Entry entry) {
            this.id = id;
            this.till = wanted.till();
            this.buyer = wanted.buyer();
            this.payment = wanted.payment();
            this.weight = wanted.weight();
            this.day = day;
            this.due = due;
            this.price = price;
            this.entry = entry;
            this.still = payment == Payment.CREDIT ? price : 0;
        }
    }

    record Wanted(
            ModelTill till,
            UUID buyer,
            int fineness,
            @Nullable Lot lot,
            long weight,
            Payment payment,
            String reference) {}

    record Offer(Entry entry, long price, LocalDate due) {}

    final ModelStock stock;
    final Map<UUID, Credit> credits = new HashMap<>();
    final List<Sale> sales = new ArrayList<>();
    /** Most a jeweller buys at the point in a month. */
    final Map<UUID, Long> quotas = new HashMap<>();

    private final Map<UUID, String> strangers;
    LocalDate quotedOn = LocalDate.MIN;
    long quote;

    /** @param strangers people who may not buy, and why */
    ModelCounter(ModelStock stock, Map<UUID, String> strangers) {
        this.stock = stock;
        this.strangers = strangers;
    }

    private static Place at(SalePoint point, ChartRole role) {
        return new Place(role, MONEY, point.id().value(), null);
    }

    static Place owes(UUID buyer) {
        return new Place(ChartRole.RECEIVABLE, MONEY, buyer, null);
    }

    /** Also what was bought before there was a quota. */
    private long used(SalePoint point, UUID buyer, LocalDate today) {
        return sales.stream()
                .filter(it -> !it.undone && it.buyer.equals(buyer) && it.till.point.equals(point))
                .filter(it -> it.day.withDayOfMonth(1).equals(today.withDayOfMonth(1)))
                .mapToLong(it -> it.weight)
                .sum();
    }

    Offer sell(Wanted it, LocalDate today) {
        var point = it.till().point;
        Refused.when(it.weight() <= 0, "materials.lot.refusal.nothing-taken");
        Refused.when(strangers.containsKey(it.buyer()), "materials.counter.refusal." + strangers.get(it.buyer()));
        Refused.when(quotedOn.plusDays(QUOTE_DAYS).isBefore(today), "materials.counter.refusal.old-quote");
        Refused.when(
                used(point, it.buyer(), today) + it.weight()
                        > quotas.getOrDefault(point.id().value(), Long.MAX_VALUE),
                "materials.counter.refusal.quota");
        var paid = paidInto(it, today);
        var entry = new Entry(today);
        long price = 0;
        long missing = it.weight();
        for (var lot : it.lot() != null ? List.of(it.lot()) : offered(point, it.fineness())) {
            var left = stock.left(point, lot);
            long part = Math.min(missing, left.weight());
            if (part > 0) {
                price += sell(entry, point, lot, part);
                missing -= part;
            }
        }
        Refused.when(missing > 0, "materials.counter.refusal.not-enough");
        entry.add(paid, price).add(at(point, ChartRole.SALES), -price);
        stock.book.check(entry, today);
        var credit = credits.get(it.buyer());
        return new Offer(entry, price, today.plusDays(credit == null ? 0 : credit.days()));
    }

    private List<Lot> offered(SalePoint point, int fineness) {
        return stock.at(point).stream().filter(it -> it.fineness() == fineness).toList();
    }

    /** Out of the stock at what the lot cost; a cost at what buying it again costs; the difference is kept to buy again. */
    private long sell(Entry entry, SalePoint point, Lot lot, long weight) {
        var taking = stock.take(point, lot, weight);
        long again = share(quote, taking.fine(), 1_000_000);
        stock.put(entry, point, lot, taking, -1);
        stock.outside(entry, taking.weight(), taking.fine(), 1);
        entry.add(at(point, ChartRole.COST_OF_SALES), again);
        entry.add(new Place(ChartRole.REPLACEMENT_RESERVE, MONEY, stock.fund, null), taking.cost() - again);
        return share(floor(lot), taking.fine(), 1_000_000);
    }

    /** Of a kilogram of fine silver, in centimes. */
    long floor(Lot lot) {
        long cost = share(lot.whole().cost(), 1_000_000, Math.max(1, lot.whole().fine()));
        long base = Math.max(cost, quote);
        return base + TRANSPORT_AND_ASSAY + share(base, 500, 10_000);
    }

    private Place paidInto(Wanted it, LocalDate today) {
        var point = it.till().point;
        return switch (it.payment()) {
            case CASH -> {
                Refused.when(it.till().state != ModelTill.State.OPEN, "materials.counter.refusal.till-closed");
                yield it.till().place();
            }
            case TRANSFER -> {
                Refused.when(it.reference().isBlank(), "materials.counter.refusal.reference");
                yield ModelSupply.bank(point);
            }
            case CREDIT -> {
                var credit = credits.get(it.buyer());
                Refused.when(credit == null || credit.ceiling() == 0, "materials.counter.refusal.no-credit");
                Refused.when(overdue(it.buyer(), today) > 0, "materials.counter.refusal.overdue");
                yield owes(it.buyer());
            }
        };
    }

    long overdue(UUID buyer, LocalDate today) {
        return sales.stream()
                .filter(it -> it.buyer.equals(buyer) && it.due.isBefore(today))
                .mapToLong(it -> it.still)
                .sum();
    }

    long overdue(LocalDate today) {
        return sales.stream()
                .filter(it -> it.due.isBefore(today))
                .mapToLong(it -> it.still)
                .sum();
    }

    Entry undo(Sale it, String reason, LocalDate today) {
        Refused.when(reason.isBlank(), "materials.undo.refusal.reason");
        Refused.when(
                it.payment == Payment.CASH && it.till.state != ModelTill.State.OPEN,
                "materials.counter.refusal.till-closed");
        Refused.when(it.undone, "materials.undo.refusal.undone");
        Refused.when(it.payment == Payment.CASH && it.till.lacks(it.price), "materials.till.refusal.missing");
        if (it.payment == Payment.TRANSFER) {
            ModelSupply.checkBank(stock.book, it.till.point, it.price);
        }
        Refused.when(it.payment == Payment.CREDIT && it.still < it.price, "materials.undo.refusal.paid-back");
        var entry = it.entry.opposite(today);
        stock.book.check(entry, today);
        return entry;
    }

    void grant(UUID buyer, Credit credit) {
        credits.put(buyer, credit);
        stock.book.ceiling(owes(buyer), credit.ceiling());
    }

    /** What was due first is paid first. */
    Map<Sale, Long> repay(UUID buyer, ModelTill till, Payment payment, String reference, long amount) {
        Refused.when(amount <= 0, "materials.credit.refusal.amount");
        Refused.when(!credits.containsKey(buyer), "materials.credit.refusal.nothing-owed");
        Refused.when(payment == Payment.TRANSFER && reference.isBlank(), "materials.counter.refusal.reference");
        var parts = new LinkedHashMap<Sale, Long>();
        long missing = amount;
        for (var sale : sales.stream()
                .filter(it -> it.buyer.equals(buyer) && it.still > 0)
                .sorted(Comparator.<Sale, LocalDate>comparing(it -> it.due)
                        .thenComparing(it -> it.day)
                        .thenComparing(it -> it.id.toString()))
                .toList()) {
            long part = Math.min(missing, sale.still);
            if (part > 0) {
                parts.put(sale, part);
                missing -= part;
            }
        }
        Refused.when(missing > 0, "materials.credit.refusal.more-than-owed");
        Refused.when(
                payment == Payment.CASH && till.state != ModelTill.State.OPEN, "materials.counter.refusal.till-closed");
        return parts;
    }
}
