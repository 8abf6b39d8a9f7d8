package ma.qutb.market.till;

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
import ma.qutb.ledger.Poster;
import ma.qutb.market.HoldId;
import ma.qutb.market.MakerId;
import ma.qutb.market.PieceId;
import ma.qutb.market.PriceParts;
import ma.qutb.market.ProductId;
import ma.qutb.market.Wording;
import ma.qutb.shell.Formats;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sales of the hall's tills; only written, never changed. */
@Repository
class TillSaleTable {

    private final JdbcClient database;
    private final HallTills tills;

    TillSaleTable(JdbcClient database, HallTills tills) {
        this.database = database;
        this.tills = tills;
    }

    Optional<TillSale> find(UUID id) {
        return query("s.id = :id", id);
    }

    Optional<TillSale> byKey(UUID key) {
        return query("s.key = :id", key);
    }

    private Optional<TillSale> query(String condition, UUID id) {
        return database.sql(
                        "select s.*, d.till_id from market.till_sale s join market.till_session d on d.id = s.session_id where "
                                + condition)
                .param("id", id)
                .query(this::sale)
                .optional();
    }

    /**
     * A sale to write down.
     *
     * @param key of the request; a second one is a DuplicateKeyException
     * @param device which sold it without network, or none
     */
    record NewSale(
            UUID id,
            UUID key,
            UUID session,
            Language language,
            @Nullable UUID device,
            Instant soldAt,
            boolean demonstration) {}

    /** @return its number */
    String add(NewSale it, Settlement settled, List<TillSale.Line> lines, Instant now, Poster by) {
        var soldOn = LocalDate.ofInstant(it.soldAt(), Formats.ZONE);
        var number = database.sql("""
            insert into market.till_sale (id, key, number, session_id, total, cash, card, change, slip, language, device, sold_at, sold_on,
                arrived_at, sold_by, sold_by_name, demonstration)
            values (:id, :key, 'C' || :year || '-' || lpad(nextval('market.till_sale_number')::text, 6, '0'), :session, :total, :cash, :card,
                :change, :slip, :language, :device, :sold_at, :sold_on, :now, :by, :name, :demonstration)
            returning number
            """)
                .param("id", it.id())
                .param("key", it.key())
                .param("year", "%02d".formatted(soldOn.getYear() % 100))
                .param("session", it.session())
                .param(
                        "total",
                        lines.stream().mapToLong(one -> one.parts().price()).sum())
                .param("cash", settled.cash())
                .param("card", settled.card())
                .param("change", settled.change())
                .param("slip", settled.slip())
                .param("language", it.language().code())
                .param("device", it.device(), java.sql.Types.OTHER)
                .param("sold_at", it.soldAt().atOffset(ZoneOffset.UTC))
                .param("sold_on", soldOn)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", by.id())
                .param("name", by.name())
                .param("demonstration", it.demonstration())
                .query(String.class)
                .single();
        int position = 0;
        for (var line : lines) {
            add(it.id(), ++position, line);
        }
        settled.tenders().forEach(tender -> add(it.id(), tender));
        return number;
    }

    private void add(UUID sale, int position, TillSale.Line it) {
        var parts = it.parts();
        database.sql("""
            insert into market.till_line (id, sale_id, position, product_id, piece_id, hold_id, serial, maker_id, title_ar, title_fr, title_en,
                title_es, title_zgh, price, part_maker, part_material, part_service, part_fund, part_transport, part_tax)
            values (:id, :sale, :position, :product, :piece, :hold, :serial, :maker, :ar, :fr, :en, :es, :zgh, :price, :part_maker, :material,
                :service, :fund, :transport, :tax)
            """)
                .param("id", it.id())
                .param("sale", sale)
                .param("position", position)
                .param("product", it.product().value())
                .param("piece", it.piece().value())
                .param("hold", it.hold().value())
                .param("serial", it.serial())
                .param("maker", it.maker().value())
                .param("ar", it.title().arabic())
                .param("fr", it.title().french())
                .param("en", it.title().english())
                .param("es", it.title().spanish())
                .param("zgh", it.title().tamazight())
                .param("price", parts.price())
                .param("part_maker", parts.maker())
                .param("material", parts.material())
                .param("service", parts.service())
                .param("fund", parts.fund())
                .param("transport", parts.transport())
                .param("tax", parts.tax())
                .update();
    }

