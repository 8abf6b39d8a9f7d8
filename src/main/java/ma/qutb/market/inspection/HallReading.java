package ma.qutb.market.inspection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.documents.FileId;
import ma.qutb.kernel.Actor;
import ma.qutb.market.Piece;
import ma.qutb.market.ProductId;
import ma.qutb.market.product.Draft;
import ma.qutb.market.product.ProductTable;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.Territories;
import ma.qutb.registry.TerritoryCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** What the hall looks at, within the scope of who looks. */
@Component
public class HallReading {

    private static final int MOST = 60;

    private static final String PIECE = """
            select i.*, p.title_ar, p.title_fr, p.title_en, p.price, f.file_id, f.asset, l.name_ar as place_ar, l.name_fr as place_fr,
                l.name_en as place_en
              from market.piece i
              join market.product p on p.id = i.product_id
              join market.maker k on k.id = p.maker_id
              join market.place l on l.id = i.place_id
              left join lateral (select file_id, asset from market.photo where product_id = p.id order by position limit 1) f on true
            """;

    private final ProductTable products;
    private final Territories territories;
    private final JdbcClient database;

    HallReading(ProductTable products, Territories territories, JdbcClient database) {
        this.products = products;
        this.territories = territories;
        this.database = database;
    }

    /** A piece, as lists of the hall show it. */
    public record Row(
            UUID id,
            String serial,
            ProductId product,
            LocalName title,
            @Nullable Long price,
            @Nullable UUID file,
            @Nullable String asset,
            Piece.State state,
            UUID place,
            LocalName placeName,
            String reason) {

        public Optional<String> stored(int width) {
            return Optional.ofNullable(file).map(it -> new FileId(it).thumbnail(width));
        }
    }

    /** A step of a piece. */
    public record Step(Instant at, String by, String to, LocalName place, String reason) {}

    /** A text in own words. */
    public record Text(String language, String title, String story, String care, boolean accepted) {}

    Draft product(UUID id, Actor actor, String permission) {
        var draft = products.find(new ProductId(id)).orElseThrow(HallReading::notFound);
        return within(draft.maker().value(), actor, permission) && draft.state() != Draft.State.DRAFT
                ? draft
                : notThere();
    }

    /** A piece within the scope of who looks; others are not found. */
    public Row piece(UUID id, Actor actor, String permission) {
        var row = database.sql(PIECE + " where i.id = :id")
                .param("id", id)
                .query(HallReading::row)
                .optional()
                .orElseThrow(HallReading::notFound);
        product(row.product.value(), actor, permission);
        return row;
    }

    private static Draft notThere() {
        throw notFound();
    }

    private boolean within(UUID maker, Actor actor, String permission) {
        return database.sql("select territory_code from market.maker where id = :id")
                .param("id", maker)
                .query((row, number) -> Optional.ofNullable(row.getString(1)).map(TerritoryCode::new))
                .optional()
                .filter(it -> territories.covers(actor.scopeOf(permission), it))
                .isPresent();
    }

    List<Row> pieces(ProductId product) {
        return database.sql(PIECE + " where p.id = :id order by i.id")
                .param("id", product.value())
                .query(HallReading::row)
                .list();
    }

    /** What stands there and waits for somebody, the longest waiting first. */
    List<Row> waiting(Piece.State state, Actor actor, String permission) {
        var scope = territories
                .covered(actor.scopeOf(permission))
                .map(it -> it.stream().map(TerritoryCode::value).toArray(String[]::new));
        return database.sql(PIECE + """
                         where i.state = :state and p.state = 'accepted'
                           and (cast(:scope as text[]) is null or k.territory_code = any (cast(:scope as text[])))
                         order by i.changed_at limit :most
                        """)
                .param("state", state.code())
                .param("scope", scope.orElse(null))
                .param("most", MOST)
                .query(HallReading::row)
                .list();
    }

    List<Step> steps(UUID piece) {
        return database.sql("""
                        select s.at, s.by_name, s.to_state, s.reason, l.name_ar, l.name_fr, l.name_en
                          from market.piece_step s join market.place l on l.id = s.to_place
                         where s.piece_id = :id order by s.id desc
                        """)
                .param("id", piece)
                .query((row, number) -> new Step(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("by_name"),
                        row.getString("to_state"),
                        new LocalName(row.getString("name_ar"), row.getString("name_fr"), row.getString("name_en")),
                        row.getString("reason")))
                .list();
    }

    List<Text> texts(ProductId product) {
        return database.sql("select * from market.product_text where product_id = :id order by language")
                .param("id", product.value())
                .query((row, number) -> new Text(
                        row.getString("language"),
                        row.getString("title"),
                        row.getString("story"),
                        row.getString("care"),
                        row.getString("state").equals("accepted")))
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("serial"),
                new ProductId(row.getObject("product_id", UUID.class)),
                new LocalName(row.getString("title_ar"), row.getString("title_fr"), row.getString("title_en")),
                row.getObject("price", Long.class),
                row.getObject("file_id", UUID.class),
                row.getString("asset"),
                Piece.State.of(row.getString("state")),
                row.getObject("place_id", UUID.class),
                new LocalName(row.getString("place_ar"), row.getString("place_fr"), row.getString("place_en")),
                row.getString("reason"));
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    /** Whether any piece is here that a label could be printed for. */
    boolean anyToLabel() {
        return database.sql("select exists (select from market.piece where state in ('inspected', 'on_sale', 'held'))")
                .query(Boolean.class)
                .single();
    }
}
