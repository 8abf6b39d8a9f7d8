package ma.qutb.market.invoice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Language;
import ma.qutb.market.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The rows of invoices, which are added and read. */
@Component
class InvoiceTable {

    /** What is written of an invoice. */
    record Row(
            UUID id,
            String kind,
            Issuer issuer,
            UUID act,
            UUID sale,
            String saleNumber,
            @Nullable UUID credits,
            Language language,
            Invoices.Buyer buyer,
            String method,
            String reason,
            long advance,
            boolean demonstration) {}

    /**
     * A line.
     *
     * @param invoice it is on, where it was read; of no meaning before it is written
     */
    record Written(UUID invoice, @Nullable UUID source, Wording title, Taxed taxed) {}

    /** What a line says besides its title. */
    record Taxed(String serial, String hs, long weight, long amount, String category, int rate, long tax, long aside) {}

    static final String INVOICE = "invoice";
    static final String CREDIT_NOTE = "credit_note";

    private static final String SELECT = """
        select i.*, coalesce(c.number, '') as credited from market.invoice i left join market.invoice c on c.id = i.credits""";

    private final JdbcClient database;
    private final JsonMapper json;

    InvoiceTable(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** The next place in the series; whoever else wants one waits for this transaction, and gets it if it fails. */
    int next(UUID issuer, String kind, int year) {
        return database.sql("""
            insert into market.invoice_series as series (issuer_id, kind, year, last) values (:issuer, :kind, :year, 1)
            on conflict on constraint invoice_series_pk do update set last = series.last + 1
            returning last
            """)
                .param("issuer", issuer)
                .param("kind", kind)
                .param("year", year)
                .query(Integer.class)
                .single();
    }

    String add(Row row, List<Written> lines, LocalDate day, Instant now, String by) {
        int position = next(row.issuer().id(), row.kind(), day.getYear());
        var number = "%s-%s-%d-%06d"
                .formatted(
                        row.kind().equals(INVOICE) ? "FA" : "AV", row.issuer().code(), day.getYear(), position);
        database.sql("""
            insert into market.invoice (id, kind, number, issuer_id, year, position, act_id, sale_id, sale_number, credits, issued_on,
                issued_at, by_name, language, issuer, buyer, country, payment_method, reason, total, tax, advance, demonstration)
            values (:id, :kind, :number, :issuerId, :year, :position, :act, :sale, :saleNumber, :credits, :day, :now, :by, :language,
                cast(:issuer as jsonb), cast(:buyer as jsonb), :country, :method, :reason, :total, :tax, :advance, :demonstration)
            """)
                .param("id", row.id())
                .param("kind", row.kind())
                .param("number", number)
                .param("issuerId", row.issuer().id())
                .param("year", day.getYear())
                .param("position", position)
                .param("act", row.act())
                .param("sale", row.sale())
                .param("saleNumber", row.saleNumber())
                .param("credits", row.credits())
                .param("day", day)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("language", row.language().code())
                .param("issuer", json.writeValueAsString(row.issuer()))
                .param("buyer", json.writeValueAsString(row.buyer()))
                .param("country", row.buyer().country())
                .param("method", row.method())
                .param("reason", row.reason())
                .param("advance", row.advance())
                .param(
                        "total",
                        lines.stream().mapToLong(it -> it.taxed().amount()).sum())
                .param("tax", lines.stream().mapToLong(it -> it.taxed().tax()).sum())
                .param("demonstration", row.demonstration())
                .update();
        int place = 1;
        for (var line : lines) {
            add(row, line, place++);
        }
        return number;
    }

    private void add(Row row, Written line, int place) {
        var it = line.taxed();
        database.sql("""
            insert into market.invoice_line (invoice_id, position, kind, source_id, title_ar, title_fr, title_en, serial, hs, weight_mg,
                amount, tax_category, tax_rate, tax, tax_aside)
            values (:invoice, :place, :kind, :source, :ar, :fr, :en, :serial, :hs, :weight, :amount, :category, :rate, :tax, :aside)
            """)
                .param("invoice", row.id())
                .param("place", place)
                .param("kind", row.kind())
                .param("source", line.source())
                .param("ar", line.title().in(Language.AR))
                .param("fr", line.title().in(Language.FR))
                .param("en", line.title().in(Language.EN))
                .param("serial", it.serial())
                .param("hs", it.hs())
                .param("weight", it.weight())
                .param("amount", it.amount())
                .param("category", it.category())
                .param("rate", it.rate())
                .param("tax", it.tax())
                .param("aside", it.aside())
                .update();
    }

    /** Every line of the invoices of a sale. */
    List<Written> written(UUID sale) {
        return database.sql("""
            select l.* from market.invoice_line l join market.invoice i on i.id = l.invoice_id
             where i.sale_id = :sale and i.kind = 'invoice' order by i.issued_at, i.number, l.position
            """)
                .param("sale", sale)
                .query((row, _) -> new Written(
                        row.getObject("invoice_id", UUID.class),
                        row.getObject("source_id", UUID.class),
                        new Wording(
                                row.getString("title_ar"),
                                row.getString("title_fr"),
                                row.getString("title_en"),
                                "",
                                ""),
                        new Taxed(
                                row.getString("serial"),
                                row.getString("hs"),
                                row.getLong("weight_mg"),
                                row.getLong("amount"),
                                row.getString("tax_category"),
                                row.getInt("tax_rate"),
                                row.getLong("tax"),
                                row.getLong("tax_aside"))))
                .list();
    }

    List<Invoice> of(UUID sale) {
        return database.sql(SELECT + " where i.sale_id = :sale order by i.issued_at, i.kind desc, i.number")
                .param("sale", sale)
                .query(this::invoice)
                .list();
    }

    /** Whether it was issued about this sale or return. */
    boolean isOf(UUID invoice, UUID act) {
        return database.sql("select exists (select from market.invoice where id = :invoice and act_id = :act)")
                .param("invoice", invoice)
                .param("act", act)
                .query(Boolean.class)
                .single();
    }

    Optional<Invoice> find(UUID id) {
        return database.sql(SELECT + " where i.id = :id")
                .param("id", id)
                .query(this::invoice)
                .optional();
    }

    private Invoice invoice(ResultSet row, int number) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Invoice(
                id,
                row.getString("kind").equals(CREDIT_NOTE),
                row.getString("number"),
                row.getObject("sale_id", UUID.class),
                row.getString("sale_number"),
                row.getString("credited"),
                row.getObject("issued_on", LocalDate.class),
                row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                row.getString("by_name"),
                Language.of(row.getString("language")).orElse(Language.AR),
                json.readValue(row.getString("issuer"), Issuer.class),
                json.readValue(row.getString("buyer"), Invoices.Buyer.class),
                row.getString("payment_method"),
                row.getString("reason"),
                row.getLong("total"),
                row.getLong("tax"),
                row.getLong("advance"),
                row.getBoolean("demonstration"),
                lines(id));
    }

    private List<Invoice.Line> lines(UUID invoice) {
        return database.sql("select * from market.invoice_line where invoice_id = :invoice order by position")
                .param("invoice", invoice)
                .query((row, _) -> new Invoice.Line(
                        row.getString("title_ar"),
                        row.getString("title_fr"),
                        row.getString("title_en"),
                        row.getString("serial"),
                        row.getString("hs"),
                        row.getLong("weight_mg"),
                        row.getLong("amount"),
                        row.getString("tax_category"),
                        row.getInt("tax_rate"),
                        row.getLong("tax")))
                .list();
    }
}
