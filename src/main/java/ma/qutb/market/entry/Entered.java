package ma.qutb.market.entry;

import java.util.List;
import java.util.UUID;
import ma.qutb.market.MakerId;
import ma.qutb.market.Product;
import ma.qutb.market.ProductId;
import ma.qutb.market.product.Silver;
import ma.qutb.market.product.Size;
import org.jspecify.annotations.Nullable;

/**
 * All that was typed of a product.
 *
 * @param photo id of a stored file; null where none was sent
 * @param silver null for what is not of silver
 * @param leadDays of what is made to order
 * @param price centimes, as the cost of the material
 */
record Entered(
        ProductId id,
        MakerId maker,
        boolean demonstration,
        @Nullable UUID photo,
        String article,
        String material,
        @Nullable String technique,
        @Nullable String motif,
        List<String> colours,
        @Nullable Silver silver,
        Size size,
        Product.Kind kind,
        int quantity,
        @Nullable Integer leadDays,
        long price,
        long cost,
        int hours) {}
