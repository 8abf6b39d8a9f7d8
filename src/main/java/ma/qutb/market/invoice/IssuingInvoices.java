package ma.qutb.market.invoice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Poster;
import ma.qutb.market.PriceParts;
import ma.qutb.market.Wording;
import ma.qutb.market.invoice.InvoiceTable.Row;
import ma.qutb.market.invoice.InvoiceTable.Taxed;
import ma.qutb.market.invoice.InvoiceTable.Written;
import ma.qutb.shell.Texts;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives invoices their numbers in the transaction of what they are about: if that fails, the number was never given. */
@Service
@Transactional
class IssuingInvoices implements Invoices {

    private static final String HOME = "MA";

    private final Issuers issuers;
    private final InvoiceTable invoices;
    private final Goods goods;
    private final Exports exports;
    private final Texts texts;
    private final Clock clock;

    IssuingInvoices(Issuers issuers, InvoiceTable invoices, Goods goods, Exports exports, Texts texts, Clock clock) {
        this.issuers = issuers;
        this.invoices = invoices;
        this.goods = goods;
        this.exports = exports;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public List<Issued> issue(Sale sale, Poster by) {
        var before = of(sale.id());
        if (!before.isEmpty()) {
            return before;
        }
        var natures = goods.of(sale.lines().stream().map(Line::product).toList());
        boolean abroad = !sale.buyer().country().equals(HOME);
        var parts = new LinkedHashMap<Issuer, List<Written>>();
        var advances = new HashMap<Issuer, Long>();
        for (var line : sale.lines()) {
            var issuer = issuers.of(line.maker());
            var nature = natures.getOrDefault(line.product().value(), Goods.Nature.SERVICE);
            parts.computeIfAbsent(issuer, _ -> new ArrayList<>())
                    .add(new Written(
                            issuer.id(),
                            line.id(),
                            line.title(),
                            taxed(issuer, nature, abroad, line.serial(), line.parts())));
            advances.merge(issuer, line.advance(), Long::sum);
        }
        if (sale.delivery() > 0) {
            var pole = issuers.pole();
            var price = new PriceParts(sale.delivery(), sale.delivery(), 0, 0, 0, 0, 0);
            parts.computeIfAbsent(pole, _ -> new ArrayList<>())
                    .add(new Written(
                            pole.id(), null, delivery(), taxed(pole, Goods.Nature.SERVICE, abroad, "", price)));
        }
        // Whoever issues at the same moment takes the series in the same order.
        parts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(Issuer::code)))
                .forEach(it -> invoices.add(
                        row(sale, it.getKey(), advances.getOrDefault(it.getKey(), 0L)),
                        it.getValue(),
                        today(),
                        clock.instant(),
                        by.name()));
        if (abroad) {
            exports.leaves(sale, today());
        }
        return of(sale.id());
    }

    private static Row row(Sale sale, Issuer issuer, long advance) {
        return new Row(
                Ids.next(),
                InvoiceTable.INVOICE,
                issuer,
                sale.id(),
                sale.id(),
                sale.number(),
                null,
                sale.language(),
                sale.buyer(),
                sale.method(),
                "",
                advance,
                sale.demonstration());
    }

    private static Taxed taxed(Issuer issuer, Goods.Nature nature, boolean abroad, String serial, PriceParts parts) {
        var category = TaxCategory.of(Regime.of(issuer.regime()), nature.taxClass(), abroad);
        return new Taxed(
                serial,
                nature.hs(),
                nature.weight(),
                parts.price(),
                category.code(),
                category.rate(),
                category.within(parts.price()),
                parts.tax());
    }

    private Wording delivery() {
        var key = "market.invoice.delivery";
        return new Wording(
                texts.say(Language.AR, key), texts.say(Language.FR, key), texts.say(Language.EN, key), "", "");
    }

    @Override
    public List<Issued> credit(Return returned, Poster by) {
        var all = invoices.of(returned.sale());
        var done = all.stream()
                .filter(it -> it.credit() && invoices.isOf(it.id(), returned.id()))
                .toList();
        if (!done.isEmpty()) {
            return done.stream().map(IssuingInvoices::issued).toList();
        }
        var written = invoices.written(returned.sale());
        var parts = new LinkedHashMap<UUID, List<Written>>();
        for (var line : returned.lines()) {
            var it = written.stream()
                    .filter(one -> line.equals(one.source()))
                    .findFirst()
                    .orElseThrow(() -> new Refusal("market.invoice.refusal.not-invoiced"));
            parts.computeIfAbsent(it.invoice(), _ -> new ArrayList<>()).add(it);
        }
        if (returned.delivery() > 0) {
            var it = written.stream()
                    .filter(one -> one.source() == null && one.taxed().amount() >= returned.delivery())
                    .findFirst()
                    .orElseThrow(() -> new Refusal("market.invoice.refusal.not-invoiced"));
            parts.computeIfAbsent(it.invoice(), _ -> new ArrayList<>()).add(partly(it, returned.delivery()));
        }
        try {
            all.stream().filter(it -> parts.containsKey(it.id())).forEach(it -> {
                var lines = parts.getOrDefault(it.id(), List.of());
                invoices.add(row(it, returned), lines, today(), clock.instant(), by.name());
                if (it.abroad()) {
                    exports.comesBack(
                            returned.sale(),
                            lines.stream()
                                    .mapToLong(one -> one.taxed().amount())
                                    .sum());
                }
            });
        } catch (DataIntegrityViolationException e) {
            throw Refusal.when("invoice_line_once", e, "market.invoice.refusal.not-invoiced");
        }
        return invoices.of(returned.sale()).stream()
                .filter(it -> it.credit() && invoices.isOf(it.id(), returned.id()))
                .map(IssuingInvoices::issued)
                .toList();
    }

    /** The identifiers are those of the invoice it corrects, whatever the issuer is called today. */
    private static Row row(Invoice invoice, Return returned) {
        return new Row(
                Ids.next(),
                InvoiceTable.CREDIT_NOTE,
                invoice.issuer(),
                returned.id(),
                returned.sale(),
                invoice.saleNumber(),
                invoice.id(),
                invoice.language(),
                invoice.buyer(),
                invoice.method(),
                returned.reason().isBlank() ? "—" : returned.reason(),
                0,
                invoice.demonstration());
    }

    private static Written partly(Written line, long amount) {
        var it = line.taxed();
        long tax = (it.tax() * amount * 2 + it.amount()) / (it.amount() * 2);
        return new Written(
                line.invoice(),
                null,
                line.title(),
                new Taxed(it.serial(), it.hs(), it.weight(), amount, it.category(), it.rate(), tax, 0));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Issued> of(UUID sale) {
        return invoices.of(sale).stream().map(IssuingInvoices::issued).toList();
    }

    private static Issued issued(Invoice it) {
        return new Issued(it.id(), it.number(), it.credit(), it.issuedOn(), it.total());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
