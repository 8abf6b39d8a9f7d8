package ma.qutb.market.order;

import static ma.qutb.market.TestMarket.SELLER;

import java.util.List;
import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Language;
import ma.qutb.market.ProductId;
import ma.qutb.market.delivery.Deliveries;
import ma.qutb.market.delivery.Way;
import ma.qutb.market.payment.PaymentMethod;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Orders for tests, placed by what the checkout calls. */
class TestOrders {

    private final PlacingOrders placing;
    private final KeepingOrders keeping;
    private final SendingOrders sending;
    private final Deliveries deliveries;
    private final JdbcClient database;

    TestOrders(
            PlacingOrders placing,
            KeepingOrders keeping,
            SendingOrders sending,
            Deliveries deliveries,
            JdbcClient database) {
        this.placing = placing;
        this.keeping = keeping;
        this.sending = sending;
        this.deliveries = deliveries;
        this.database = database;
    }

    /** A telephone nobody used before. */
    static String phone() {
        return "+2126" + "%08d".formatted(Math.floorMod(Ids.next().hashCode(), 100_000_000));
    }

    static Buyer buyer(String phone) {
        return new Buyer("فاطمة ب.", phone, "", false, "MA", "كلميم", "حي المسيرة", "قرب المسجد", "", "");
    }

    static Buyer atThePole() {
        return new Buyer("Jean D.", phone(), "j@example.org", true, "MA", "", "", "", "", "");
    }

    Cart cart(ProductId... products) {
        var cart = new Cart(List.of());
        for (var product : products) {
            var row = database.sql("select number, price from market.product where id = :id")
                    .param("id", product.value())
                    .query((it, number) -> new long[] {it.getLong(1), it.getLong(2)})
                    .single();
            cart = cart.with(row[0], 1, row[1]);
        }
        return cart;
    }

    Way amana() {
        return deliveries.ways("MA", 1_000_000).getFirst();
    }

    Placed cash(ProductId... products) {
        return place(Ids.next(), cart(products), buyer(phone()), PaymentMethod.CASH_ON_DELIVERY);
    }

    Placed place(UUID key, Cart cart, Buyer buyer, String method) {
        return placing.place(key, cart, buyer, new Chosen(buyer.pickUp() ? null : amana(), method), Language.AR);
    }

    UUID sent(ProductId... products) {
        var order = cash(products).id();
        send(order);
        return order;
    }

    void send(UUID order) {
        keeping.confirm(order, "", SELLER);
        keeping.ready(order, SELLER);
        sending.send(order, "EE" + Math.floorMod(order.hashCode(), 1_000_000) + "MA", SELLER);
    }

    UUID delivered(ProductId... products) {
        var order = sent(products);
        sending.deliver(order, SELLER);
        return order;
    }
}
