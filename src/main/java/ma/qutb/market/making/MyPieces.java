package ma.qutb.market.making;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.market.MakerId;
import ma.qutb.market.PieceId;
import ma.qutb.market.ProductId;
import ma.qutb.market.Wording;
import ma.qutb.market.product.Draft;
import ma.qutb.market.product.ProductTable;
import ma.qutb.registry.PersonId;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** What is mine: nobody finds anybody else's here. */
@Component
class MyPieces {

    private static final Duration LATELY = Duration.ofDays(30);

    private final ProductTable products;
    private final JdbcClient database;
    private final Clock clock;

    MyPieces(ProductTable products, JdbcClient database, Clock clock) {
        this.products = products;
        this.database = database;
        this.clock = clock;
    }

    /** The person behind the account. */
    PersonId me(Actor actor) {
        return actor.person().map(PersonId::new).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    Draft find(UUID product, Actor actor) {
        return products.find(new ProductId(product))
                .filter(it -> it.maker().equals(MakerId.of(me(actor))))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** What waits for me first, then what is for sale, then what is over. */
    List<Mine> of(Actor actor) {
        return database.sql("""
                        select p.*, p.part_maker + p.part_material as to_maker, f.file_id, f.asset, c.left_over, c.sold, c.free, c.hall, c.home,
                            exists (select from market.product r where r.revises = p.id and r.state in ('draft', 'proposed', 'sent_back')) as changing
                          from market.product p
                          left join lateral (select file_id, asset from market.photo where product_id = p.id order by position limit 1) f on true
                          left join lateral (
                            select count(*) filter (where state in ('on_sale', 'held')) as left_over,
                                count(*) filter (where state = 'sold') as sold,
                                count(*) filter (where state in ('received', 'inspected')) as hall,
                                count(*) filter (where state in ('with_maker', 'returned')) as home,
                                (array_agg(id order by state <> 'with_maker', id)
                                    filter (where state in ('with_maker', 'received', 'inspected', 'on_sale', 'returned')))[1] as free
                              from market.piece where product_id = p.id) c on true
                         where p.maker_person = :me and p.state <> 'taken_over'
                         order by case p.state when 'sent_back' then 0 when 'draft' then 1 when 'proposed' then 2 when 'accepted' then 3 else 4 end,
                            c.left_over = 0, p.changed_at desc
                         limit 200
                        """)
                .param("me", me(actor).value())
                .query(MyPieces::mine)
                .list();
    }

    /** What of mine was sold lately. */
    Optional<Sold> lately(Actor actor) {
        return database.sql("""
                        select count(*) filter (where kind = 'sale') - count(*) filter (where kind = 'return') as pieces,
                            coalesce(sum(to_maker), 0)::bigint as amount, max(at) filter (where kind = 'sale') as last
                          from market.earning where maker_id = :me and at > :since
                        """)
                .param("me", me(actor).value())
                .param("since", clock.instant().minus(LATELY).atOffset(ZoneOffset.UTC))
                .query(MyPieces::sold)
                .single();
    }

    private static Optional<Sold> sold(ResultSet row, int number) throws SQLException {
        var last = row.getObject("last", OffsetDateTime.class);
        return last == null || row.getInt("pieces") <= 0
                ? Optional.empty()
                : Optional.of(new Sold(row.getInt("pieces"), row.getLong("amount"), last.toInstant()));
    }

    private static Mine mine(ResultSet row, int number) throws SQLException {
        int left = row.getInt("left_over");
        return new Mine(
                new ProductId(row.getObject("id", UUID.class)),
                new Wording(
                        row.getString("title_ar"),
                        row.getString("title_fr"),
                        row.getString("title_en"),
                        row.getString("title_es"),
                        row.getString("title_zgh")),
                state(row, left),
                row.getObject("price", Long.class),
                row.getObject("to_maker", Long.class),
                left,
                row.getInt("sold"),
                row.getString("reason"),
                Optional.ofNullable(row.getObject("free", UUID.class)).map(PieceId::new),
                row.getObject("file_id", UUID.class),
                row.getString("asset"),
                row.getBoolean("changing"),
                row.getBoolean("demonstration"));
    }

    private static String state(ResultSet row, int left) throws SQLException {
        var state = row.getString("state");
        if (!state.equals("accepted")) {
            return state;
        }
        return left > 0 || row.getString("kind").equals("to_order")
                ? "on_sale"
                : row.getInt("hall") > 0
                        ? "in_hall"
                        : row.getInt("home") > 0 ? "with_maker" : row.getInt("sold") > 0 ? "sold" : "gone";
    }
}
