package ma.qutb.materials.stock;

import java.sql.Types;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.AccountId;
import ma.qutb.ledger.Bounds;
import ma.qutb.ledger.ChartRole;
import ma.qutb.ledger.Commodity;
import ma.qutb.ledger.Label;
import ma.qutb.ledger.Owner;
import ma.qutb.materials.FundAccounts;
import ma.qutb.materials.Lot;
import ma.qutb.materials.LotAtPoint;
import ma.qutb.materials.LotId;
import ma.qutb.materials.Lots;
import ma.qutb.materials.Material;
import ma.qutb.materials.Materials;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.SupplierId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes down lots and gives them their accounts where they lie; what is in those accounts is posted by whoever brings the lot. */
@Service
@Transactional
public class KeepingLots {

    private final JdbcClient database;
    private final FundAccounts accounts;
    private final Materials materials;
    private final Lots lots;

    KeepingLots(JdbcClient database, FundAccounts accounts, Materials materials, Lots lots) {
        this.database = database;
        this.accounts = accounts;
        this.materials = materials;
        this.lots = lots;
    }

    /** A new lot at a point, with empty accounts. */
    public LotAtPoint keep(NewLot it, SalePoint point) {
        var material = materials.find(it.material()).orElseThrow();
        if (material.hasFineness() != it.fineness().isPresent()) {
            throw new Refusal("materials.lot.refusal.fineness");
        }
        if (it.weight() <= 0) {
            throw new Refusal("materials.lot.refusal.no-weight");
        }
        var id = insert(it, point);
        return place(lots.find(id).orElseThrow(), material, point);
    }

    private LotId insert(NewLot it, SalePoint point) {
        var id = LotId.next();
        var papers = it.papers();
        database.sql("""
                        insert into materials.lot (id, number, fund_id, material_code, origin, supplier_id, purchase_document,
                            purchase_file, assay_certificate, assay_file, scale_id, scale_photo, weight, fineness, fine, cost_centimes,
                            received_on, demonstration)
                        values (:id, nextval('materials.lot_number'), :fund, :material, :origin, :supplier, :purchase_document,
                            :purchase_file, :assay_certificate, :assay_file, :scale, :scale_photo, :weight, :fineness, :fine, :cost,
                            :received_on, :demonstration)
                        """)
                .param("id", id.value())
                .param("fund", point.fund().id().value())
                .param("material", it.material().value())
                .param("origin", it.origin())
                .param("supplier", it.supplier().map(SupplierId::value).orElse(null), Types.OTHER)
                .param("purchase_document", papers.purchaseDocument())
                .param("purchase_file", papers.purchaseFile().orElse(null), Types.OTHER)
                .param("assay_certificate", papers.assayCertificate())
                .param("assay_file", papers.assayFile().orElse(null), Types.OTHER)
                .param("scale", papers.scale().orElse(null), Types.OTHER)
                .param("scale_photo", papers.scalePhoto().orElse(null), Types.OTHER)
                .param("weight", it.weight())
                .param("fineness", it.fineness().map(f -> f.tenths()).orElse(null), Types.INTEGER)
                .param("fine", it.fine())
                .param("cost", it.cost())
                .param("received_on", it.receivedOn())
                .param("demonstration", point.demonstration())
                .update();
        return id;
    }

    /** The accounts of a lot at a point it lies at for the first time, or those it has there. */
    public LotAtPoint place(Lot lot, SalePoint point) {
        return place(lot, materials.find(lot.material()).orElseThrow(), point);
    }

    private LotAtPoint place(Lot lot, Material material, SalePoint point) {
        var before = lots.at(point.id(), lot.id());
        if (before.isPresent()) {
            return before.get();
        }
        var cost = account(lot, point, Commodity.MAD);
        var weight = account(lot, point, material.commodity());
        var fine = material.fineCommodity().map(it -> account(lot, point, it));
        database.sql("""
                        insert into materials.lot_at_point (lot_id, sale_point_id, cost_account, weight_account, fine_account)
                        values (:lot, :point, :cost, :weight, :fine)
                        """)
                .param("lot", lot.id().value())
                .param("point", point.id().value())
                .param("cost", cost.value())
                .param("weight", weight.value())
                .param("fine", uuid(fine), Types.OTHER)
                .update();
        return lots.at(point.id(), lot.id()).orElseThrow();
    }

    private static @Nullable UUID uuid(Optional<AccountId> account) {
        return account.map(AccountId::value).orElse(null);
    }

    private AccountId account(Lot lot, SalePoint point, String commodity) {
        return accounts.of(
                point.fund(),
                ChartRole.STOCK,
                commodity,
                Owner.of(Owner.Kind.SALE_POINT, point.id().value()),
                lot.id().value(),
                label(lot, point),
                Bounds.NOT_BELOW_ZERO);
    }

    private static Label label(Lot lot, SalePoint point) {
        return new Label(
                lot.number() + " · " + point.name().arabic(),
                lot.number() + " · " + point.name().french(),
                lot.number() + " · " + point.name().english());
    }
}
