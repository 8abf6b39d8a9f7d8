package ma.qutb.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Permission;
import ma.qutb.kernel.Role;
import ma.qutb.kernel.Scope;
import ma.qutb.ledger.StandingClock;
import ma.qutb.ledger.proof.CleanLedger;
import ma.qutb.market.Catalogue;
import ma.qutb.market.MakerId;
import ma.qutb.market.MarketPermission;
import ma.qutb.market.Piece;
import ma.qutb.market.ProductId;
import ma.qutb.market.earning.PaidToMakers;
import ma.qutb.market.payment.Buyer;
import ma.qutb.market.payout.Dues;
import ma.qutb.materials.LotAtPoint;
import ma.qutb.materials.MaterialsPermission;
import ma.qutb.materials.TestPoint;
import ma.qutb.materials.counter.SellingAtTheCounter;
import ma.qutb.materials.counter.TestCounter;
import ma.qutb.registry.PersonId;
import ma.qutb.support.FakeBank;
import ma.qutb.support.PublicLibrary;
import ma.qutb.support.TagReader;
import ma.qutb.support.TestActor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.security.core.Authentication;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import tools.jackson.databind.json.JsonMapper;

/** A ring from the lot of silver to the paid maker: what the clerk, the maker, the hall, a guest and the bank press, one after the other. */
@ApplicationModuleTest(
        mode = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES,
        module = "market",
        webEnvironment = WebEnvironment.DEFINED_PORT,
        extraIncludes = {"identity", "importing"})
@AutoConfigureMockMvc
@Import({StandingClock.class, TestPoint.class, TestCounter.class, CleanLedger.class})
@TestPropertySource(
        properties = {
            "qutb.test.database=qutb_ring",
            "qutb.ledger.expire-every=1h",
            "qutb.market.expire-every=1h",
            "server.port=18475",
        })
class RingTests {

    private static final FakeBank BANK = FakeBank.start();
    private static final String SHOP = "http://localhost:18475";

    /** 450 dirhams: 9 % service, 3 % to the fund. */
    private static final long PRICE = 450_00;

    private static final long FUND = 13_50;
    private static final long TO_MAKER = PRICE - FUND - 40_50;
    private static final String FORM = Ids.next().toString();

    @Autowired
    MockMvc web;

    @Autowired
    TestPoint points;

    @Autowired
    TestCounter counter;

    @Autowired
    SellingAtTheCounter selling;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Dues dues;

    @Autowired
    PaidToMakers paid;

    @Autowired
    StandingClock clock;

    @Autowired
    CleanLedger ledger;

    @Autowired
    JsonMapper json;

    private final Authentication hall = somebody(Role.HALL_SELLER, Optional.empty());
    private final Authentication director = somebody(Role.DIRECTOR, Optional.empty());
    private Authentication maker = hall;
    private LotAtPoint lot;
    private PersonId jeweller;

    @DynamicPropertySource
    static void bank(DynamicPropertyRegistry properties) {
        BANK.introduce(properties);
    }

    @AfterAll
    static void closeTheBank() {
        BANK.close();
    }

    @Test
    void aRingIsFollowedFromItsSilverToItsPaidMaker() throws Exception {
        buysSilver();
        var product = offersTheRing();
        var piece = comesToTheHall(product);
        var tag = printsItsTag(piece);
        var order = aGuestBuysItInFrench(product);
        isSentAndInvoiced(order);
        var payout = paysTheMaker();
        opensItsPassport(piece, tag);
        theThreadLeadsFromTheLotToThePayout(piece, order, payout);
        assertThat(ledger.damage()).isEmpty();
    }

    private void buysSilver() {
        counter.quote("12.50");
        var point = counter.open();
        lot = points.silver(point, 1_000_000, 999, 10_000_00);
        jeweller = counter.jeweller();
        maker = somebody(Role.ARTISAN, Optional.of(jeweller.value()));
        selling.sell(counter.cash(point, jeweller, 50_000), TestCounter.CLERK);
    }

