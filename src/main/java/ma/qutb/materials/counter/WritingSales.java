package ma.qutb.materials.counter;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import ma.qutb.ledger.Ledger;
import ma.qutb.ledger.Signed;
import ma.qutb.materials.MaterialSold;
import ma.qutb.materials.SaleId;
import ma.qutb.materials.Taking;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Takes the metal, writes the sales and posts their entries; in the transaction of the caller. */
@Component
class WritingSales {

    private final HoldingStock stock;
    private final SaleEntry entries;
    private final SaleWriting table;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WritingSales(
            HoldingStock stock,
            SaleEntry entries,
            SaleWriting table,
            Ledger ledger,
            ApplicationEventPublisher events,
            Clock clock) {
        this.stock = stock;
        this.entries = entries;
        this.table = table;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    SaleId write(AskedSale asked) {
        return write(List.of(asked)).getFirst();
    }

    /**
     * All of them, which fit together, in their order.
     *
     * @throws ma.qutb.kernel.Refusal when one of them is refused
     */
    List<SaleId> write(List<AskedSale> group) {
        var now = clock.instant();
        var held = stock.hold(group);
        var sales = new ArrayList<SaleBasket>();
        var drafts = new ArrayList<Signed>();
        for (var asked : group) {
            var terms = asked.visit().terms();
            var sale = SaleBasket.now(asked.request(), lines(asked, held), terms.day(), now, asked.clerk(), terms);
            sales.add(sale);
            drafts.add(new Signed(entries.draft(sale, asked.visit().point(), asked.to()), asked.clerk()));
        }
        table.write(sales, group.getFirst().visit().point().fund().id().value());
        sales.forEach(it -> events.publishEvent(sold(it)));
        ledger.postTogether(drafts);
        return sales.stream().map(SaleBasket::id).toList();
    }

    private static List<SaleLine> lines(AskedSale asked, HoldingStock.Held held) {
        var visit = asked.visit();
        var agreed = visit.exception().map(ExceptionTable.Allowed::unitPrice).orElse(null);
        var lines = new ArrayList<SaleLine>();
        for (var part : held.parts(asked.request().weight())) {
            visit.checkDealtIn(part.lot());
            var taken = Taking.of(part.lot().lot(), part.lot().left(), part.weight());
            held.take(part.lot(), taken);
            lines.add(
                    SaleLine.of(part.lot(), taken, visit.quote(), visit.terms().charges(), agreed));
        }
        return lines;
    }

    private static MaterialSold sold(SaleBasket sale) {
        var request = sale.request();
        return new MaterialSold(
                sale.id(),
                request.point(),
                request.buyer(),
                request.material(),
                request.weight(),
                sale.priced(),
                sale.price(),
                sale.soldOn());
    }
}
