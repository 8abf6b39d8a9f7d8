package ma.qutb.market.order;

import java.util.Optional;
import java.util.UUID;
import ma.qutb.market.HoldId;
import ma.qutb.market.MakerId;
import ma.qutb.market.PieceId;
import ma.qutb.market.PriceParts;
import ma.qutb.market.ProductId;
import ma.qutb.market.Wording;
import ma.qutb.market.finding.Photo;
import org.jspecify.annotations.Nullable;

/**
 * One thing of an order, as it was sold.
 *
 * @param piece null for what is still to be made
 * @param serial of the piece
 * @param deposit what of the deposit is for it, in centimes
 * @param back whether it came back, or is to: the state of its return
 */
public record OrderLine(
        UUID id,
        ProductId product,
        long number,
        @Nullable PieceId piece,
        @Nullable String serial,
        @Nullable HoldId hold,
        MakerId maker,
        Wording title,
        Optional<Photo> photo,
        boolean toOrder,
        @Nullable Integer leadDays,
        PriceParts parts,
        long deposit,
        @Nullable String back) {}