    private ProductId offersTheRing() throws Exception {
        var id = Ids.next();
        var here = "/app/my/pieces/" + id;
        does(maker, "/app/my/pieces", "id", id.toString());
        web.perform(multipart(here + "/photo")
                        .file(new MockMultipartFile("photo-file", "ring.png", "image/png", picture()))
                        .with(csrf())
                        .with(authentication(maker)))
                .andExpect(redirectedUrl(here + "/what"));
        does(maker, here + "/what", "article", "RING");
        does(maker, here + "/material", "material", "SILVER");
        assertThat(reads(maker, here + "/silver")).contains(lot.lot().number());
        does(maker, here + "/silver", "weight", "5", "lot", lot.lot().id().toString(), "hallmark", "yes");
        does(maker, here + "/many", "kind", "unique");
        does(maker, here + "/size", "label", "M");
        // Five grams of what she bought; nobody types what the counter knows.
        var cost = found("name=\"material\" value=\"([0-9.]+)\"", reads(maker, here + "/price"));
        does(maker, here + "/price", "price", "450", "material", cost, "hours", "8");
        does(maker, here + "/proposal");
        does(hall, "/app/products/" + id + "/acceptance");
        return new ProductId(id);
    }

    private Piece comesToTheHall(ProductId product) throws Exception {
        var piece = catalogue.pieces(product).getFirst();
        assertThat(reads(hall, "/app/inspection")).contains(piece.serial());
        does(hall, "/app/pieces/" + piece.id() + "/receipt");
        does(hall, "/app/pieces/" + piece.id() + "/inspection");
        return catalogue.piece(piece.id()).orElseThrow();
    }

    private String printsItsTag(Piece piece) throws Exception {
        var label = answer(get("/app/pieces/labels/62.pdf?piece=" + piece.id()).with(authentication(hall)));
        var codes = TagReader.read(label.getContentAsByteArray());
        assertThat(codes).singleElement().asString().startsWith(SHOP + "/p/" + piece.serial() + "#ey");
        return codes.getFirst();
    }

    private String aGuestBuysItInFrench(ProductId product) throws Exception {
        var number = String.valueOf(catalogue.find(product).orElseThrow().number());
        var shown = Objects.requireNonNull(answer(get("/fr/piece/" + number)).getRedirectedUrl());
        assertThat(reads(null, shown)).contains("Bague en argent", "Fonds de solidarité", "13,50");
        var cart = Objects.requireNonNull(
                answer(post("/fr/cart").param("product", number).param("price", "" + PRICE))
                        .getCookie("cart"));
        var offered = typed(post("/fr/checkout"), cart);
        var seen = found("name=\"seen\" value=\"([0-9]+)\"", offered.getContentAsString());
        var payment = Objects.requireNonNull(
                typed(post("/fr/checkout/order").param("method", "card").param("seen", seen), cart)
                        .getRedirectedUrl());

        var guest = new Buyer().opens(URI.create(SHOP + payment));
        guest.sends(Map.of()).sends(Map.of("choice", "pay")).sends(Map.of());

        assertThat(guest.page.body()).contains("La banque a confirmé le paiement");
        var tracking = found("href=\"(/fr/orders/[^\"]+)\"", guest.page.body());
        assertThat(reads(null, tracking)).contains("Bague en argent");
        return tracking;
    }

    private MockHttpServletResponse typed(AbstractMockHttpServletRequestBuilder<?> request, Cookie cart)
            throws Exception {
        return answer(request.cookie(cart)
                .with(csrf())
                .param("way", "home")
                .param("name", "Claire Morel")
                .param("phone", "06 61 23 45 67")
                .param("city", "Agadir")
                .param("landmark", "près de la poste")
                .param("carrier", "AMANA")
                .param("key", FORM));
    }

    private void isSentAndInvoiced(String tracking) throws Exception {
        var order = "/app/orders/" + orderOf(tracking);
        assertThat(reads(hall, order)).contains(order + "/readiness");
        does(hall, order + "/readiness");
        does(hall, order + "/sending", "tracking", "EE123456789MA");
        assertThat(reads(null, tracking)).contains("EE123456789MA").doesNotContain("/fr/invoices/");
        does(hall, order + "/delivery");
        var invoice = found("href=\"(/fr/invoices/[^\"]+)\"", reads(null, tracking));
        assertThat(answer(get(invoice)).getContentAsByteArray()).startsWith('%', 'P', 'D', 'F');
        assertThat(dues.owed(MakerId.of(jeweller))).isEqualTo(TO_MAKER);
    }

    private String orderOf(String tracking) throws Exception {
        var number = tracking.split("/")[3];
        return found("/app/orders/([0-9a-f-]{36})", reads(hall, "/app/orders?q=" + number));
    }

