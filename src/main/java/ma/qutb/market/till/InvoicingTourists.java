package ma.qutb.market.till;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Poster;
import ma.qutb.market.invoice.Invoices;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The invoice a buyer asks for at the till, in the buyer's name. */
@Service
@Transactional
public class InvoicingTourists {

    private static final String HOME = "MA";

    private final Invoices invoices;

    InvoicingTourists(Invoices invoices) {
        this.invoices = invoices;
    }

    /**
     * Who bought.
     *
     * @param document passport or identity card, or nothing
     * @param country name in the buyer's words, or nothing
     * @param ice number of a firm, or nothing
     */
    public record Tourist(String name, String document, String country, String ice) {}

    /**
     * Issues it, once. What is sold and paid at the hall is sold in Morocco, whoever carries it away: no export, and nothing to repatriate.
     *
     * @throws Refusal without a name, or when everything came back before
     */
    public List<Invoices.Issued> issue(TillSale sale, Tourist buyer, Poster by) {
        if (buyer.name().isBlank()) {
            throw new Refusal("market.till.refusal.no-name");
        }
        if (!sale.returns().isEmpty() && invoices.of(sale.id()).isEmpty()) {
            throw new Refusal("market.till.refusal.came-back");
        }
        var address = Stream.of(buyer.document(), buyer.country())
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining("\n"));
        return invoices.issue(
                new Invoices.Sale(
                        sale.id(),
                        sale.number(),
                        sale.language(),
                        new Invoices.Buyer(
                                buyer.name().strip(), address, HOME, buyer.ice().strip(), ""),
                        sale.lines().stream()
                                .map(it -> new Invoices.Line(
                                        it.id(), it.product(), it.maker(), it.title(), it.serial(), it.parts()))
                                .toList(),
                        0,
                        "at_the_pole",
                        sale.demonstration()),
                by);
    }

    public List<Invoices.Issued> of(TillSale sale) {
        return invoices.of(sale.id());
    }
}