    private void add(UUID sale, TillSale.Tender it) {
        database.sql("""
            insert into market.till_tender (sale_id, currency, amount, dirhams, rate, rate_day)
            values (:sale, :currency, :amount, :dirhams, :rate, :day)
            """)
                .param("sale", sale)
                .param("currency", it.currency().code())
                .param("amount", it.amount())
                .param("dirhams", it.dirhams())
                .param("rate", it.rate(), java.sql.Types.BIGINT)
                .param("day", it.rateDay(), java.sql.Types.DATE)
                .update();
    }

    private TillSale sale(ResultSet row, int number) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new TillSale(
                id,
                row.getString("number"),
                row.getObject("session_id", UUID.class),
                tills.find(row.getObject("till_id", UUID.class)).orElseThrow(),
                row.getLong("total"),
                row.getLong("cash"),
                row.getLong("card"),
                row.getLong("change"),
                row.getString("slip"),
                Language.of(row.getString("language")).orElseThrow(),
                row.getObject("device", UUID.class),
                row.getObject("sold_at", OffsetDateTime.class).toInstant(),
                row.getObject("arrived_at", OffsetDateTime.class).toInstant(),
                row.getString("sold_by_name"),
                row.getBoolean("demonstration"),
                lines(id),
                tenders(id),
                returns(id));
    }

    private List<TillSale.Line> lines(UUID sale) {
        return database.sql("""
            select l.*, m.kind as maker_kind, exists (select from market.till_return_line r where r.line_id = l.id) as back
              from market.till_line l join market.maker m on m.id = l.maker_id where l.sale_id = :sale order by l.position
            """).param("sale", sale).query(TillSaleTable::line).list();
    }

    private static TillSale.Line line(ResultSet row, int number) throws SQLException {
        return new TillSale.Line(
                row.getObject("id", UUID.class),
                new ProductId(row.getObject("product_id", UUID.class)),
                new PieceId(row.getObject("piece_id", UUID.class)),
                new HoldId(row.getObject("hold_id", UUID.class)),
                row.getString("serial"),
                new MakerId(row.getString("maker_kind").equals("person"), row.getObject("maker_id", UUID.class)),
                new Wording(
                        row.getString("title_ar"),
                        row.getString("title_fr"),
                        row.getString("title_en"),
                        row.getString("title_es"),
                        row.getString("title_zgh")),
                parts(row),
                row.getBoolean("back"));
    }

    static PriceParts parts(ResultSet row) throws SQLException {
        return new PriceParts(
                row.getLong("price"),
                row.getLong("part_maker"),
                row.getLong("part_material"),
                row.getLong("part_service"),
                row.getLong("part_fund"),
                row.getLong("part_transport"),
                row.getLong("part_tax"));
    }

    private List<TillSale.Tender> tenders(UUID sale) {
        return database.sql(
                        "select * from market.till_tender where sale_id = :sale order by currency <> 'MAD', currency")
                .param("sale", sale)
                .query((row, number) -> new TillSale.Tender(
                        Currency.valueOf(row.getString("currency")),
                        row.getLong("amount"),
                        row.getLong("dirhams"),
                        row.getObject("rate", Long.class),
                        row.getObject("rate_day", LocalDate.class)))
                .list();
    }

    private List<TillSale.Back> returns(UUID sale) {
        return database.sql("select * from market.till_return where sale_id = :sale order by returned_at")
                .param("sale", sale)
                .query((row, number) -> new TillSale.Back(
                        row.getObject("id", UUID.class),
                        row.getLong("amount"),
                        row.getString("means"),
                        row.getString("reason"),
                        row.getObject("returned_at", OffsetDateTime.class).toInstant(),
                        row.getString("returned_by_name")))
                .list();
    }
}