    private String paysTheMaker() throws Exception {
        long before = paid.now().paid();
        clock.toNextMonth();
        var until = clock.today().minusDays(1).toString();
        assertThat(reads(hall, "/app/payouts/new")).contains("396");
        var run = Objects.requireNonNull(
                does(hall, "/app/payouts/runs", "key", Ids.next().toString(), "until", until));
        var payout = found("\"(/app/payouts/[0-9a-f-]{36})\"", reads(hall, run));
        assertThat(reads(hall, payout)).contains("Fonds de solidarité", "13,50");
        web.perform(multipart(payout + "/confirmation")
                        .file(new MockMultipartFile("receipt-file", "signed.png", "image/png", picture()))
                        .param("paid", clock.today().toString())
                        .with(csrf())
                        .with(authentication(hall)))
                .andExpect(redirectedUrl(payout));
        assertThat(dues.owed(MakerId.of(jeweller))).isZero();
        assertThat(paid.now().paid()).isEqualTo(before + TO_MAKER);
        assertThat(reads(maker, "/app/my/earnings")).contains("396");
        return payout;
    }

    private void opensItsPassport(Piece piece, String tag) throws Exception {
        var keys = reads(null, "/.well-known/jwks.json");
        var says = json.readTree(PublicLibrary.verified(tag.substring(tag.indexOf('#') + 1), keys));
        assertThat(says.path("sub").asString()).isEqualTo(piece.serial());
        assertThat(says.path("lot").asString()).isEqualTo(lot.lot().number());
        assertThat(says.path("mg").asLong()).isEqualTo(5_000);

        var page = web.perform(get(URI.create(tag.substring(SHOP.length(), tag.indexOf('#'))))
                        .header("Accept-Language", "fr"))
                .andExpect(status().isFound())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(reads(null, Objects.requireNonNull(page)))
                .contains(piece.serial(), lot.lot().number(), "Vendue");
    }

    private void theThreadLeadsFromTheLotToThePayout(Piece piece, String tracking, String payout) throws Exception {
        var thread = reads(director, "/app/pieces/" + piece.id() + "/thread");
        var links = Pattern.compile("<li>.*?<a href=\"([^\"]+)\"", Pattern.DOTALL)
                .matcher(thread.substring(thread.indexOf("q-thread")))
                .results()
                .map(it -> it.group(1))
                .toList();
        assertThat(links)
                .startsWith("/app/materials/lots/" + lot.lot().id())
                .contains("/app/products/" + piece.product(), "/p/" + piece.serial())
                .contains("/app/orders/" + orderOf(tracking))
                .endsWith(payout);
        for (var link : links) {
            assertThat(answer(get(link).with(authentication(director))).getStatus())
                    .as(link)
                    .isIn(200, 302);
        }
    }

    /** What a form answers to whoever presses its button, and where it leads. */
    private String does(Authentication who, String path, String... fields) throws Exception {
        var request = post(path).with(csrf()).with(authentication(who));
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        var answer = answer(request);
        assertThat(answer.getStatus())
                .as(path + "\n" + answer.getContentAsString())
                .isEqualTo(302);
        return Objects.requireNonNull(answer.getRedirectedUrl());
    }

    private String reads(@Nullable Authentication who, String path) throws Exception {
        var request = get(path).cookie(new Cookie("lang", "fr"));
        var answer = answer(who == null ? request : request.with(authentication(who)));
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsString();
    }

    private MockHttpServletResponse answer(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return web.perform(request).andReturn().getResponse();
    }

    private static String found(String pattern, String page) {
        var found = Pattern.compile(pattern).matcher(page);
        assertThat(found.find()).as(pattern + " in\n" + page).isTrue();
        return found.group(1);
    }

    private static byte[] picture() throws IOException {
        var picture = new BufferedImage(600, 600, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(3, 3, Ids.next().hashCode());
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return bytes.toByteArray();
    }

    /** Somebody who may do what this role may in both modules. */
    private static Authentication somebody(Role role, Optional<UUID> person) {
        var may = Stream.<Permission>concat(
                        Stream.of(MarketPermission.values()), Stream.of(MaterialsPermission.values()))
                .filter(it -> it.roles().contains(role))
                .map(Permission::code)
                .collect(Collectors.toSet());
        return new TestActor(Ids.next(), "مريم", Set.of(role), may, Scope.EVERYWHERE, person).authentication();
    }
}
