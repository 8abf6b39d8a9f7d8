package ma.qutb.market.order;

import static ma.qutb.market.TestMarket.PRICE;
import static ma.qutb.market.TestMarket.SELLER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.Refusal;
import ma.qutb.kernel.Role;
import ma.qutb.kernel.Scope;
import ma.qutb.ledger.Balances;
import ma.qutb.ledger.StandingClock;
import ma.qutb.ledger.proof.CleanLedger;
import ma.qutb.market.MakerId;
import ma.qutb.market.MarketModuleTest;
import ma.qutb.market.MarketPermission.Code;
import ma.qutb.market.Piece;
import ma.qutb.market.PieceId;
import ma.qutb.market.Product;
import ma.qutb.market.ProductId;
import ma.qutb.market.TestMarket;
import ma.qutb.market.commission.Commission;
import ma.qutb.market.commission.Commission.State;
import ma.qutb.market.commission.MakingToOrder;
import ma.qutb.market.delivery.Deliveries;
import ma.qutb.market.earning.MarketAccounts;
import ma.qutb.market.invoice.Invoices;
import ma.qutb.market.order.SendingOrders.PaidAtThePole;
import ma.qutb.market.payment.PaymentMethod;
import ma.qutb.market.payment.Payments;
import ma.qutb.market.product.DescribingProducts;
import ma.qutb.market.product.ReviewingProducts;
import ma.qutb.market.stock.KeepingPieces;
import ma.qutb.market.stock.PiecePlaces;
import ma.qutb.support.TestActor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.Authentication;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A carpet that is made because somebody ordered it: deposit, photos on the way, inspection, the rest, and whoever changes their mind. */
@MarketModuleTest
@Import(CleanLedger.class)
@TestPropertySource(
        properties = {"qutb.test.database=qutb_made_to_order", "qutb.market.payment.rib=007780000123456789012396"})
class MadeToOrderTests {

    private static final long FEE = 50_00;
    /** Thirty of a hundred. */
    private static final long DEPOSIT = 204_00;

    private static final Authentication HALL =
            TestActor.with(Code.SEE, Code.SEE_ORDERS, Code.KEEP_ORDERS, Code.INSPECT, Code.TAKE_PAYMENTS);

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
    TakingDeposits deposits;

    @Autowired
    TakingBack taking;

    @Autowired
    MakingToOrder making;

    @Autowired
    OrderTable orders;

    @Autowired
    Payments opened;

    @Autowired
    Invoices invoices;

    @Autowired
    Deliveries deliveries;

    @Autowired
    DescribingProducts describing;

    @Autowired
    ReviewingProducts reviewing;

    @Autowired
    KeepingPieces pieces;

    @Autowired
    PiecePlaces places;

    @Autowired
    MarketAccounts accounts;

    @Autowired
    Balances balances;

    @Autowired
    CleanLedger book;

    @Autowired
    StandingClock clock;

    @Autowired
    JdbcClient database;

    private TestOrders some;
    private MakerId maker;
    private Authentication phone;
    private ProductId carpet;

    @BeforeEach
    void aCarpetThatIsMadeToOrder() {
        some = new TestOrders(placing, keeping, sending, deliveries, database);
        maker = market.artisan();
        phone = new TestActor(
                        Ids.next(),
                        "فاطمة",
                        Set.of(Role.ARTISAN),
                        Set.of(Code.OFFER),
                        Scope.NOWHERE,
                        Optional.of(maker.value()))
                .authentication();
        carpet = toOrder();
    }

