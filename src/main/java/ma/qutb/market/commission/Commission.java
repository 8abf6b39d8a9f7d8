package ma.qutb.market.commission;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.market.MakerId;
import ma.qutb.market.PieceId;
import ma.qutb.market.ProductId;
import ma.qutb.market.Wording;
import ma.qutb.market.finding.Photo;
import org.jspecify.annotations.Nullable;

/**
 * A thing somebody ordered, as its maker makes it. Who ordered it is nobody's business but the hall's.
 *
 * @param line of the order
 * @param number of the order, as people call it
 * @param toMaker what it will earn, in centimes
 * @param leadDays how long it usually takes
 * @param readyOn the day its maker gave
 * @param piece what became of it
 * @param serial of that piece
 * @param photos what it looked like on the way, the oldest first
 */
public record Commission(
        UUID line,
        UUID order,
        String number,
        ProductId product,
        MakerId maker,
        Wording title,
        Optional<Photo> picture,
        long toMaker,
        long deposit,
        @Nullable Integer leadDays,
        State state,
        @Nullable LocalDate readyOn,
        String reason,
        Instant askedAt,
        @Nullable Instant begunAt,
        @Nullable Instant madeAt,
        @Nullable PieceId piece,
        @Nullable String serial,
        boolean demonstration,
        List<Shot> photos) {

    public Commission {
        photos = List.copyOf(photos);
    }

    /** Where it stands. */
    public enum State {
        ASKED,
        ACCEPTED,
        BEGUN,
        MADE,
        DECLINED,
        CANCELLED;

        /** As tables and bundles call it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }

        /** Its maker has something to do. */
        public boolean open() {
            return this == ASKED || this == ACCEPTED || this == BEGUN;
        }

        /** Material was cut: whoever changes their mind now leaves the deposit to the maker. */
        public boolean begun() {
            return this == BEGUN || this == MADE;
        }

        /** Colour of its badge. */
        public String tone() {
            return switch (this) {
                case ASKED -> "warn";
                case ACCEPTED, BEGUN -> "info";
                case MADE -> "ok";
                case DECLINED -> "bad";
                case CANCELLED -> "off";
            };
        }
    }

    /** A picture on the way. */
    public record Shot(Instant at, Photo photo) {}

    /** The maker's page of it. */
    public String path() {
        return "/app/my/orders/" + line;
    }

    Commission with(List<Shot> shots) {
        return new Commission(
                line,
                order,
                number,
                product,
                maker,
                title,
                picture,
                toMaker,
                deposit,
                leadDays,
                state,
                readyOn,
                reason,
                askedAt,
                begunAt,
                madeAt,
                piece,
                serial,
                demonstration,
                shots);
    }
}
