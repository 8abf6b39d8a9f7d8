package ma.qutb.market.order;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.Refusal;
import ma.qutb.market.HoldId;
import ma.qutb.market.Piece;
import ma.qutb.market.ProductId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Writes a new order with its lines and its first step in one statement. Titles and parts of the prices come from the shelf itself, where the
 * price is still the one that was agreed: what the buyer saw is what is frozen.
 */
@Repository
class WritingOrders {

    private final JdbcClient database;
    private final Clock clock;

    WritingOrders(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * What to write.
     *
     * @param carrier null for whoever comes to the pole
     * @param depositShare basis points of what is made to order
     */
    record NewOrder(
            UUID id,
            UUID key,
            String code,
            Language language,
            Buyer buyer,
            @Nullable UUID carrier,
            @Nullable String zone,
            long weight,
            String method,
            long delivery,
            HoldId hold,
            Instant confirmUntil,
            LocalDate promisedOn,
            int depositShare) {}

    /** What was ordered under this key by this telephone, and how many orders of it wait for a word. */
    record Before(Optional<Placed> same, int waiting) {}

    /**
     * Asks, and holds the key until the transaction ends. Whoever had to wait for another with the same key does not see yet what that one
     * did: ask again after a refusal.
     */
    Before before(UUID key, String phone) {
        return database.sql("""
            select (select count(*) from market.buyer_order where phone = :phone and state = 'placed') as waiting, o.id, o.number, o.code
              from (select pg_advisory_xact_lock(hashtextextended('market.order ' || cast(:key as text), 0))) as one left join market.buyer_order o on o.key = :key and o.phone = :phone
            """)
                .param("key", key)
                .param("phone", phone)
                .query((row, number) -> new Before(
                        Optional.ofNullable(row.getObject("id", UUID.class))
                                .map(id -> new Placed(id, columnOf(row, "number"), columnOf(row, "code"), true)),
                        row.getInt("waiting")))
                .single();
    }

    private static String columnOf(java.sql.ResultSet row, String name) {
        try {
            return row.getString(name);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Writes it.
     *
     * @return its number
     * @throws Refusal when a price is not the agreed one any more, or something is no longer offered
     */
    String write(NewOrder it, Basket basket, List<Piece> pieces) {
        var products = new ArrayList<UUID>();
        var agreed = new ArrayList<Long>();
        var weights = new ArrayList<Long>();
        var taken = new ArrayList<@Nullable UUID>();
        var toOrder = new ArrayList<Boolean>();
        var left = new LinkedList<>(pieces);
        for (var item : basket.items()) {
            for (int i = 0; i < item.count(); i++) {
                products.add(item.product().value());
                agreed.add(item.seen());
                weights.add(item.weight());
                toOrder.add(item.toOrder());
                taken.add(item.toOrder() ? null : next(left, item.product()));
            }
        }
        var now = clock.instant();
        var written = database.sql("""
            with wanted as (
                    select * from unnest(cast(:lines as uuid[]), cast(:products as uuid[]), cast(:agreed as bigint[]),
                        cast(:weights as bigint[]), cast(:pieces as uuid[]), cast(:to_order as boolean[])) with ordinality
                        as w (line, product, agreed, weight, piece, to_order, position)),
                offered as (
                    select w.*, s.*,
                        case when not bool_or(w.to_order) over () then 0
                             when w.to_order then (s.price * :share + 5000) / 10000 else s.price end as deposit
                      from wanted w join market.shelf s on s.product_id = w.product and s.price = w.agreed),
                placed as (
                    insert into market.buyer_order (id, key, number, code, language, name, phone, email, pick_up, country, city, address,
                        landmark, postcode, note, carrier_id, zone_code, weight_mg, method, goods, delivery, total, deposit, state, money,
                        carrier_owes, tracking, reason, placed_at, confirm_until, promised_on, changed_at, demonstration)
                    select :id, :key, :year || '-' || lpad(nextval('market.order_number')::text, 6, '0'), :code, :language, :name, :phone,
                        nullif(:email, ''), :pick_up, :country, :city, :address, :landmark, :postcode, :note, cast(:carrier as uuid), :zone,
                        :weight, :method, sum(o.price), :delivery, sum(o.price) + :delivery, sum(o.deposit), 'placed', 'awaited', 0, '', '', :now,
                        :confirm_until, :promised_on, :now, bool_or(o.demonstration)
                      from offered o having count(*) = :many
                    returning id, number, state, money),
                lines as (
                    insert into market.order_line (id, order_id, position, product_id, product_number, piece_id, hold_id, maker_id,
                        title_ar, title_fr, title_en, title_es, title_zgh, photo, to_order, lead_days, weight_mg, price, part_maker,
                        part_material, part_service, part_fund, part_transport, part_tax, deposit)
                    select o.line, p.id, o.position, o.product, o.number, o.piece, case when o.piece is not null then cast(:hold as uuid) end, o.maker_id,
                        o.title_ar, o.title_fr, o.title_en, o.title_es, o.title_zgh, o.photos -> 0, o.to_order, o.lead_days, o.weight,
                        o.price, o.part_maker, o.part_material, o.part_service, o.part_fund, o.part_transport, o.part_tax, o.deposit
                      from offered o cross join placed p),
                step as (
                    insert into market.order_step (order_id, at, by, by_name, act, state, money, note)
                    select id, :now, 'buyer', 'buyer', 'placed', state, money, '' from placed)
            select number from placed
            """)
                .param("lines", products.stream().map(some -> Ids.next()).toArray(UUID[]::new))
                .param("products", products.toArray(UUID[]::new))
                .param("agreed", agreed.toArray(Long[]::new))
                .param("weights", weights.toArray(Long[]::new))
                .param("pieces", taken.toArray(UUID[]::new))
                .param("to_order", toOrder.toArray(Boolean[]::new))
                .param("many", products.size())
                .param("id", it.id())
                .param("key", it.key())
                .param("year", "%02d".formatted(LocalDate.now(clock).getYear() % 100))
                .param("code", it.code())
                .param("language", it.language().code())
                .param("name", it.buyer().name())
                .param("phone", it.buyer().phone())
                .param("email", it.buyer().email())
                .param("pick_up", it.buyer().pickUp())
                .param("country", it.buyer().country())
                .param("city", it.buyer().city())
                .param("address", it.buyer().address())
                .param("landmark", it.buyer().landmark())
                .param("postcode", it.buyer().postcode())
                .param("note", it.buyer().note())
                .param("carrier", it.carrier())
                .param("zone", it.zone())
                .param("weight", it.weight())
                .param("method", it.method())
                .param("delivery", it.delivery())
                .param("hold", pieces.isEmpty() ? null : it.hold().value(), java.sql.Types.OTHER)
                .param("now", OrderTable.at(now))
                .param("confirm_until", OrderTable.at(it.confirmUntil()))
                .param("promised_on", it.promisedOn())
                .param("share", it.depositShare())
                .query(String.class)
                .optional();
        return written.orElseThrow(() -> new Refusal("market.order.refusal.price"));
    }

    private static UUID next(List<Piece> left, ProductId product) {
        var piece = left.stream()
                .filter(it -> it.product().equals(product))
                .findFirst()
                .orElseThrow(() -> new Refusal("market.order.refusal.gone"));
        left.remove(piece);
        return piece.id().value();
    }
}
