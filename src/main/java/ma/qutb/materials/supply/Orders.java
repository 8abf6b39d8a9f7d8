package ma.qutb.materials.supply;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.materials.Fineness;
import ma.qutb.materials.LotId;
import ma.qutb.materials.MaterialCode;
import ma.qutb.materials.SalePointId;
import ma.qutb.materials.SupplierId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Orders with what came of them, their bills and payments. */
@Repository
@Transactional(readOnly = true)
public class Orders {

    private static final String ORDER = """
            select o.id, o.number, o.sale_point_id, o.supplier_id, s.name as supplier, o.material_code, o.fineness, o.weight, o.unit_price,
                   o.ordered_on, o.expected_on, o.closed_on, o.closed_because, o.demonstration,
                   coalesce(came.weight, 0) as received, coalesce(came.cost, 0) as received_cost, coalesce(came.open, 0) as uninvoiced
              from materials.purchase_order o
              join materials.supplier s on s.id = o.supplier_id
              left join lateral (
                  select sum(l.weight)::bigint as weight, sum(l.cost_centimes)::bigint as cost,
                         (sum(l.cost_centimes) filter (where r.invoice_id is null))::bigint as open
                    from materials.receipt r join materials.lot l on l.id = r.lot_id where r.order_id = o.id) came on true
            """;

    private final JdbcClient database;

    Orders(JdbcClient database) {
        this.database = database;
    }

    public Optional<Order> find(UUID order) {
        return database.sql(ORDER + "where o.id = :id")
                .param("id", order)
                .query(Orders::order)
                .optional();
    }

    /** The order, kept from everybody else until the transaction ends. */
    @Transactional
    Order hold(UUID order) {
        database.sql("select from materials.purchase_order where id = :id for update")
                .param("id", order)
                .query(row -> {});
        return find(order).orElseThrow();
    }

    Optional<UUID> byKey(String table, UUID key) {
        var id = table.equals("receipt") ? "lot_id" : "id";
        return database.sql("select " + id + " from materials." + table + " where key = :key")
                .param("key", key)
                .query(UUID.class)
                .optional();
    }

    /** A delivery of an order. */
    public record Receipt(
            LotId lot,
            String number,
            LocalDate receivedOn,
            long weight,
            long cost,
            String deliveryNote,
            boolean invoiced) {}

    public List<Receipt> receipts(UUID order) {
        return database.sql("""
                        select l.id, l.material_code || '-' || lpad(l.number::text, 6, '0'), l.received_on, l.weight, l.cost_centimes,
                               r.delivery_note, r.invoice_id is not null
                          from materials.receipt r join materials.lot l on l.id = r.lot_id
                         where r.order_id = :order order by l.number
                        """)
                .param("order", order)
                .query((row, number) -> new Receipt(
                        new LotId(row.getObject(1, UUID.class)),
                        row.getString(2),
                        row.getObject(3, LocalDate.class),
                        row.getLong(4),
                        row.getLong(5),
                        row.getString(6),
                        row.getBoolean(7)))
                .list();
    }

    /**
     * A bill of a supplier.
     *
     * @param received centimes of the deliveries it is for, as they were valued when they came
     */
    public record Invoice(
            UUID id,
            UUID order,
            SupplierId supplier,
            String reference,
            LocalDate invoicedOn,
            Optional<LocalDate> dueOn,
            long received,
            long amount,
            long paid,
            Optional<UUID> file) {

        public long open() {
            return amount - paid;
        }
    }

    private static final String INVOICE = """
            select i.id, i.order_id, i.supplier_id, i.reference, i.invoiced_on, i.due_on, i.received_centimes, i.amount_centimes, i.file,
                   coalesce((select sum(p.amount_centimes) from materials.supplier_payment p where p.invoice_id = i.id), 0)::bigint as paid
              from materials.supplier_invoice i
            """;

    public List<Invoice> invoices(UUID order) {
        return database.sql(INVOICE + "where i.order_id = :order order by i.invoiced_on, i.id")
                .param("order", order)
                .query(Orders::invoice)
                .list();
    }

    public Optional<Invoice> invoice(UUID invoice) {
        return database.sql(INVOICE + "where i.id = :id")
                .param("id", invoice)
                .query(Orders::invoice)
                .optional();
    }

    /** Money paid on a bill. */
    public record Payment(UUID id, UUID invoice, LocalDate paidOn, long amount, String reference) {}

    public List<Payment> payments(UUID order) {
        return database.sql("""
                        select p.id, p.invoice_id, p.paid_on, p.amount_centimes, p.reference
                          from materials.supplier_payment p join materials.supplier_invoice i on i.id = p.invoice_id
                         where i.order_id = :order order by p.paid_on, p.id
                        """)
                .param("order", order)
                .query((row, number) -> new Payment(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getObject(3, LocalDate.class),
                        row.getLong(4),
                        row.getString(5)))
                .list();
    }

    /** The order a bill or a payment belongs to. */
    public Optional<UUID> orderOf(UUID billOrPayment) {
        return database.sql("""
                        select order_id from materials.supplier_invoice where id = :id
                        union all
                        select i.order_id from materials.supplier_payment p join materials.supplier_invoice i on i.id = p.invoice_id
                         where p.id = :id
                        """).param("id", billOrPayment).query(UUID.class).optional();
    }

    private static Order order(ResultSet row, int number) throws SQLException {
        @Nullable Integer fineness = row.getObject("fineness", Integer.class);
        return new Order(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                new SalePointId(row.getObject("sale_point_id", UUID.class)),
                new SupplierId(row.getObject("supplier_id", UUID.class)),
                row.getString("supplier"),
                new MaterialCode(row.getString("material_code")),
                Optional.ofNullable(fineness).map(Fineness::new),
                row.getLong("weight"),
                row.getLong("unit_price"),
                row.getObject("ordered_on", LocalDate.class),
                Optional.ofNullable(row.getObject("expected_on", LocalDate.class)),
                Optional.ofNullable(row.getObject("closed_on", LocalDate.class)),
                row.getString("closed_because"),
                row.getLong("received"),
                row.getLong("received_cost"),
                row.getLong("uninvoiced"),
                row.getBoolean("demonstration"));
    }

    private static Invoice invoice(ResultSet row, int number) throws SQLException {
        return new Invoice(
                row.getObject("id", UUID.class),
                row.getObject("order_id", UUID.class),
                new SupplierId(row.getObject("supplier_id", UUID.class)),
                row.getString("reference"),
                row.getObject("invoiced_on", LocalDate.class),
                Optional.ofNullable(row.getObject("due_on", LocalDate.class)),
                row.getLong("received_centimes"),
                row.getLong("amount_centimes"),
                row.getLong("paid"),
                Optional.ofNullable(row.getObject("file", UUID.class)));
    }
}
