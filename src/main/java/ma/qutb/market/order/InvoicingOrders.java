package ma.qutb.market.order;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.qutb.ledger.Poster;
import ma.qutb.market.invoice.Invoices;
import org.springframework.stereotype.Component;

/** The invoice of what is the buyer's now, and the credit note of what came back, in the same transaction. */
@Component
class InvoicingOrders {

    private final Invoices invoices;

    InvoicingOrders(Invoices invoices) {
        this.invoices = invoices;
    }

    void fulfilled(BuyerOrder order, List<OrderLine> lines, Poster by) {
        var buyer = order.buyer();
        invoices.issue(
                new Invoices.Sale(
                        order.id(),
                        order.number(),
                        order.language(),
                        new Invoices.Buyer(buyer.name(), address(buyer), buyer.country(), "", buyer.phone()),
                        lines.stream()
                                .map(it -> new Invoices.Line(
                                        it.id(),
                                        it.product(),
                                        it.maker(),
                                        it.title(),
                                        Objects.requireNonNullElse(it.serial(), ""),
                                        it.parts(),
                                        it.deposit()))
                                .toList(),
                        order.delivery(),
                        order.method(),
                        order.demonstration()),
                by);
    }

    /** What was never invoiced needs no credit note. */
    void cameBack(UUID order, UUID id, List<OrderLine> lines, long delivery, String reason, Poster by) {
        if (!invoices.of(order).isEmpty()) {
            invoices.credit(
                    new Invoices.Return(
                            id, order, lines.stream().map(OrderLine::id).toList(), delivery, reason),
                    by);
        }
    }

    List<Invoices.Issued> of(UUID order) {
        return invoices.of(order);
    }

    private static String address(Buyer buyer) {
        return Stream.of(buyer.address(), buyer.landmark(), (buyer.postcode() + " " + buyer.city()).strip())
                .filter(it -> !it.isBlank())
                .collect(Collectors.joining("\n"));
    }
}
