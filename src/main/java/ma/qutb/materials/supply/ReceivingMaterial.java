package ma.qutb.materials.supply;

import java.math.BigInteger;
import java.time.Clock;
import java.time.LocalDate;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.ChartRole;
import ma.qutb.ledger.Draft;
import ma.qutb.ledger.Ledger;
import ma.qutb.ledger.Poster;
import ma.qutb.ledger.Source;
import ma.qutb.materials.FundAccounts;
import ma.qutb.materials.LotAtPoint;
import ma.qutb.materials.LotId;
import ma.qutb.materials.Material;
import ma.qutb.materials.Materials;
import ma.qutb.materials.Portion;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.SalePoints;
import ma.qutb.materials.stock.KeepingLots;
import ma.qutb.materials.stock.NewLot;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes in what came of an order: a lot with its weight, fineness and cost, owed to the supplier until the bill comes. */
@Service
@Transactional
public class ReceivingMaterial {

    private final JdbcClient database;
    private final Orders orders;
    private final SalePoints points;
    private final Materials materials;
    private final KeepingLots keeping;
    private final FundAccounts accounts;
    private final SupplierAccounts suppliers;
    private final Ledger ledger;
    private final Clock clock;

    ReceivingMaterial(
            JdbcClient database,
            Orders orders,
            SalePoints points,
            Materials materials,
            KeepingLots keeping,
            FundAccounts accounts,
            SupplierAccounts suppliers,
            Ledger ledger,
            Clock clock) {
        this.database = database;
        this.orders = orders;
        this.points = points;
        this.materials = materials;
        this.keeping = keeping;
        this.accounts = accounts;
        this.suppliers = suppliers;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @throws Refusal when more comes than was ordered, nothing does, or the day is ahead */
    public LotId receive(java.util.UUID order, Delivery it, Poster by) {
        var asked = orders.hold(order);
        var before = orders.byKey("receipt", it.key());
        if (before.isPresent()) {
            return new LotId(before.get());
        }
        check(asked, it);
        var point = points.find(asked.point()).orElseThrow();
        var material = materials.find(asked.material()).orElseThrow();
        var fineness = material.hasFineness() ? it.fineness().or(asked::fineness) : it.fineness();
        long cost = it.cost().orElseGet(() -> value(it.weight(), asked.unitPrice(), material));
        var lot = keeping.keep(
                NewLot.received(
                        asked.material(), asked.supplier(), it.weight(), fineness, cost, it.receivedOn(), it.papers()),
                point);
        database.sql(
                        "insert into materials.receipt (lot_id, key, order_id, delivery_note) values (:lot, :key, :order, :note)")
                .param("lot", lot.lot().id().value())
                .param("key", it.key())
                .param("order", order)
                .param("note", it.deliveryNote())
                .update();
        ledger.post(entry(asked, it, point, material, lot), by);
        return lot.lot().id();
    }

    private void check(Order asked, Delivery it) {
        if (it.weight() <= 0) {
            throw new Refusal("materials.order.refusal.no-weight");
        }
        if (asked.closedOn().isPresent()) {
            throw new Refusal("materials.order.refusal.closed");
        }
        if (!asked.takes(it.weight())) {
            throw new Refusal("materials.receipt.refusal.more-than-ordered", Order.MORE_PERCENT);
        }
        if (it.receivedOn().isAfter(LocalDate.now(clock)) || it.receivedOn().isBefore(asked.orderedOn())) {
            throw new Refusal("materials.receipt.refusal.day");
        }
        if (it.cost().filter(cost -> cost < 0).isPresent()) {
            throw new Refusal("materials.receipt.refusal.cost");
        }
    }

    private Draft entry(Order asked, Delivery it, SalePoint point, Material material, LotAtPoint lot) {
        var fund = point.fund();
        var draft = Draft.of(fund.book(), it.key(), "material-received", it.receivedOn())
                .because(lot.lot().number() + " · " + asked.supplierName())
                .from(new Source("lot", lot.lot().id().value()))
                .debit(lot.weightAccount(), it.weight())
                .credit(accounts.of(fund, ChartRole.OUTSIDE, material.commodity()), it.weight());
        if (lot.lot().cost() > 0) {
            draft = draft.debit(lot.costAccount(), lot.lot().cost())
                    .credit(
                            suppliers.notBilled(fund, asked.supplier(), asked.supplierName()),
                            lot.lot().cost());
        }
        if (lot.lot().fine() > 0) {
            draft = draft.debit(lot.fineAccount().orElseThrow(), lot.lot().fine())
                    .credit(
                            accounts.of(
                                    fund,
                                    ChartRole.OUTSIDE,
                                    material.fineCommodity().orElseThrow()),
                            lot.lot().fine());
        }
        return draft;
    }

    /** What a weight costs at a price for the whole unit. */
    static long value(long weight, long unitPrice, Material material) {
        return Portion.of(
                weight, unitPrice, BigInteger.TEN.pow(material.decimals()).longValueExact());
    }
}
