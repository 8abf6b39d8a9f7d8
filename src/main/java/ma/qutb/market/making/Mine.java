package ma.qutb.market.making;

import java.util.Optional;
import java.util.UUID;
import ma.qutb.documents.FileId;
import ma.qutb.market.PieceId;
import ma.qutb.market.ProductId;
import ma.qutb.market.Wording;
import org.jspecify.annotations.Nullable;

/**
 * One thing of mine, as the list on the telephone shows it.
 *
 * @param state {@code draft}, {@code proposed}, {@code sent_back}, {@code withdrawn}, or where its pieces stand: {@code with_maker},
 *     {@code in_hall}, {@code on_sale}, {@code sold}, {@code gone}
 * @param left pieces that can still be had
 * @param free a piece nobody holds: it can be said to be sold elsewhere
 */
public record Mine(
        ProductId id,
        Wording title,
        String state,
        @Nullable Long price,
        @Nullable Long maker,
        int left,
        int sold,
        String reason,
        Optional<PieceId> free,
        @Nullable UUID file,
        @Nullable String asset,
        boolean changing,
        boolean demonstration) {

    public boolean open() {
        return state.equals("draft") || state.equals("sent_back");
    }

    /** Colour of the state. */
    public String tone() {
        return switch (state) {
            case "on_sale" -> "ok";
            case "sold" -> "nila";
            case "sent_back" -> "bad";
            case "proposed", "in_hall", "with_maker" -> "warn";
            default -> "off";
        };
    }

    public Optional<String> stored(int width) {
        return Optional.ofNullable(file).map(it -> new FileId(it).thumbnail(width));
    }

    /** Where a tap leads: on with it, or to look at it. */
    public String path() {
        return "/app/my/pieces/" + id + (open() ? "" : "/look");
    }
}
