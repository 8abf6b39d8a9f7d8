package ma.qutb.materials.supply;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.ChartRole;
import ma.qutb.ledger.Commodity;
import ma.qutb.ledger.Draft;
import ma.qutb.ledger.Ledger;
import ma.qutb.ledger.Poster;
import ma.qutb.ledger.Source;
import ma.qutb.materials.FundAccounts;
import ma.qutb.materials.SalePoints;
import ma.qutb.materials.account.BankAccounts;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes in suppliers' bills and pays them from the bank account of the point. */
@Service
@Transactional
public class PayingSuppliers {

    private final JdbcClient database;
    private final Orders orders;
    private final SalePoints points;
    private final FundAccounts accounts;
    private final SupplierAccounts suppliers;
    private final BankAccounts banks;
    private final Ledger ledger;
    private final Clock clock;

    PayingSuppliers(
            JdbcClient database,
            Orders orders,
            SalePoints points,
            FundAccounts accounts,
            SupplierAccounts suppliers,
            BankAccounts banks,
            Ledger ledger,
            Clock clock) {
        this.database = database;
        this.orders = orders;
        this.points = points;
        this.accounts = accounts;
        this.suppliers = suppliers;
        this.banks = banks;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * A bill as it came.
     *
     * @param key minted with the form
     * @param amount centimes
     */
    public record Bill(
            UUID key,
            String reference,
            LocalDate invoicedOn,
            Optional<LocalDate> dueOn,
            long amount,
            Optional<UUID> file) {}

    /**
     * Takes a bill for all that came of the order and was not billed yet. The cost of the lots stays as it was; what the bill
     * asks more or less is a charge of its own.
     *
     * @throws Refusal when nothing is unbilled, or the supplier has sent this bill before
     */
    public UUID bill(UUID order, Bill it, Poster by) {
        var asked = orders.hold(order);
        var before = orders.byKey("supplier_invoice", it.key());
        if (before.isPresent()) {
            return before.get();
        }
        check(asked, it);
        var id = Ids.next();
        try {
            insert(id, asked, it);
        } catch (DataIntegrityViolationException e) {
            throw Refusal.when("supplier_invoice_once", e, "materials.invoice.refusal.known", it.reference());
        }
        database.sql(
                        "update materials.receipt set invoice_id = :invoice where order_id = :order and invoice_id is null")
                .param("invoice", id)
                .param("order", order)
                .update();
        ledger.post(billed(asked, it, id), by);
        return id;
    }

    private void check(Order asked, Bill it) {
        if (it.reference().isBlank()) {
            throw new Refusal("materials.invoice.refusal.no-reference");
        }
        if (it.amount() <= 0) {
            throw new Refusal("materials.invoice.refusal.no-amount");
        }
        if (asked.uninvoiced() == 0) {
            throw new Refusal("materials.invoice.refusal.nothing-open");
        }
        if (it.invoicedOn().isAfter(LocalDate.now(clock))
                || it.dueOn().filter(it.invoicedOn()::isAfter).isPresent()) {
            throw new Refusal("materials.invoice.refusal.day");
        }
    }

    private void insert(UUID id, Order asked, Bill it) {
        database.sql("""
                        insert into materials.supplier_invoice (id, key, order_id, supplier_id, reference, invoiced_on, due_on,
                            received_centimes, amount_centimes, file)
                        values (:id, :key, :order, :supplier, :reference, :invoiced_on, :due_on, :received, :amount, :file)
                        """)
                .param("id", id)
                .param("key", it.key())
                .param("order", asked.id())
                .param("supplier", asked.supplier().value())
                .param("reference", it.reference())
                .param("invoiced_on", it.invoicedOn())
                .param("due_on", it.dueOn().orElse(null), Types.DATE)
                .param("received", asked.uninvoiced())
                .param("amount", it.amount())
                .param("file", it.file().orElse(null), Types.OTHER)
                .update();
    }

    private Draft billed(Order asked, Bill it, UUID id) {
        var fund = points.find(asked.point()).orElseThrow().fund();
        var draft = Draft.of(fund.book(), it.key(), "supplier-invoice", it.invoicedOn())
                .because(it.reference() + " · " + asked.supplierName())
                .from(new Source("supplier-invoice", id))
                .debit(suppliers.notBilled(fund, asked.supplier(), asked.supplierName()), asked.uninvoiced())
                .credit(suppliers.billed(fund, asked.supplier(), asked.supplierName()), it.amount());
        long more = it.amount() - asked.uninvoiced();
        var difference = accounts.of(fund, ChartRole.EXPENSE, Commodity.MAD);
        return more > 0 ? draft.debit(difference, more) : more < 0 ? draft.credit(difference, -more) : draft;
    }

    /**
     * Pays a bill, or part of it.
     *
     * @param key minted with the form
     * @param amount centimes
     * @throws Refusal when it is more than is open, or more than the bank account holds
     */
    public UUID pay(UUID key, UUID invoice, LocalDate day, long amount, String reference, Poster by) {
        var order = orders.hold(orders.invoice(invoice).orElseThrow().order());
        var before = orders.byKey("supplier_payment", key);
        if (before.isPresent()) {
            return before.get();
        }
        var bill = orders.invoice(invoice).orElseThrow();
        var point = points.find(order.point()).orElseThrow();
        check(bill, day, amount);
        var bank = banks.paying(point, amount);
        var id = Ids.next();
        database.sql("""
                        insert into materials.supplier_payment (id, key, invoice_id, paid_on, amount_centimes, reference)
                        values (:id, :key, :invoice, :day, :amount, :reference)
                        """)
                .param("id", id)
                .param("key", key)
                .param("invoice", invoice)
                .param("day", day)
                .param("amount", amount)
                .param("reference", reference)
                .update();
        ledger.post(
                Draft.of(point.fund().book(), key, "supplier-payment", day)
                        .because(bill.reference() + " · " + order.supplierName())
                        .from(new Source("supplier-payment", id))
                        .debit(suppliers.billed(point.fund(), order.supplier(), order.supplierName()), amount)
                        .credit(bank, amount),
                by);
        return id;
    }

    private void check(Orders.Invoice bill, LocalDate day, long amount) {
        if (amount <= 0) {
            throw new Refusal("materials.payment.refusal.no-amount");
        }
        if (amount > bill.open()) {
            throw new Refusal("materials.payment.refusal.too-much", bill.open() / 100.0);
        }
        if (day.isAfter(LocalDate.now(clock)) || day.isBefore(bill.invoicedOn())) {
            throw new Refusal("materials.payment.refusal.day");
        }
    }
}