    @Test
    void theWholeWayFromTheDepositToTheInvoiceThatDeductsIt() throws Exception {
        long earned = owed();
        var order = ordered(PaymentMethod.TRANSFER);
        var buyer = accounts.buyer(order, it(order).number());
        assertThat(it(order).deposit()).isEqualTo(DEPOSIT);
        assertThat(opened.of(order))
                .singleElement()
                .extracting(Payments.Standing::amount)
                .isEqualTo(DEPOSIT);
        assertThat(making.of(order))
                .as("nobody is asked before the deposit is there")
                .isEmpty();
        pays(order);
        assertThat(it(order).state()).isEqualTo(ma.qutb.market.order.State.CONFIRMED);
        assertThat(it(order).money()).isEqualTo(Money.DEPOSIT);
        assertThat(-balances.of(buyer))
                .as("owed to the buyer until the carpet is theirs")
                .isEqualTo(DEPOSIT);

        reads(phone, "/app/my/pieces").andExpect(content().string(containsString("/app/my/orders")));
        reads(phone, "/app/my/orders").andExpect(content().string(containsString(page(order))));
        taps(page(order) + "/acceptance", "days", "20").andExpect(redirectedUrl(page(order)));
        assertThat(of(order).readyOn()).isEqualTo(clock.today().plusDays(20));
        photo(order);
        photo(order);
        assertThat(of(order).state()).isEqualTo(State.BEGUN);
        assertThat(of(order).photos()).hasSize(2);
        web.perform(get(it(order).path(Language.FR)))
                .andExpect(content()
                        .string(allOf(
                                containsString("Le travail a commencé"),
                                containsString(of(order)
                                        .photos()
                                        .getFirst()
                                        .photo()
                                        .stored(240)
                                        .orElseThrow()),
                                containsString("Payer le reste par virement"))));
        web.perform(get(of(order).photos().getFirst().photo().stored(240).orElseThrow()))
                .andExpect(status().isOk());
        taps(page(order) + "/readiness").andExpect(redirectedUrl(page(order)));
        var piece = java.util.Objects.requireNonNull(of(order).piece());
        reads(phone, page(order))
                .andExpect(content()
                        .string(containsString(
                                java.util.Objects.requireNonNull(of(order).serial()))));

        inspects(piece);
        assertThat(orders.lines(order).getFirst().piece())
                .as("it is the order's own")
                .isEqualTo(piece);
        assertThat(market.piece(carpet).state()).isEqualTo(Piece.State.HELD);
        keeping.ready(order, SELLER);
        refused("market.order.refusal.rest", () -> sending.send(order, "EE1MA", SELLER));
        var rest = web.perform(post(it(order).path(Language.FR) + "/rest")
                        .param("method", PaymentMethod.TRANSFER)
                        .with(csrf()))
                .andExpect(status().isSeeOther())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(rest).startsWith("/fr/payments/");
        assertThat(opened.of(order).getFirst().amount()).isEqualTo(PRICE + FEE - DEPOSIT);
        pays(order);
        sending.send(order, "EE1MA", SELLER);
        sending.deliver(order, SELLER);

        assertThat(balances.of(buyer)).isZero();
        assertThat(owed() - earned).isEqualTo(598_40);
        assertThat(invoices.of(order).stream().mapToLong(Invoices.Issued::total).sum())
                .isEqualTo(PRICE + FEE);
        assertThat(database.sql("select sum(advance) from market.invoice where sale_id = :order")
                        .param("order", order)
                        .query(Long.class)
                        .single())
                .isEqualTo(DEPOSIT);
        assertThat(book.damage()).isEmpty();
    }

    @Test
    void whoComesToThePolePaysTheDepositAndTheRestThere() {
        var order = some.place(Ids.next(), some.cart(carpet), TestOrders.atThePole(), PaymentMethod.AT_THE_POLE)
                .id();
        refused("market.order.refusal.deposit-first", () -> keeping.confirm(order, "", SELLER));
        long till = balances.of(till());

        deposits.take(order, PaidAtThePole.CASH, SELLER);

        assertThat(it(order).state()).isEqualTo(ma.qutb.market.order.State.CONFIRMED);
        assertThat(balances.of(till()) - till).isEqualTo(DEPOSIT);
        makes(order);
        keeping.ready(order, SELLER);
        sending.handOver(order, PaidAtThePole.CASH, SELLER);
        assertThat(balances.of(till()) - till).isEqualTo(PRICE);
        assertThat(it(order).money()).isEqualTo(Money.PAID);
        assertThat(balances.of(accounts.buyer(order, it(order).number()))).isZero();
        refused("market.order.refusal.meanwhile", () -> deposits.take(order, PaidAtThePole.CASH, SELLER));
    }

