package ma.qutb.market.passport;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import ma.qutb.market.Catalogue;
import ma.qutb.market.Piece;
import ma.qutb.market.PieceId;
import ma.qutb.materials.LotId;
import ma.qutb.materials.Lots;
import ma.qutb.materials.Purchases;
import ma.qutb.registry.PersonId;
import ma.qutb.shell.Formats;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way of one piece through the pole, each step with the record it stands in: lot of silver, its sale to the maker, the piece,
 * inspection, sale, payout.
 */
@Component
@Transactional(readOnly = true)
public class PieceThread {

    private final Catalogue catalogue;
    private final Lots lots;
    private final Purchases purchases;
    private final IssuingPassports passports;
    private final JdbcClient database;

    PieceThread(Catalogue catalogue, Lots lots, Purchases purchases, IssuingPassports passports, JdbcClient database) {
        this.catalogue = catalogue;
        this.lots = lots;
        this.purchases = purchases;
        this.passports = passports;
        this.database = database;
    }

    /**
     * One step.
     *
     * @param what end of its message key
     * @param says its number, as people call it
     * @param milligrams of silver, where it is about some
     * @param path of the record
     * @param permission of those who may open it
     */
    public record Link(
            String what,
            String icon,
            String says,
            @Nullable Long milligrams,
            @Nullable LocalDate on,
            @Nullable String path,
            String permission) {}

    List<Link> of(PieceId id) {
        var piece = catalogue.piece(id).orElseThrow();
        var links = new ArrayList<Link>();
        silver(piece, links);
        links.add(new Link(
                "piece",
                "package",
                piece.serial(),
                null,
                step(piece, "with_maker"),
                "/app/products/" + piece.product(),
                "market.see"));
        inspection(piece, links);
        sales(piece, links);
        return links;
    }

    /** Each sale of it with the payout of what it earned; a piece that came back was sold more than once. */
    private void sales(Piece piece, List<Link> links) {
        database.sql("""
            select s.kind, s.sale_id, s.number, s.at, p.id as payout, p.number as payout_number, p.paid_on, p.until
              from market.sale_of_piece s
              left join market.earning e on e.line_id = s.line_id and e.kind = 'sale'
              left join market.payout_line c on c.earning_id = e.id and not c.released
              left join market.payout p on p.id = c.payout_id
             where s.piece_id = :piece order by s.at
            """).param("piece", piece.id().value()).query(row -> {
            boolean ordered = row.getString("kind").equals("order");
            links.add(new Link(
                    "sale",
                    "shopping-bag",
                    row.getString("number"),
                    null,
                    row.getTimestamp("at").toInstant().atZone(Formats.ZONE).toLocalDate(),
                    (ordered ? "/app/orders/" : "/app/till/sales/") + row.getString("sale_id"),
                    ordered ? "market.see-orders" : "market.see-till"));
            if (row.getString("payout") != null) {
                var paid = row.getObject("paid_on", LocalDate.class);
                links.add(new Link(
                        "payout",
                        "cash",
                        "P-" + "%06d".formatted(row.getLong("payout_number")),
                        null,
                        paid == null ? row.getObject("until", LocalDate.class) : paid,
                        "/app/payouts/" + row.getString("payout"),
                        "market.pay-out"));
            }
        });
    }

    private void silver(Piece piece, List<Link> links) {
        database.sql("select lot_id, maker_person, weight_mg from market.product where id = :id and lot_id is not null")
                .param("id", piece.product().value())
                .query(row -> {
                    var lot = new LotId(row.getObject("lot_id", UUID.class));
                    var weight = row.getObject("weight_mg", Long.class);
                    var person = row.getObject("maker_person", UUID.class);
                    lots.find(lot)
                            .ifPresent(it -> links.add(new Link(
                                    "lot",
                                    "craft-silver",
                                    it.number(),
                                    it.weight(),
                                    it.receivedOn(),
                                    "/app/materials/lots/" + lot.value(),
                                    "materials.see")));
                    if (person != null) {
                        purchases
                                .of(new PersonId(person), lot)
                                .forEach(it -> links.add(new Link(
                                        "silver-sale", "scale", "", it.weight(), it.on(), it.path(), "materials.see")));
                    }
                });
    }

    private void inspection(Piece piece, List<Link> links) {
        var inspected = step(piece, "inspected");
        if (inspected != null) {
            links.add(new Link(
                    "inspection", "clipboard-check", "", null, inspected, "/app/pieces/" + piece.id(), "market.see"));
        }
        passports
                .find(piece)
                .ifPresent(it -> links.add(new Link(
                        "passport",
                        "qrcode",
                        it.printedCode(),
                        null,
                        it.issued().atZone(Formats.ZONE).toLocalDate(),
                        "/p/" + piece.serial(),
                        "market.see")));
    }

    private @Nullable LocalDate step(Piece piece, String state) {
        return database.sql("select max(at) from market.piece_step where piece_id = :id and to_state = :state")
                .param("id", piece.id().value())
                .param("state", state)
                .query(java.sql.Timestamp.class)
                .optional()
                .map(java.sql.Timestamp::toInstant)
                .map((Instant it) -> it.atZone(Formats.ZONE).toLocalDate())
                .orElse(null);
    }
}
