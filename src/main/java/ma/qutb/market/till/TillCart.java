package ma.qutb.market.till;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.documents.FileId;
import ma.qutb.market.HoldId;
import ma.qutb.market.PieceId;
import ma.qutb.market.ProductId;
import ma.qutb.registry.LocalName;
import org.jspecify.annotations.Nullable;

/** What was scanned for one buyer and is not paid yet. */
public record TillCart(UUID id, List<Item> items) {

    /**
     * One piece.
     *
     * @param price as it is now
     * @param file picture that was uploaded, or none
     * @param asset picture of the program, or none
     * @param until when the piece is anybody's again
     */
    public record Item(
            PieceId piece,
            ProductId product,
            HoldId hold,
            String serial,
            LocalName title,
            long price,
            @Nullable UUID file,
            @Nullable String asset,
            Instant until) {

        public Optional<String> stored(int width) {
            return Optional.ofNullable(file).map(it -> new FileId(it).thumbnail(width));
        }
    }

    public long total() {
        return items.stream().mapToLong(Item::price).sum();
    }
}
