package ma.qutb.market;

import java.util.UUID;
import ma.qutb.kernel.Ids;

/** One thing that can be taken in a hand. */
public record PieceId(UUID value) {

    public static PieceId next() {
        return new PieceId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