    @Test
    void cancelledBeforeItIsBegunTheDepositGoesBack() throws Exception {
        var order = ordered(PaymentMethod.TRANSFER);
        pays(order);
        making.accept(line(order), clock.today().plusDays(9), SELLER);

        keeping.withdrawBeforeSending(order);

        assertThat(it(order).money()).isEqualTo(Money.REFUND_DUE);
        assertThat(it(order).refund()).isEqualTo(DEPOSIT);
        assertThat(of(order).state()).isEqualTo(State.CANCELLED);
        taking.refund(order, TakingBack.GivenBack.BANK, SELLER);
        assertThat(balances.of(accounts.buyer(order, it(order).number()))).isZero();
    }

    @Test
    void cancelledByTheBuyerAfterItIsBegunTheDepositStaysWithTheMaker() throws Exception {
        var order = ordered(PaymentMethod.TRANSFER);
        pays(order);
        making.accept(line(order), clock.today().plusDays(9), SELLER);
        making.begin(line(order), SELLER);
        long before = owed();
        web.perform(get(it(order).path(Language.FR)))
                .andExpect(content().string(containsString("l’acompte de la pièce reste à qui la fait")));

        keeping.withdrawBeforeSending(order);

        assertThat(it(order).money()).isEqualTo(Money.NONE);
        assertThat(it(order).kept()).isEqualTo(DEPOSIT);
        assertThat(owed() - before).isEqualTo(DEPOSIT);
        assertThat(balances.of(accounts.buyer(order, it(order).number()))).isZero();
        assertThat(book.damage()).isEmpty();
    }

    @Test
    void whatWasPaidBeyondTheDepositGoesBackAlsoThen() throws Exception {
        var order = ordered(PaymentMethod.TRANSFER);
        pays(order);
        makes(order);
        pays(order);

        keeping.withdrawBeforeSending(order, "changed their mind", SELLER);

        assertThat(it(order).money()).isEqualTo(Money.REFUND_DUE);
        assertThat(it(order).refund()).isEqualTo(PRICE + FEE - DEPOSIT);
        assertThat(market.piece(carpet).state()).as("for others").isEqualTo(Piece.State.ON_SALE);
    }

    @Test
    void whenThePoleCannotKeepItsWordTheWholeDepositGoesBack() throws Exception {
        var order = ordered(PaymentMethod.TRANSFER);
        pays(order);
        making.accept(line(order), clock.today().plusDays(9), SELLER);
        making.begin(line(order), SELLER);

        keeping.cancel(order, "the maker fell ill", SELLER);

        assertThat(it(order).refund()).isEqualTo(DEPOSIT);
        assertThat(it(order).money()).isEqualTo(Money.REFUND_DUE);
    }

    @Test
    void aMakerWhoCannotSaysWhyAndTheHallDecides() throws Exception {
        var order = ordered(PaymentMethod.TRANSFER);
        pays(order);
        taps(page(order) + "/refusal", "reason", " ").andExpect(status().isUnprocessableContent());
        taps(page(order) + "/refusal", "reason", "no wool").andExpect(redirectedUrl(page(order)));

        assertThat(of(order).state()).isEqualTo(State.DECLINED);
        reads(HALL, "/app/orders/" + order).andExpect(content().string(containsString("no wool")));
        taps(page(order) + "/acceptance", "days", "5").andExpect(status().isUnprocessableContent());
        keeping.cancel(order, "nobody makes it now", SELLER);
        assertThat(it(order).refund()).isEqualTo(DEPOSIT);
    }

