package ma.qutb.market.till;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Poster;
import ma.qutb.market.Catalogue;
import ma.qutb.market.HoldId;
import ma.qutb.market.Piece;
import ma.qutb.market.PieceId;
import ma.qutb.market.Product;
import ma.qutb.market.Stock;
import ma.qutb.market.Stock.Channel;
import ma.qutb.market.Stock.Wanted;
import ma.qutb.market.passport.Tags;
import ma.qutb.shell.Formats;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts scanned pieces into a cart: from then on nobody else gets them, until they are paid, put back or forgotten. */
@Service
@Transactional
public class ScanningTags {

    /** As long as a tourist looks for a purse; then an online buyer may have the piece. */
    static final Duration HELD = Duration.ofMinutes(20);

    private final Tags tags;
    private final Catalogue catalogue;
    private final Stock stock;
    private final TillCarts carts;
    private final JdbcClient database;
    private final Clock clock;

    ScanningTags(Tags tags, Catalogue catalogue, Stock stock, TillCarts carts, JdbcClient database, Clock clock) {
        this.tags = tags;
        this.catalogue = catalogue;
        this.stock = stock;
        this.carts = carts;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Takes the very piece the tag is on.
     *
     * @param text what the reader, the camera or the seller gave
     * @throws Refusal when no piece has it, somebody else is buying the piece, or it is not for sale: each in its own words
     */
    public void scan(UUID cart, UUID till, String text, Poster by) {
        var piece = tags.read(text).orElseThrow(() -> new Refusal("market.till.refusal.unknown-tag"));
        if (piece.state() == Piece.State.HELD && carts.holdOf(cart, piece.id()).equals(piece.hold())) {
            throw new Refusal("market.till.refusal.in-cart", piece.serial());
        }
        checkFree(piece);
        carts.put(cart, till, piece, hold(piece, by), by);
        carts.forget(clock.instant().minus(Duration.ofDays(1)));
    }

    private HoldId hold(Piece piece, Poster by) {
        var hold = HoldId.next();
        stock.hold(
                hold,
                Channel.TILL,
                List.of(Wanted.exactly(piece)),
                clock.instant().plus(HELD),
                by);
        return hold;
    }

    /** Puts a piece back on the shelf. */
    public void putBack(UUID cart, PieceId piece, Poster by) {
        carts.holdOf(cart, piece).ifPresent(it -> {
            carts.remove(cart, piece);
            stock.giveBack(it, "till", by);
        });
    }

    /**
     * The hold a piece is under, which may have ended meanwhile: whoever took long has it still, unless somebody else took it.
     *
     * @throws Refusal when somebody did
     */
    HoldId stillHeld(PieceId id, HoldId hold, Poster by) {
        var piece = catalogue.piece(id).orElseThrow();
        if (piece.state() == Piece.State.HELD && piece.hold().equals(Optional.of(hold))) {
            return hold;
        }
        checkFree(piece);
        return hold(piece, by);
    }

    private void checkFree(Piece piece) {
        switch (piece.state()) {
            case ON_SALE -> checkOffered(piece);
            case HELD -> checkNobodyElse(piece);
            case SOLD, SOLD_ELSEWHERE -> throw new Refusal("market.till.refusal.sold", piece.serial());
            case WITH_MAKER, RECEIVED, INSPECTED -> throw new Refusal("market.till.refusal.not-yet", piece.serial());
            case RETURNED, LOST -> throw new Refusal("market.till.refusal.not-for-sale", piece.serial());
        }
    }

    private void checkOffered(Piece piece) {
        if (catalogue.find(piece.product()).filter(Product::offered).isEmpty()) {
            throw new Refusal("market.till.refusal.not-for-sale", piece.serial());
        }
    }

    private record Held(String channel, OffsetDateTime until) {}

    /** A hold whose time is over keeps nobody from the piece. */
    private void checkNobodyElse(Piece piece) {
        var by = database.sql("""
            select h.channel, i.held_until from market.piece i join market.hold h on h.id = i.hold_id
             where i.id = :piece and not market.takeable(i.state, i.held_until, :now)
            """)
                .param("piece", piece.id().value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) ->
                        new Held(row.getString("channel"), row.getObject("held_until", OffsetDateTime.class)))
                .optional();
        by.ifPresent(it -> {
            var until = Formats.shortDateTime(it.until.toInstant());
            throw switch (it.channel) {
                case "till", "stand" -> new Refusal("market.till.refusal.held-here", piece.serial(), until);
                default -> new Refusal("market.till.refusal.held-online", piece.serial(), until);
            };
        });
        checkOffered(piece);
    }
}
