package ma.qutb.market.product;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Refusal;
import ma.qutb.market.ProductId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The pictures of a product, the first one shown first. */
@Service
@Transactional
public class ProductPhotos {

    private static final int MOST = 8;

    private final JdbcClient database;

    ProductPhotos(JdbcClient database) {
        this.database = database;
    }

    /** A picture: a stored file, or one of the program itself. */
    public record Photo(
            int position, @Nullable UUID file, @Nullable String asset) {}

    public List<Photo> of(ProductId product) {
        return database.sql(
                        "select position, file_id, asset from market.photo where product_id = :id order by position")
                .param("id", product.value())
                .query((row, number) ->
                        new Photo(row.getInt("position"), row.getObject("file_id", UUID.class), row.getString("asset")))
                .list();
    }

    /** A photo that was sent; the same one twice is one. */
    public void add(ProductId product, UUID file) {
        add(product, file, null);
    }

    /** A picture of the program, for demonstrations. */
    public void show(ProductId product, String asset) {
        add(product, null, asset);
    }

    private void add(ProductId product, @Nullable UUID file, @Nullable String asset) {
        var there = of(product);
        if (there.stream()
                .anyMatch(it -> Optional.ofNullable(it.file()).equals(Optional.ofNullable(file))
                        && Optional.ofNullable(it.asset()).equals(Optional.ofNullable(asset)))) {
            return;
        }
        if (there.size() >= MOST) {
            throw new Refusal("market.photo.refusal.too-many", MOST);
        }
        database.sql("insert into market.photo (product_id, position, file_id, asset) values (:id, :position,"
                        + " :file, :asset)")
                .param("id", product.value())
                .param("position", there.isEmpty() ? 0 : there.getLast().position() + 1)
                .param("file", file)
                .param("asset", asset)
                .update();
    }

    public void remove(ProductId product, int position) {
        database.sql("delete from market.photo where product_id = :id and position = :position")
                .param("id", product.value())
                .param("position", position)
                .update();
    }
}