    @Test
    void aDayThatIsPastOrFarAwayIsNoPromiseAndNothingHappensOutOfTurn() throws Exception {
        var order = ordered(PaymentMethod.TRANSFER);
        pays(order);
        var line = line(order);
        refused(
                "market.commission.refusal.day",
                () -> making.accept(line, clock.today().minusDays(1), SELLER));
        refused(
                "market.commission.refusal.day",
                () -> making.accept(line, clock.today().plusDays(400), SELLER));
        refused("market.commission.refusal.meanwhile", () -> making.begin(line, SELLER));
        refused("market.commission.refusal.meanwhile", () -> making.ready(line, SELLER));
        refused("market.commission.refusal.reason", () -> making.decline(line, " ", SELLER));
        refused("market.commission.refusal.unknown", () -> making.begin(Ids.next(), SELLER));
        taps(page(order) + "/acceptance", "days", "x").andExpect(status().isUnprocessableContent());
        taps(page(order) + "/photos").andExpect(status().isUnprocessableContent());
        making.accept(line, clock.today().plusDays(3), SELLER);
        for (int i = 0; i < 24; i++) {
            making.show(line, Ids.next(), SELLER);
        }
        refused("market.commission.refusal.photos", () -> making.show(line, Ids.next(), SELLER));
    }

    @Test
    void nobodyFindsWhatIsOrderedOfSomebodyElse() throws Exception {
        var order = ordered(PaymentMethod.TRANSFER);
        pays(order);
        var other = new TestActor(
                        Ids.next(),
                        "x",
                        Set.of(Role.ARTISAN),
                        Set.of(Code.OFFER),
                        Scope.NOWHERE,
                        Optional.of(Ids.next()))
                .authentication();
        web.perform(get(page(order)).with(authentication(other))).andExpect(status().isNotFound());
        web.perform(get("/app/my/orders").with(authentication(HALL))).andExpect(status().isForbidden());
        reads(phone, page(order))
                .andExpect(content().string(not(containsString(it(order).buyer().name()))))
                .andExpect(content().string(not(containsString(it(order).buyer().phone()))));
    }

    @Test
    void theHallNotesItForWhoHasNoTelephone() throws Exception {
        var order = ordered(PaymentMethod.TRANSFER);
        pays(order);
        var here = "/app/orders/" + order;
        var there = here + "/lines/" + line(order) + "/making";
        does(there + "/acceptance").andExpect(status().isUnprocessableContent());
        does(there + "/acceptance", "day", clock.today().plusDays(8).toString()).andExpect(redirectedUrl(here));
        does(there + "/beginning").andExpect(redirectedUrl(here));
        does(there + "/readiness").andExpect(redirectedUrl(here));
        does(here + "/lines/" + Ids.next() + "/making/readiness").andExpect(status().isNotFound());
        reads(HALL, "/app/inspection")
                .andExpect(content()
                        .string(containsString(
                                java.util.Objects.requireNonNull(of(order).serial()))));
        does(here + "/money", "how", "TERMINAL").andExpect(redirectedUrl(here));
        assertThat(it(order).money()).isEqualTo(Money.PAID);
        for (var language : java.util.List.of("ar", "fr", "en")) {
            web.perform(get(here).cookie(new Cookie("lang", language)).with(authentication(HALL)))
                    .andExpect(content().string(not(containsString("⟦"))));
        }
        does(here + "/withdrawal", "reason", "moved away").andExpect(redirectedUrl(here));
        assertThat(it(order).kept()).isEqualTo(DEPOSIT);
    }

    @Test
    void itIsNotPaidAtTheDoor() {
        refused("market.order.refusal.deposit", () -> some.cash(carpet));
    }

