package ma.qutb.market.stock;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Poster;
import ma.qutb.market.Piece.State;
import ma.qutb.market.PieceId;
import ma.qutb.market.PieceInspected;
import ma.qutb.market.PiecePutOnSale;
import ma.qutb.market.ProductId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The way of a piece from the maker's hand to the shelf of the hall, and back where it is not good enough. */
@Service
@Transactional
public class KeepingPieces {

    private final PiecePlaces places;
    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    KeepingPieces(PiecePlaces places, JdbcClient database, ApplicationEventPublisher events, Clock clock) {
        this.places = places;
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    /** Pieces there are of a product, still with their maker, each with a serial of its own. */
    public List<PieceId> make(ProductId product, int many, Poster by) {
        var made = new ArrayList<PieceId>();
        for (int i = 0; i < many; i++) {
            var id = PieceId.next();
            database.sql("""
                insert into market.piece (id, serial, product_id, place_id, state, reason, changed_at, changed_by,
                    changed_by_name, demonstration)
                select :id, 'Q' || :year || lpad(nextval('market.piece_serial')::text, 7, '0'), p.id, :place, 'with_maker', '',
                    :now, :by, :name, p.demonstration
                  from market.product p where p.id = :product
                """)
                    .param("id", id.value())
                    .param("year", "%02d".formatted(LocalDate.now(clock).getYear() % 100))
                    .param("place", places.called(PiecePlaces.WORKSHOPS))
                    .param("now", now())
                    .param("by", by.id())
                    .param("name", by.name())
                    .param("product", product.value())
                    .update();
            made.add(id);
        }
        return made;
    }

    /** The hall has it in its hands. */
    public void receive(PieceId piece, UUID place, Poster by) {
        step(piece, State.RECEIVED, place, "", by);
    }

    /** Somebody looked at it and found it good. */
    public void passInspection(PieceId piece, String note, Poster by) {
        step(piece, State.INSPECTED, null, note, by);
        events.publishEvent(new PieceInspected(piece, clock.instant()));
    }

    /** Everybody may buy it from now on. */
    public void putOnSale(PieceId piece, Poster by) {
        step(piece, State.ON_SALE, null, "", by);
        events.publishEvent(new PiecePutOnSale(piece));
    }

    /** It goes back to its maker, who is told why. */
    public void giveBackToMaker(PieceId piece, String reason, Poster by) {
        step(piece, State.RETURNED, places.called(PiecePlaces.WORKSHOPS), needed(reason), by);
    }

    /** Somewhere else of ours. */
    public void move(PieceId piece, UUID place, String reason, Poster by) {
        var moved = database.sql("""
            update market.piece set place_id = :place, reason = :reason, changed_at = :now, changed_by = :by,
                changed_by_name = :name
             where id = :id and state in ('received', 'inspected', 'on_sale') and place_id <> :place
            """)
                .param("place", place)
                .param("reason", reason)
                .param("now", now())
                .param("by", by.id())
                .param("name", by.name())
                .param("id", piece.value())
                .update();
        if (moved == 0) {
            throw new Refusal("market.piece.refusal.cannot-move");
        }
    }

    /** Nobody finds it. */
    public void lose(PieceId piece, String reason, Poster by) {
        step(piece, State.LOST, null, needed(reason), by);
    }

    /** Its maker sold it at the market: nobody else can have it from this moment. */
    public void soldElsewhere(PieceId piece, Poster by) {
        step(piece, State.SOLD_ELSEWHERE, places.called(PiecePlaces.SOLD), "", by);
    }

    private static String needed(String reason) {
        if (reason.isBlank()) {
            throw new Refusal("market.piece.refusal.reason");
        }
        return reason;
    }

    private void step(PieceId piece, State to, @Nullable UUID place, String reason, Poster by) {
        try {
            int moved = database.sql("""
                update market.piece set state = :state, place_id = coalesce(:place, place_id), reason = :reason,
                    hold_id = null, held_until = null, changed_at = :now, changed_by = :by, changed_by_name = :name
                 where id = :id and state <> :state and not (state = 'held' and held_until > :now)
                """)
                    .param("state", to.code())
                    .param("place", place)
                    .param("reason", reason)
                    .param("now", now())
                    .param("by", by.id())
                    .param("name", by.name())
                    .param("id", piece.value())
                    .update();
            if (moved == 0) {
                throw new Refusal("market.piece.refusal.meanwhile");
            }
        } catch (DataIntegrityViolationException e) {
            throw Refusal.when("piece_goes_its_way", e, "market.piece.refusal.meanwhile");
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
