package ma.qutb.market.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import ma.qutb.market.ProductId;
import ma.qutb.market.finding.ShelfRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Holds a cart against the shelf: one statement, however much is in it. */
@Component
class ReadingBaskets {

    /** What something is taken to weigh that nobody weighed: milligrams. */
    private static final long UNWEIGHED = 500_000;

    private final JdbcClient database;
    private final ShelfRows rows;
    private final Clock clock;

    ReadingBaskets(JdbcClient database, ShelfRows rows, Clock clock) {
        this.database = database;
        this.rows = rows;
        this.clock = clock;
    }

    Basket read(Cart cart) {
        if (cart.isEmpty()) {
            return new Basket(List.of(), List.of());
        }
        var items = database
                .sql("select " + ShelfRows.CARD + """
            , s.product_id, s.part_maker + s.part_material as to_maker, s.weight_mg, s.free_again_at,
            -- What is held by somebody whose time is over can be had.
            s.available + case when s.held > 0 and s.free_again_at <= :now
                then (select count(*) from market.piece p where p.product_id = s.product_id and p.state = 'held' and p.held_until <= :now)
                else 0 end as free
              from market.shelf s where s.number = any (cast(:numbers as bigint[]))
            """)
                .param("numbers", cart.lines().stream().map(Cart.Line::product).toArray(Long[]::new))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> item(row, number, cart))
                .list()
                .stream()
                .sorted(Comparator.comparingInt(it -> place(cart, it.card().number())))
                .toList();
        return new Basket(
                items,
                cart.lines().stream()
                        .filter(line -> items.stream().noneMatch(it -> it.card().number() == line.product()))
                        .toList());
    }

    private static int place(Cart cart, long product) {
        return cart.lines().indexOf(cart.of(product).orElseThrow());
    }

    private Basket.Item item(ResultSet row, int number, Cart cart) throws SQLException {
        var card = rows.card(row, number);
        var line = cart.of(card.number()).orElseThrow();
        var free = row.getObject("free_again_at", OffsetDateTime.class);
        return new Basket.Item(
                new ProductId(row.getObject("product_id", java.util.UUID.class)),
                card,
                line.count(),
                line.seen(),
                row.getLong("to_maker"),
                Objects.requireNonNullElse(row.getObject("weight_mg", Long.class), UNWEIGHED),
                row.getInt("free"),
                free == null ? null : free.toInstant());
    }
}
