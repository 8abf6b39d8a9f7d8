package ma.qutb.market.stock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Poster;
import ma.qutb.market.HoldId;
import ma.qutb.market.Piece;
import ma.qutb.market.PieceId;
import ma.qutb.market.ProductId;
import ma.qutb.market.Stock;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets each piece be had once. Who looks for a piece passes over what somebody else is just taking, and what was taken is written by one
 * conditional statement; products are taken in the order of their ids, so that two carts never wait for each other.
 */
@Service
@Transactional
class HoldingPieces implements Stock {

    private final JdbcClient database;
    private final Clock clock;

    HoldingPieces(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public List<Piece> hold(HoldId hold, Channel channel, List<Wanted> wanted, Instant until, Poster by) {
        database.sql("""
            insert into market.hold (id, channel, pieces, made_at, until, outcome)
            values (:id, :channel, :pieces, :now, :until, 'open')
            """)
                .param("id", hold.value())
                .param("channel", channel.code())
                .param("pieces", wanted.stream().mapToInt(Wanted::count).sum())
                .param("now", now())
                .param("until", at(until))
                .update();
        var taken = new ArrayList<Piece>();
        wanted.stream()
                .sorted(Comparator.comparing(it -> it.product().toString()))
                .forEach(it -> taken.addAll(take(hold, it, until, by)));
        return taken;
    }

    private List<Piece> take(HoldId hold, Wanted wanted, Instant until, Poster by) {
        try {
            var taken = database.sql("""
                with free as materialized (
                    select p.id from market.piece p
                     where p.product_id = :product and market.takeable(p.state, p.held_until, :now)
                       and p.state in ('on_sale', 'held') and (cast(:piece as uuid) is null or p.id = :piece)
                       and exists (select from market.product o where o.id = :product and o.state = 'accepted')
                     order by p.id limit :count for update of p skip locked)
                update market.piece p set state = 'held', hold_id = :hold, held_until = :until, reason = '', changed_at = :now,
                    changed_by = :by, changed_by_name = :name
                  from free where p.id = free.id
                returning p.*
                """)
                    .param("product", wanted.product().value())
                    .param("piece", wanted.piece().map(PieceId::value).orElse(null))
                    .param("count", wanted.count())
                    .param("hold", hold.value())
                    .param("until", at(until))
                    .param("now", now())
                    .param("by", by.id())
                    .param("name", by.name())
                    .query(HoldingPieces::piece)
                    .list();
            if (taken.size() < wanted.count()) {
                throw new Refusal("market.stock.refusal.gone", taken.size());
            }
            return taken;
        } catch (DataIntegrityViolationException e) {
            throw Refusal.when("piece_held_while_offered", e, "market.stock.refusal.gone", 0);
        }
    }

    @Override
    public void extend(HoldId hold, Instant until) {
        int prolonged = database.sql("""
            update market.piece set held_until = greatest(held_until, :until) where hold_id = :hold and state = 'held'
            """)
                .param("until", at(until))
                .param("hold", hold.value())
                .update();
        whole(hold, prolonged);
        database.sql("update market.hold set until = greatest(until, :until) where id = :hold")
                .param("until", at(until))
                .param("hold", hold.value())
                .update();
    }

    @Override
    public void giveBack(HoldId hold, String reason, Poster by) {
        end(hold, "state = 'on_sale', hold_id = null, held_until = null", reason, by);
        ended(hold, "given_back");
    }

    @Override
    public List<Piece> sell(HoldId hold, Poster by) {
        var sold = end(
                hold,
                "state = 'sold', held_until = null, place_id = (select id from market.place where code = 'SOLD')",
                "",
                by);
        whole(hold, sold.size());
        ended(hold, "sold");
        return sold;
    }

    @Override
    public void comeBack(PieceId piece, String reason, Poster by) {
        int back = database.sql("""
            update market.piece set state = 'received', hold_id = null, reason = :reason, changed_at = :now, changed_by = :by,
                changed_by_name = :name, place_id = (select id from market.place where code = 'HALL-GUE')
             where id = :piece and state = 'sold'
            """)
                .param("reason", reason)
                .param("now", now())
                .param("by", by.id())
                .param("name", by.name())
                .param("piece", piece.value())
                .update();
        if (back == 0) {
            throw new Refusal("market.piece.refusal.meanwhile");
        }
    }

    /**
     * What nobody paid for in time is on sale again.
     *
     * @return how many pieces
     */
    public int expire() {
        var expired = database.sql("""
            with late as materialized (
                select id from market.piece where state = 'held' and held_until <= :now order by id for update skip locked)
            update market.piece p set state = 'on_sale', hold_id = null, held_until = null, reason = 'expired', changed_at = :now,
                changed_by = 'market.expiry', changed_by_name = 'market.expiry'
              from late where p.id = late.id
            """).param("now", now()).update();
        database.sql("""
            update market.hold set outcome = 'expired', ended_at = :now
             where outcome = 'open' and until <= :now
               and not exists (select from market.piece p where p.hold_id = market.hold.id)
            """).param("now", now()).update();
        return expired;
    }

    private List<Piece> end(HoldId hold, String assignments, String reason, Poster by) {
        return database.sql("update market.piece set " + assignments + """
            , reason = :reason, changed_at = :now, changed_by = :by, changed_by_name = :name
             where hold_id = :hold and state = 'held'
            returning *
            """)
                .param("reason", reason)
                .param("now", now())
                .param("by", by.id())
                .param("name", by.name())
                .param("hold", hold.value())
                .query(HoldingPieces::piece)
                .list();
    }

    private void ended(HoldId hold, String outcome) {
        database.sql("update market.hold set outcome = :outcome, ended_at = :now where id = :hold and outcome = 'open'")
                .param("outcome", outcome)
                .param("now", now())
                .param("hold", hold.value())
                .update();
    }

    private void whole(HoldId hold, int pieces) {
        boolean all = database.sql("select exists (select from market.hold where id = :hold and pieces = :pieces)")
                .param("hold", hold.value())
                .param("pieces", pieces)
                .query(Boolean.class)
                .single();
        if (!all) {
            throw new Refusal("market.stock.refusal.hold-lost");
        }
    }

    private OffsetDateTime now() {
        return at(clock.instant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static Piece piece(ResultSet row, int number) throws SQLException {
        return new Piece(
                new PieceId(row.getObject("id", UUID.class)),
                row.getString("serial"),
                new ProductId(row.getObject("product_id", UUID.class)),
                row.getObject("place_id", UUID.class),
                Piece.State.of(row.getString("state")),
                Optional.ofNullable(row.getObject("hold_id", UUID.class)).map(HoldId::new));
    }
}
