package ma.qutb.market.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.Scope;
import ma.qutb.market.MarketModuleTest;
import ma.qutb.market.MarketPermission.Code;
import ma.qutb.market.ProductId;
import ma.qutb.market.TestMarket;
import ma.qutb.market.delivery.Deliveries;
import ma.qutb.market.payment.PaymentMethod;
import ma.qutb.market.product.ReviewingProducts;
import ma.qutb.support.TestActor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The pages of buyers and of those who work on their orders, without a script. */
@MarketModuleTest
class CheckoutTests {

    private static final Authentication KEEPS = TestActor.with(Code.SEE_ORDERS, Code.KEEP_ORDERS, Code.SET_DELIVERY);
    private static final Authentication LOOKS = TestActor.with(Code.SEE_ORDERS);

    @Autowired
    MockMvc web;

    @Autowired
    TestMarket market;

    @Autowired
    PlacingOrders placing;

    @Autowired
    KeepingOrders keeping;

    @Autowired
    SendingOrders sending;

    @Autowired
    TakingBack taking;

    @Autowired
    OrderTable orders;

    @Autowired
    Deliveries deliveries;

    @Autowired
    ReviewingProducts reviewing;

    @Autowired
    JdbcClient database;

    private TestOrders some;

    @BeforeEach
    void begin() {
        some = new TestOrders(placing, keeping, sending, deliveries, database);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en", "es"})
    void aGuestBuysInFourStepsAndLeavesNoSession(String language) throws Exception {
        var product = market.onSale(1);
        var line = some.cart(product).lines().getFirst();
        long sessions = count("select count(*) from identity.session");

        var added = web.perform(post("/" + language + "/cart")
                        .param("product", String.valueOf(line.product()))
                        .param("price", String.valueOf(line.seen())))
                .andExpect(status().isSeeOther())
                .andExpect(redirectedUrl("/" + language + "/cart"))
                .andReturn();
        var cart = Objects.requireNonNull(added.getResponse().getCookie("cart"));
        web.perform(get("/" + language + "/cart").cookie(cart))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("/" + language + "/checkout")))
                .andExpect(content().string(not(containsString("[market."))));
        web.perform(get("/" + language + "/checkout").cookie(cart))
                .andExpect(content().string(containsString("name=\"landmark\"")))
                .andExpect(content().string(not(containsString("[market."))));
        web.perform(typed(post("/" + language + "/checkout"), TestOrders.phone())
                        .cookie(cart))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("cash_on_delivery")))
                .andExpect(content().string(not(containsString("[market."))));
        var placed = web.perform(
                        order(language, TestOrders.phone(), line.seen() + 80_00).cookie(cart))
                .andExpect(status().isSeeOther())
                .andExpect(cookie().maxAge("cart", 0))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();

        assertThat(placed).matches("/" + language + "/orders/[0-9]{2}-[0-9]{6}/[2-9A-Z]{8}");
        web.perform(get(Objects.requireNonNull(placed)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("[market."))));
    }

    @Test
    void aPriceThatChangedIsSaidAndAgreedToBeforeAnythingIsPaid() throws Exception {
        var product = market.onSale(1);
        var cart = carried(product);
        database.sql("update market.product set price = price + 5000, part_maker = part_maker + 5000 where id = :id")
                .param("id", product.value())
                .update();

        web.perform(get("/fr/cart").cookie(cart))
                .andExpect(content().string(containsString("Prix précédent")))
                .andExpect(content().string(not(containsString("/fr/checkout"))));
        web.perform(get("/fr/checkout").cookie(cart)).andExpect(redirectedUrl("/fr/cart"));
        web.perform(order("fr", TestOrders.phone(), TestMarket.PRICE + 50_00).cookie(cart))
                .andExpect(redirectedUrl("/fr/cart"));

        var agreed =
                Objects.requireNonNull(web.perform(post("/fr/cart/agreement").cookie(cart))
                        .andReturn()
                        .getResponse()
                        .getCookie("cart"));
        web.perform(get("/fr/checkout").cookie(agreed)).andExpect(status().isOk());
    }

    @Test
    void whatIsWithdrawnOrHeldForSomebodyIsSaidInTheCart() throws Exception {
        var gone = market.onSale(1);
        var held = market.onSale(1);
        var cart = new Cookie("cart", some.cart(gone, held).carried());
        reviewing.withdraw(gone, "maker", TestMarket.SELLER);
        some.cash(held);

        web.perform(get("/en/cart").cookie(cart))
                .andExpect(content().string(containsString("no longer for sale")))
                .andExpect(content().string(containsString("Held for somebody")));
        var left = web.perform(post("/en/cart/agreement").cookie(cart)).andReturn();
        assertThat(Objects.requireNonNull(left.getResponse().getCookie("cart")).getMaxAge())
                .isZero();
    }

    @Test
    void aCartHoldsFewThingsOnlyWhatItSaysAndNothingOfOthers() throws Exception {
        assertThat(Cart.read("1.99.5-x-2.1.-3.1.100-3.2.100").lines()).containsExactly(new Cart.Line(3, 1, 100));
        var many = new Cart(java.util.List.of());
        for (int i = 1; i < 100; i++) {
            many = many.with(i, 20, 100);
        }
        assertThat(many.lines()).hasSize(Cart.MOST_LINES);
        assertThat(many.things()).isEqualTo(Cart.MOST_LINES * Cart.MOST_OF_ONE);
        assertThat(Cart.read(many.carried())).isEqualTo(many);

        web.perform(post("/ar/cart")
                        .header("Sec-Fetch-Site", "cross-site")
                        .param("product", "1")
                        .param("price", "100"))
                .andExpect(status().isForbidden());
    }

    @Test
    void aBotThatFillsItsCartHoldsNothingAndIsStoppedAtTheOrder() throws Exception {
        var product = market.onSale(1);
        var cart = carried(product);
        for (int i = 0; i < 50; i++) {
            web.perform(get("/ar/checkout").cookie(cart));
        }
        assertThat(count(
                        "select count(*) from market.piece where state = 'on_sale' and product_id = '" + product + "'"))
                .isEqualTo(1);
        web.perform(order("ar", TestOrders.phone(), TestMarket.PRICE + 80_00)
                        .param("website", "http://spam")
                        .cookie(cart))
                .andExpect(status().is(422));

        for (int i = 0; i < 20; i++) {
            web.perform(order("ar", TestOrders.phone(), 1).cookie(cart).with(from("192.0.2.7")));
        }
        web.perform(order("fr", TestOrders.phone(), TestMarket.PRICE + 50_00)
                        .cookie(cart)
                        .with(from("192.0.2.7")))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("Trop de demandes")));
    }

    @Test
    void whatIsWrongIsSaidBesideWhatWasTyped() throws Exception {
        var cart = carried(market.onSale(1));
        web.perform(post("/en/checkout")
                        .with(csrf())
                        .cookie(cart)
                        .param("way", "home")
                        .param("email", "x"))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("A telephone number is needed")))
                .andExpect(content().string(containsString("not an e-mail address")))
                .andExpect(content().string(containsString("Give the address or a landmark")))
                .andExpect(content().string(containsString("This is needed")));
        web.perform(post("/en/checkout")
                        .with(csrf())
                        .cookie(cart)
                        .param("way", "abroad")
                        .param("phone", "+33612345678")
                        .param("country", "MA"))
                .andExpect(content().string(containsString("Choose a country")));
        web.perform(order("en", TestOrders.phone(), 1).cookie(cart))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("The total has changed")));
        web.perform(typed(post("/en/checkout/order"), TestOrders.phone())
                        .param("method", PaymentMethod.AT_THE_POLE)
                        .cookie(cart))
                .andExpect(content().string(containsString("Choose a way to pay that this order allows")));
    }

    @Test
    void whatGoesAbroadCostsByWeightAndIsNotPaidAtTheDoor() throws Exception {
        var cart = carried(market.onSale(1));
        web.perform(post("/fr/checkout")
                        .with(csrf())
                        .cookie(cart)
                        .param("way", "abroad")
                        .param("name", "Anne")
                        .param("phone", "+33 6 12 34 56 78")
                        .param("country", "FR")
                        .param("postcode", "75011")
                        .param("city", "Paris")
                        .param("address", "1 rue de Lappe"))
                .andExpect(content().string(containsString("690")))
                .andExpect(content().string(not(containsString("cash_on_delivery"))));
        web.perform(get("/fr/checkout").cookie(cart))
                .andExpect(content().string(containsString("value=\"QA\"")))
                .andExpect(content().string(not(containsString("value=\"EH\""))));
    }

    @Test
    void anOrderIsFoundByTelephoneAndCodeOnly() throws Exception {
        var placed = some.cash(market.onSale(1));
        var order = orders.find(placed.id()).orElseThrow();
        web.perform(post("/fr/orders")
                        .with(csrf())
                        .param("phone", order.buyer().phone().replace("+212", "0"))
                        .param("code", placed.code().toLowerCase(java.util.Locale.ROOT)))
                .andExpect(redirectedUrl(placed.path(Language.FR)));
        web.perform(post("/fr/orders")
                        .with(csrf())
                        .param("phone", TestOrders.phone())
                        .param("code", placed.code()))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("Aucune commande")));
        web.perform(get("/fr/orders/" + placed.number() + "/22222222")).andExpect(status().isNotFound());
    }

    @Test
    void theBuyerCancelsBeforeAndGivesBackAfter() throws Exception {
        var placed = some.cash(market.onSale(1));
        web.perform(post(placed.path(Language.FR) + "/cancellation").with(csrf()))
                .andExpect(redirectedUrl(placed.path(Language.FR)));
        assertThat(orders.find(placed.id()).orElseThrow().state()).isEqualTo(State.CANCELLED);

        var order = orders.find(some.delivered(market.onSale(1))).orElseThrow();
        var path = order.path(Language.FR);
        web.perform(post(path + "/returns").with(csrf()).param("kind", "withdrawal"))
                .andExpect(status().is(422));
        web.perform(post(path + "/returns")
                        .with(csrf())
                        .param("line", orders.lines(order.id()).getFirst().id().toString()))
                .andExpect(redirectedUrl(path));
        assertThat(taking.of(order.id())).hasSize(1);
        web.perform(get(path)).andExpect(content().string(containsString("En attente du retour")));
    }

    @Test
    void theHallTakesAnOrderFromStepToStepOnItsPage() throws Exception {
        var order = some.cash(market.onSale(1)).id();
        var page = "/app/orders/" + order;
        read("/app/orders", KEEPS).andExpect(content().string(containsString(page)));
        read(page, KEEPS).andExpect(content().string(containsString(page + "/confirmation")));
        read(page, LOOKS).andExpect(content().string(not(containsString(page + "/confirmation"))));
        act(page + "/confirmation").andExpect(redirectedUrl(page));
        read(page, KEEPS).andExpect(content().string(containsString(page + "/readiness")));
        act(page + "/readiness").andExpect(redirectedUrl(page));
        act(page + "/sending", "tracking", "").andExpect(status().is(422));
        act(page + "/sending", "tracking", "EE123MA").andExpect(redirectedUrl(page));
        read(page, KEEPS)
                .andExpect(content().string(containsString(page + "/loss")))
                .andExpect(content().string(containsString("EE123MA")));
        act(page + "/delivery").andExpect(redirectedUrl(page));
        read("/app/cash", KEEPS).andExpect(content().string(containsString("EE123MA")));
        var carrier = some.amana().carrier().id().toString();
        act("/app/cash", "carrier", carrier, "order", order.toString(), "reference", "R-" + order, "kept", "35,5")
                .andExpect(redirectedUrl("/app/cash"));
        var list = database.sql("select id from market.remittance where reference = :r")
                .param("r", "R-" + order)
                .query(UUID.class)
                .single();
        act("/app/cash/" + list + "/reconciliation").andExpect(redirectedUrl("/app/cash"));
        act(page + "/returns", "line", orders.lines(order).getFirst().id().toString(), "kind", "faulty", "reason", "x")
                .andExpect(redirectedUrl(page));
        var back = page + "/returns/" + taking.of(order).getFirst().id();
        act(back + "/receipt").andExpect(redirectedUrl(page));
        act(back + "/refund", "how", "BANK").andExpect(redirectedUrl(page));
        read(page, KEEPS).andExpect(content().string(not(containsString("[market."))));
        act(page + "/refund", "how", "BANK").andExpect(status().is(422));
        act(page + "/cancellation", "reason", "x").andExpect(status().is(422));
        act(page + "/giving-up", "reason", "x").andExpect(status().is(422));
        web.perform(post(page + "/refund").with(csrf()).with(authentication(LOOKS)))
                .andExpect(status().isForbidden());
        web.perform(get("/app/orders/" + Ids.next()).with(authentication(KEEPS)))
                .andExpect(status().isNotFound());
    }

    @Test
    void anOrderOfOtherPlacesLooksAsIfItWereNotThere() throws Exception {
        var order = some.cash(market.onSale(1)).id();
        database.sql("update market.maker set territories = '{C-GUE,P-GUE}' where id = :id")
                .param("id", market.cooperative().value())
                .update();
        var page = "/app/orders/" + order;
        var near = TestActor.within(within("C-GUE"), Code.SEE_ORDERS, Code.KEEP_ORDERS);
        var elsewhere = TestActor.within(within("P-TAN"), Code.SEE_ORDERS, Code.KEEP_ORDERS);

        read(page, near);
        read("/app/orders", near).andExpect(content().string(containsString(page)));
        read("/app/orders", elsewhere).andExpect(content().string(not(containsString(page))));
        web.perform(get(page).with(authentication(elsewhere))).andExpect(status().isNotFound());
        for (var act : List.of("confirmation", "cancellation", "returns", "refund")) {
            web.perform(post(page + "/" + act).param("reason", "x").with(csrf()).with(authentication(elsewhere)))
                    .andExpect(status().isNotFound());
        }
        assertThat(orders.find(order).orElseThrow().state()).isEqualTo(State.PLACED);
    }

    private static Scope within(String place) {
        return new Scope.Within(Set.of(place));
    }

    private static MockHttpServletRequestBuilder typed(MockHttpServletRequestBuilder request, String phone) {
        return request.with(csrf())
                .param("way", "home")
                .param("name", "Fatima B.")
                .param("phone", phone)
                .param("city", "Guelmim")
                .param("landmark", "near the mosque")
                .param("key", Ids.next().toString());
    }

    private static MockHttpServletRequestBuilder order(String language, String phone, long seen) {
        return typed(post("/" + language + "/checkout/order"), phone)
                .param("carrier", "AMANA")
                .param("method", PaymentMethod.CASH_ON_DELIVERY)
                .param("seen", String.valueOf(seen));
    }

    private static org.springframework.test.web.servlet.request.RequestPostProcessor from(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }

    private Cookie carried(ProductId product) {
        return new Cookie("cart", some.cart(product).carried());
    }

    private ResultActions read(String path, Authentication who) throws Exception {
        return web.perform(get(path).with(authentication(who)).cookie(new Cookie("language", "fr")))
                .andExpect(status().isOk());
    }

    private ResultActions act(String path, String... fields) throws Exception {
        var request = post(path).with(csrf()).with(authentication(KEEPS));
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return web.perform(request);
    }

    private long count(String sql) {
        return database.sql(sql).query(Long.class).single();
    }
}
