package ma.qutb.market.product;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import ma.qutb.market.Catalogue;
import ma.qutb.market.HoldId;
import ma.qutb.market.Piece;
import ma.qutb.market.PieceId;
import ma.qutb.market.Product;
import ma.qutb.market.ProductId;
import ma.qutb.registry.CraftCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers about what is offered and its pieces. */
@Service
@Transactional(readOnly = true)
class ProductCatalogue implements Catalogue {

    private static final String PRODUCT = """
        select p.*, a.craft_code,
            (select coalesce(f.file_id::text, f.asset) from market.photo f where f.product_id = p.id order by f.position limit 1) as photo
          from market.product p join market.article a on a.code = p.article_code
         where p.revises is null and p.price is not null and p.state in ('accepted', 'withdrawn')
        """;

    private final JdbcClient database;

    ProductCatalogue(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Optional<Product> find(ProductId product) {
        return database.sql(PRODUCT + " and p.id = :id")
                .param("id", product.value())
                .query(ProductCatalogue::product)
                .optional();
    }

    @Override
    public Optional<Product> byNumber(long number) {
        return database.sql(PRODUCT + " and p.number = :number")
                .param("number", number)
                .query(ProductCatalogue::product)
                .optional();
    }

    @Override
    public Optional<Piece> piece(PieceId piece) {
        return database.sql("select * from market.piece where id = :id")
                .param("id", piece.value())
                .query(ProductCatalogue::piece)
                .optional();
    }

    @Override
    public Optional<Piece> bySerial(String serial) {
        return database.sql("select * from market.piece where serial = :serial")
                .param("serial", serial)
                .query(ProductCatalogue::piece)
                .optional();
    }

    @Override
    public List<Piece> pieces(ProductId product) {
        return database.sql("select * from market.piece where product_id = :id order by id")
                .param("id", product.value())
                .query(ProductCatalogue::piece)
                .list();
    }

    private static Product product(ResultSet row, int number) throws SQLException {
        var draft = Draft.of(row, number);
        var weight = draft.size().weight();
        var fineness = draft.fineness();
        var lead = draft.leadDays();
        return new Product(
                draft.id(),
                draft.number(),
                draft.maker(),
                draft.kind(),
                draft.title(),
                new CraftCode(row.getString("craft_code")),
                row.getString("material_code"),
                draft.parts().orElseThrow(),
                weight == null ? OptionalLong.empty() : OptionalLong.of(weight),
                fineness == null ? OptionalInt.empty() : OptionalInt.of(fineness),
                lead == null ? OptionalInt.empty() : OptionalInt.of(lead),
                draft.state() == Draft.State.ACCEPTED,
                Optional.ofNullable(row.getString("photo")),
                draft.demonstration());
    }

    private static Piece piece(ResultSet row, int number) throws SQLException {
        return new Piece(
                new PieceId(row.getObject("id", UUID.class)),
                row.getString("serial"),
                new ProductId(row.getObject("product_id", UUID.class)),
                row.getObject("place_id", UUID.class),
                Piece.State.of(row.getString("state")),
                Optional.ofNullable(row.getObject("hold_id", UUID.class)).map(HoldId::new));
    }
}
