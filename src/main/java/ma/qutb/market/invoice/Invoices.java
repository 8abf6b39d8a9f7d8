package ma.qutb.market.invoice;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import ma.qutb.kernel.Language;
import ma.qutb.ledger.Poster;
import ma.qutb.market.MakerId;
import ma.qutb.market.PriceParts;
import ma.qutb.market.ProductId;
import ma.qutb.market.Wording;

/** Issues what the buyer and the tax office keep, in the transaction of the sale or the return. */
public interface Invoices {

    /**
     * Who bought.
     *
     * @param address lines of it, in the words of the buyer
     * @param country ISO code, {@code MA} at home
     * @param ice number of a firm; empty for whoever buys for themselves
     */
    record Buyer(String name, String address, String country, String ice, String phone) {}

    /**
     * One thing that was sold.
     *
     * @param id of the line of the order or the receipt
     * @param serial of the piece; empty where it has none
     * @param advance what of it was paid before it was begun, in centimes
     */
    record Line(
            UUID id, ProductId product, MakerId maker, Wording title, String serial, PriceParts parts, long advance) {
        public Line(UUID id, ProductId product, MakerId maker, Wording title, String serial, PriceParts parts) {
            this(id, product, maker, title, serial, parts, 0);
        }
    }

    /**
     * Something that is now the buyer's.
     *
     * @param id of the order or the receipt: told twice, it is invoiced once
     * @param delivery what the buyer pays for the way, in centimes
     * @param method code of how it was paid
     */
    record Sale(
            UUID id,
            String number,
            Language language,
            Buyer buyer,
            List<Line> lines,
            long delivery,
            String method,
            boolean demonstration) {
        public Sale {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Something that came back.
     *
     * @param id of the return
     * @param lines of the sale
     * @param delivery what is given back of it, in centimes
     */
    record Return(UUID id, UUID sale, List<UUID> lines, long delivery, String reason) {
        public Return {
            lines = List.copyOf(lines);
        }
    }

    /** An invoice or a credit note. */
    record Issued(UUID id, String number, boolean credit, LocalDate day, long total) {

        /** Address of its PDF for the buyer, who alone knows it. */
        public String path(Language language) {
            return "/" + language.code() + "/invoices/" + id + ".pdf";
        }
    }

    /** Invoices a sale: one invoice for each of those who sell in it. */
    List<Issued> issue(Sale sale, Poster by);

    /**
     * Credits what came back, on one credit note for each invoice it was on.
     *
     * @throws ma.qutb.kernel.Refusal {@code market.invoice.refusal.not-invoiced} when something was never invoiced or is credited already
     */
    List<Issued> credit(Return returned, Poster by);

    /** Everything issued about a sale, the oldest first. */
    List<Issued> of(UUID sale);
}
