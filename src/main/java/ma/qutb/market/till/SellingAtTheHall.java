package ma.qutb.market.till;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Poster;
import ma.qutb.market.Catalogue;
import ma.qutb.market.HoldId;
import ma.qutb.market.Product;
import ma.qutb.market.pricing.ExchangeRates;
import ma.qutb.shell.offline.ExactlyOnce;
import org.springframework.stereotype.Service;

/** Sells what is in a cart. The same cart sent twice is sold once. */
@Service
public class SellingAtTheHall {

    private final HallTills tills;
    private final HallSessionTable sessions;
    private final TillCarts carts;
    private final TillSaleTable sales;
    private final ScanningTags scanning;
    private final WritingTillSales writing;
    private final Catalogue catalogue;
    private final ExchangeRates rates;
    private final ExactlyOnce once;
    private final Clock clock;

    SellingAtTheHall(
            HallTills tills,
            HallSessionTable sessions,
            TillCarts carts,
            TillSaleTable sales,
            ScanningTags scanning,
            WritingTillSales writing,
            Catalogue catalogue,
            ExchangeRates rates,
            ExactlyOnce once,
            Clock clock) {
        this.tills = tills;
        this.sessions = sessions;
        this.carts = carts;
        this.sales = sales;
        this.scanning = scanning;
        this.writing = writing;
        this.catalogue = catalogue;
        this.rates = rates;
        this.once = once;
        this.clock = clock;
    }

    /**
     * What the buyer was told.
     *
     * @param agreed the total, in centimes
     */
    public record Agreed(UUID cart, UUID till, long agreed, Paying paying, Language language) {}

    /**
     * @return the sale
     * @throws Refusal when the till is not open, the cart is empty or not what it was, somebody else got a piece, or it is not paid whole
     */
    public UUID sell(Agreed it, Poster by) {
        return once.take(() -> sales.byKey(it.cart()).map(TillSale::id), () -> sellOnce(it, by));
    }

    private UUID sellOnce(Agreed it, Poster by) {
        var session = sessions.hold(it.till());
        var cart = carts.read(it.cart(), it.till());
        if (cart.items().isEmpty()) {
            throw new Refusal("market.till.refusal.empty");
        }
        var lines = new ArrayList<TillSale.Line>();
        boolean demonstration = false;
        for (var item : cart.items()) {
            var product = catalogue.find(item.product()).orElseThrow();
            lines.add(line(item, product, scanning.stillHeld(item.piece(), item.hold(), by)));
            demonstration |= product.demonstration();
        }
        long total = total(lines);
        if (total != it.agreed()) {
            throw new Refusal("market.till.refusal.price", total / 100.0);
        }
        var settled = Settlement.of(total, it.paying(), rates.today());
        var id = writing.write(
                new WritingTillSales.Sale(
                        it.cart(),
                        session,
                        tills.find(it.till()).orElseThrow(),
                        lines,
                        settled,
                        it.language(),
                        null,
                        clock.instant(),
                        demonstration),
                by);
        carts.empty(it.cart());
        return id;
    }

    private static long total(List<TillSale.Line> lines) {
        return lines.stream().mapToLong(it -> it.parts().price()).sum();
    }

    private static TillSale.Line line(TillCart.Item item, Product product, HoldId hold) {
        return new TillSale.Line(
                Ids.next(),
                product.id(),
                item.piece(),
                hold,
                item.serial(),
                product.maker(),
                product.title(),
                product.price(),
                false);
    }

    public Optional<TillSale> find(UUID sale) {
        return sales.find(sale);
    }
}