    @Test
    void theShopSaysTheDepositAndWhenItIsReadyBeforeTheButton() throws Exception {
        long number = database.sql("select number from market.product where id = :id")
                .param("id", carpet.value())
                .query(Long.class)
                .single();
        web.perform(get("/fr/piece/" + number).header("Accept-Language", "fr")).andReturn();
        var address = web.perform(get("/fr/piece/" + number)).andReturn().getResponse();
        var page = address.getRedirectedUrl() == null
                ? address.getContentAsString()
                : web.perform(get(address.getRedirectedUrl()))
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        assertThat(page).contains("Acompte à la commande", "204", "Prête en 20 jours");
        web.perform(post("/fr/checkout")
                        .cookie(new Cookie("cart", some.cart(carpet).carried()))
                        .with(csrf())
                        .param("way", "home")
                        .param("name", "Claire")
                        .param("phone", TestOrders.phone())
                        .param("city", "Agadir")
                        .param("landmark", "la poste"))
                .andExpect(content()
                        .string(allOf(
                                containsString("Acompte à payer maintenant"),
                                containsString("l’acompte est rendu en entier"),
                                not(containsString("cash_on_delivery")))));
    }

    private UUID ordered(String method) {
        return some.place(Ids.next(), some.cart(carpet), TestOrders.buyer(TestOrders.phone()), method)
                .id();
    }

    /** What is due now comes by transfer: the hall notes the line of the bank's statement. */
    private void pays(UUID order) throws Exception {
        var open = opened.of(order).stream()
                .filter(it -> it.state() == Payments.State.PENDING)
                .findFirst();
        var payment = open.isPresent()
                ? open.get().id()
                : opened.begin(OrderPayments.payable(it(order)), PaymentMethod.TRANSFER);
        var here = "/app/payments/" + payment;
        does(
                        here + "/receipt",
                        "line",
                        "L" + payment,
                        "amount",
                        String.valueOf(it(order).due() / 100))
                .andExpect(redirectedUrl(here));
    }

    private void makes(UUID order) {
        making.accept(line(order), clock.today().plusDays(9), SELLER);
        making.begin(line(order), SELLER);
        inspects(making.ready(line(order), SELLER));
    }

    private void inspects(PieceId piece) {
        pieces.receive(piece, places.called(PiecePlaces.HALL), SELLER);
        pieces.passInspection(piece, "", SELLER);
        pieces.putOnSale(piece, SELLER);
    }

    private ProductId toOrder() {
        var id = market.described(maker, 3);
        describing.howMany(id, Product.Kind.TO_ORDER, 1, 20, SELLER);
        describing.price(id, PRICE, 210_00, 16, SELLER);
        reviewing.propose(id, SELLER);
        return reviewing.accept(id, SELLER);
    }

    private Commission of(UUID order) {
        return making.of(order).getFirst();
    }

    private UUID line(UUID order) {
        return orders.lines(order).getFirst().id();
    }

    private String page(UUID order) {
        return "/app/my/orders/" + line(order);
    }

    private BuyerOrder it(UUID order) {
        return orders.find(order).orElseThrow();
    }

    private long owed() {
        return -balances.of(accounts.maker(maker));
    }

    private ma.qutb.ledger.AccountId till() {
        return accounts.hallTill();
    }

    private void photo(UUID order) throws Exception {
        var picture = new BufferedImage(600, 600, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(3, 3, Ids.next().hashCode());
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        web.perform(multipart(page(order) + "/photos")
                        .file(new MockMultipartFile("photo-file", "loom.png", "image/png", bytes.toByteArray()))
                        .with(csrf())
                        .with(authentication(phone)))
                .andExpect(redirectedUrl(page(order)));
    }

    private ResultActions reads(Authentication who, String path) throws Exception {
        return web.perform(get(path).with(authentication(who)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("⟦"))));
    }

    private ResultActions taps(String path, String... fields) throws Exception {
        return posts(phone, path, fields);
    }

    private ResultActions does(String path, String... fields) throws Exception {
        return posts(HALL, path, fields);
    }

    private ResultActions posts(Authentication who, String path, String... fields) throws Exception {
        var request = post(path).with(csrf()).with(authentication(who));
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return web.perform(request);
    }

    private static void refused(String code, Runnable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act::run).withMessage(code);
    }
}
