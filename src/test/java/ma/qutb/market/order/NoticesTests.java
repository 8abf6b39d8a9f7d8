package ma.qutb.market.order;

import static ma.qutb.market.TestMarket.SELLER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ma.qutb.identity.account.TestAccounts;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Role;
import ma.qutb.kernel.Scope;
import ma.qutb.market.MakerId;
import ma.qutb.market.MarketModuleTest;
import ma.qutb.market.MarketPermission.Code;
import ma.qutb.market.ProductId;
import ma.qutb.market.TestMarket;
import ma.qutb.market.delivery.Deliveries;
import ma.qutb.market.payment.PaymentMethod;
import ma.qutb.market.product.ReviewingProducts;
import ma.qutb.market.stock.KeepingPieces;
import ma.qutb.market.stock.PiecePlaces;
import ma.qutb.support.TestActor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/** Who is told what of an order: the hall when there is work, the maker when something was sold. */
@MarketModuleTest
@Import(TestAccounts.class)
@TestPropertySource(
        properties = {"qutb.test.database=qutb_notices", "qutb.market.payment.rib=007780000123456789012396"})
class NoticesTests {

    @Autowired
    MockMvc web;

    @Autowired
    TestMarket market;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TellingTheHall telling;

    @Autowired
    PlacingOrders placing;

    @Autowired
    KeepingOrders keeping;

    @Autowired
    SendingOrders sending;

    @Autowired
    OrderPayments payments;

    @Autowired
    ReviewingProducts reviewing;

    @Autowired
    KeepingPieces pieces;

    @Autowired
    PiecePlaces places;

    @Autowired
    Deliveries deliveries;

    @Autowired
    JdbcClient database;

    private TestOrders some;
    private UUID seller;

    @BeforeEach
    void begin() {
        some = new TestOrders(placing, keeping, sending, deliveries, database);
        telling.tell();
        seller = accounts.with(Role.HALL_SELLER).id();
    }

    @Test
    void theHallHearsOfANewOrderOnceAndOfTheOrdersOfAMinuteTogether() {
        var one = some.cash(market.onSale(1));
        telling.tell();
        telling.tell();
        assertThat(told(seller)).containsExactly("market.order.told.new /app/orders/" + one.id());

        some.cash(market.onSale(1));
        some.cash(market.onSale(1));
        telling.tell();
        assertThat(told(seller)).hasSize(2).last().asString().endsWith("/app/orders?state=placed&state=confirmed");
    }

    @Test
    void anOrderThatWaitsForTheBankIsTooEarlyToTell() {
        some.place(
                Ids.next(), some.cart(market.onSale(1)), TestOrders.buyer(TestOrders.phone()), PaymentMethod.TRANSFER);
        telling.tell();

        assertThat(told(seller)).isEmpty();
    }

    @Test
    void whoeverWorksElsewhereIsNotTold() {
        var far = accounts.with();
        accounts.give(far, Role.HALL_SELLER, "P-TAN");
        var near = accounts.with();
        accounts.give(near, Role.HALL_SELLER, "P-GUE");
        var product = market.onSale(1);
        database.sql("update market.maker set territories = '{C-GUE,P-GUE}' where id = :id")
                .param("id", market.cooperative().value())
                .update();
        some.cash(product);
        telling.tell();

        assertThat(told(near.id())).hasSize(1);
        assertThat(told(far.id())).isEmpty();
    }

    @Test
    void aMakerHearsThatAPieceWasSoldAndReadsTheSumOnThePhone() throws Exception {
        var maker = market.artisan();
        var account = accounts.with(Role.ARTISAN).id();
        database.sql("update identity.account set person = :person where id = :id")
                .param("person", maker.value())
                .param("id", account)
                .update();
        var order = some.sent(onSale(maker));
        assertThat(told(account)).as("on its way it may still come back").isEmpty();
        sending.deliver(order, SELLER);

        assertThat(told(account)).containsExactly("market.payout.told.sold /app/my/earnings");
        assertThat(database.sql("select arguments::text from identity.notification where account = :id")
                        .param("id", account)
                        .query(String.class)
                        .single())
                .contains("1", "598,40");
        var phone = new TestActor(
                account, "فاطمة", Set.of(Role.ARTISAN), Set.of(Code.OFFER), Scope.NOWHERE, Optional.of(maker.value()));
        web.perform(get("/app/my/pieces").cookie(new Cookie("lang", "fr")).with(authentication(phone.authentication())))
                .andExpect(content().string(allOf(containsString("Une pièce vendue"), containsString("598,40"))));
    }

    private ProductId onSale(MakerId maker) {
        var id = reviewing.accept(market.proposed(maker, 1), SELLER);
        var piece = market.piece(id).id();
        pieces.receive(piece, places.called(PiecePlaces.HALL), SELLER);
        pieces.passInspection(piece, "", SELLER);
        pieces.putOnSale(piece, SELLER);
        return id;
    }

    private List<String> told(UUID account) {
        return database.sql("select message || ' ' || link from identity.notification where account = :id order by id")
                .param("id", account)
                .query(String.class)
                .list();
    }
}
