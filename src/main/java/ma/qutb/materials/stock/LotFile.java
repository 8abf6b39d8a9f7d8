package ma.qutb.materials.stock;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.materials.LotId;
import ma.qutb.materials.SalePointId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Where a lot is from, where it has lain and what it became. */
@Repository
@Transactional(readOnly = true)
public class LotFile {

    private final JdbcClient database;

    LotFile(JdbcClient database) {
        this.database = database;
    }

    /** Its papers. */
    public record Origin(
            String origin,
            Optional<String> supplier,
            String purchaseDocument,
            Optional<UUID> purchaseFile,
            String assayCertificate,
            Optional<UUID> assayFile,
            Optional<String> scale,
            Optional<UUID> scalePhoto,
            Optional<UUID> order,
            Optional<Long> orderNumber,
            String deliveryNote,
            Optional<String> invoice,
            boolean paid,
            Optional<UUID> transform,
            Optional<String> transformKind) {}

    Origin origin(LotId lot) {
        return database.sql("""
                        select l.origin, s.name, l.purchase_document, l.purchase_file, l.assay_certificate, l.assay_file, c.name as scale,
                               l.scale_photo, o.id as order_id, o.number as order_number, coalesce(r.delivery_note, '') as delivery_note,
                               i.reference, coalesce(i.amount_centimes <= (select sum(y.amount_centimes) from materials.supplier_payment y
                                   where y.invoice_id = i.id), false) as paid, t.id as transform, t.kind
                          from materials.lot l
                          left join materials.supplier s on s.id = l.supplier_id
                          left join materials.scale c on c.id = l.scale_id
                          left join materials.receipt r on r.lot_id = l.id
                          left join materials.purchase_order o on o.id = r.order_id
                          left join materials.supplier_invoice i on i.id = r.invoice_id
                          left join materials.transform_output x on x.lot_id = l.id
                          left join materials.transform t on t.id = x.transform_id
                         where l.id = :lot
                        """)
                .param("lot", lot.value())
                .query((row, number) -> new Origin(
                        row.getString("origin"),
                        Optional.ofNullable(row.getString("name")),
                        row.getString("purchase_document"),
                        Optional.ofNullable(row.getObject("purchase_file", UUID.class)),
                        row.getString("assay_certificate"),
                        Optional.ofNullable(row.getObject("assay_file", UUID.class)),
                        Optional.ofNullable(row.getString("scale")),
                        Optional.ofNullable(row.getObject("scale_photo", UUID.class)),
                        Optional.ofNullable(row.getObject("order_id", UUID.class)),
                        Optional.ofNullable(row.getObject("order_number", Long.class)),
                        row.getString("delivery_note"),
                        Optional.ofNullable(row.getString("reference")),
                        row.getBoolean("paid"),
                        Optional.ofNullable(row.getObject("transform", UUID.class)),
                        Optional.ofNullable(row.getString("kind"))))
                .single();
    }

    /** The points it has lain at. */
    List<SalePointId> points(LotId lot) {
        return database
                .sql("select sale_point_id from materials.lot_at_point where lot_id = :lot")
                .param("lot", lot.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(SalePointId::new)
                .toList();
    }

    /** A transfer as its page shows it. */
    public record Transfer(
            UUID id,
            long number,
            LotId lot,
            SalePointId from,
            SalePointId to,
            LocalDate sentOn,
            long weight,
            long fine,
            long cost,
            String carrier,
            Optional<LocalDate> arrivedOn,
            long arrivedWeight,
            String missingBecause) {

        public String path() {
            return "/app/materials/transfers/" + id;
        }
    }

    Optional<Transfer> transfer(UUID id) {
        return database.sql("select * from materials.transfer where id = :id")
                .param("id", id)
                .query((row, number) -> new Transfer(
                        row.getObject("id", UUID.class),
                        row.getLong("number"),
                        new LotId(row.getObject("lot_id", UUID.class)),
                        new SalePointId(row.getObject("from_point", UUID.class)),
                        new SalePointId(row.getObject("to_point", UUID.class)),
                        row.getObject("sent_on", LocalDate.class),
                        row.getLong("weight"),
                        row.getLong("fine"),
                        row.getLong("cost_centimes"),
                        row.getString("carrier"),
                        Optional.ofNullable(row.getObject("arrived_on", LocalDate.class)),
                        row.getLong("arrived_weight"),
                        row.getString("missing_because")))
                .optional();
    }

    /** One lot of a transformation. */
    public record Part(LotId lot, String number, String fineness, long weight, long fine, long cost) {}

    /** A transformation as its page shows it. */
    public record Transform(
            UUID id,
            long number,
            String kind,
            SalePointId point,
            LocalDate doneOn,
            String reason,
            long alloy,
            long lostWeight,
            long lostFine,
            long lostCost,
            Optional<UUID> photo,
            Optional<UUID> document,
            List<Part> inputs,
            List<Part> outputs) {}

    Optional<Transform> transform(UUID id) {
        return database.sql("select * from materials.transform where id = :id")
                .param("id", id)
                .query((row, number) -> new Transform(
                        id,
                        row.getLong("number"),
                        row.getString("kind"),
                        new SalePointId(row.getObject("sale_point_id", UUID.class)),
                        row.getObject("done_on", LocalDate.class),
                        row.getString("reason"),
                        row.getLong("alloy_weight"),
                        row.getLong("lost_weight"),
                        row.getLong("lost_fine"),
                        row.getLong("lost_centimes"),
                        Optional.ofNullable(row.getObject("photo", UUID.class)),
                        Optional.ofNullable(row.getObject("document", UUID.class)),
                        parts(id, "materials.transform_input x join materials.lot l on l.id = x.lot_id", "x"),
                        parts(id, "materials.transform_output x join materials.lot l on l.id = x.lot_id", "l")))
                .optional();
    }

    private List<Part> parts(UUID transform, String from, String amounts) {
        return database.sql("""
                        select l.id, l.material_code || '-' || lpad(l.number::text, 6, '0'), coalesce(trim_scale(l.fineness / 10.0)::text, ''),
                               %1$s.weight, %1$s.fine, %1$s.cost_centimes
                          from %2$s where x.transform_id = :id order by l.number
                        """.formatted(amounts, from))
                .param("id", transform)
                .query((row, number) -> new Part(
                        new LotId(row.getObject(1, UUID.class)),
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6)))
                .list();
    }

    /** A write-off as its page shows it. */
    public record WriteOff(
            UUID id,
            long number,
            String kind,
            LotId lot,
            SalePointId point,
            LocalDate happenedOn,
            long weight,
            long fine,
            long cost,
            String reason,
            String reportNumber,
            Optional<UUID> document) {}

    Optional<WriteOff> writeOff(UUID id) {
        return database.sql("select * from materials.write_off where id = :id")
                .param("id", id)
                .query((row, number) -> new WriteOff(
                        id,
                        row.getLong("number"),
                        row.getString("kind"),
                        new LotId(row.getObject("lot_id", UUID.class)),
                        new SalePointId(row.getObject("sale_point_id", UUID.class)),
                        row.getObject("happened_on", LocalDate.class),
                        row.getLong("weight"),
                        row.getLong("fine"),
                        row.getLong("cost_centimes"),
                        row.getString("reason"),
                        row.getString("report_number"),
                        Optional.ofNullable(row.getObject("document", UUID.class))))
                .optional();
    }
}
