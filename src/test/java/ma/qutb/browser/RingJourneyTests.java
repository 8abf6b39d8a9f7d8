package ma.qutb.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import ma.qutb.identity.account.TestAccounts;
import ma.qutb.kernel.Role;
import ma.qutb.market.Catalogue;
import ma.qutb.market.MakerId;
import ma.qutb.market.Piece;
import ma.qutb.market.Product;
import ma.qutb.market.ProductId;
import ma.qutb.market.TestMarket;
import ma.qutb.market.product.DescribingProducts;
import ma.qutb.market.product.ReviewingProducts;
import ma.qutb.materials.LotAtPoint;
import ma.qutb.materials.TestPoint;
import ma.qutb.materials.counter.SellingAtTheCounter;
import ma.qutb.materials.counter.TestCounter;
import ma.qutb.registry.PersonId;
import ma.qutb.support.AdjustableClock;
import ma.qutb.support.FakeBank;
import ma.qutb.support.PublicLibrary;
import ma.qutb.support.TagReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The story of a ring on the screens of those who live it: its maker's telephone in Arabic, the hall's desk, a guest in French, the page of a
 * bank that is another machine's, and the telephone of whoever scans its tag.
 */
@Tag("browser")
@SpringBootTest(
        webEnvironment = WebEnvironment.DEFINED_PORT,
        properties = {
            "qutb.demo=true",
            "qutb.test.browser=true",
            "qutb.test.database=qutb_ring_journey",
            "server.port=18477",
        })
@Import({TestPoint.class, TestCounter.class, TestAccounts.class, AdjustableClock.class})
class RingJourneyTests {

    private static final FakeBank BANK = FakeBank.start();
    private static final Path PHOTO = Path.of("src/main/resources/static/img/bracelet.webp");

    @LocalServerPort
    int port;

    @Autowired
    TestPoint points;

    @Autowired
    TestCounter counter;

    @Autowired
    SellingAtTheCounter selling;

    @Autowired
    TestAccounts accounts;

    @Autowired
    Catalogue catalogue;

    @Autowired
    DescribingProducts describing;

    @Autowired
    ReviewingProducts reviewing;

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    AdjustableClock clock;

    @Autowired
    JdbcClient database;

    private LotAtPoint lot;
    private PersonId jeweller;
    private String name = "";

    @DynamicPropertySource
    static void bank(DynamicPropertyRegistry properties) {
        BANK.introduce(properties);
    }

    @AfterAll
    static void closeTheBank() {
        BANK.close();
    }

    @Test
    void aRingGoesFromTheTelephoneOfItsMakerToTheGuestAndItsPriceBack() throws Exception {
        buysSilver();
        var product = offersTheRing();
        var tag = comesToTheHall(product);
        var piece = catalogue.pieces(product).getFirst();
        var order = aGuestBuysIt(product);
        isSentAndInvoiced(order);
        clock.forward(Duration.ofDays(2));
        paysTheMaker(piece);
        somebodyScansTheTag(piece, tag);
    }

    @Test
    void aCarpetIsMadeBecauseSomebodyOrderedItAndSeenGrowing() {
        var account = accounts.with(Role.ARTISAN).id();
        var weaver = counter.artisan("WEV");
        name = named(account, weaver);
        var carpet = toOrder(MakerId.of(weaver));
        var tracking = aGuestOrdersIt(carpet);
        isMadeAndSeenGrowing(tracking);
        try (var hall = Visitor.onDesktop(port, "fr").signIn("hall-seller")) {
            var piece = catalogue.pieces(carpet).getFirst();
            hall.go("/app/pieces/" + piece.id());
            hall.clicks("Reçue").clicks("Conforme : mettre en vente").reads("Réservée");
            hall.go("/app/orders?q=" + tracking.split("/")[5]);
            hall.page().locator("tbody a").first().click();
            hall.reads(piece.serial(), "Le colis est prêt");
            assertThat(hall.complaints()).isEmpty();
        }
    }

    private String aGuestOrdersIt(ProductId carpet) {
        try (var guest = Visitor.onDesktop(port, "fr")) {
            guest.go("/fr/piece/" + catalogue.find(carpet).orElseThrow().number());
            guest.reads("Acompte à la commande", "204")
                    .clicks("Commander cette pièce")
                    .clicks("Passer la commande");
            guest.writes("Nom complet", "Claire Morel")
                    .writes("Téléphone", "06 61 23 45 68")
                    .writes("Ville ou commune", "Agadir")
                    .writes("Point de repère", "près de la poste")
                    .clicks("Continuer");
            guest.page().locator("input[name=method][value=card]").check();
            guest.reads("Acompte à payer maintenant", "l’acompte est rendu en entier");
            guest.clicks("Confirmer la commande");
            paysAtTheBank(guest);
            guest.clicks("Page de la commande").reads("Acompte reçu", "nous demandons pour quand");
            return guest.page().url();
        }
    }

    private void isMadeAndSeenGrowing(String tracking) {
        try (var maker = Visitor.onPhone(port, "ar").signIn(name, TestAccounts.PASSWORD);
                var guest = Visitor.onPhone(port, "fr")) {
            maker.go("/app/my/pieces");
            maker.reads("قطعة مطلوبة منك");
            tap(maker, "a[href='/app/my/orders']").reads("ينتظر جوابك");
            tap(maker, ".q-mine__act").reads("متى تكون جاهزة؟");
            tap(maker, "#number-days [data-set='20']");
            assertThat(maker.scrollsSideways()).isFalse();
            tap(maker, ".btn-primary").reads("هل بدأت؟");
            maker.page().locator("main input[type=file]").setInputFiles(PHOTO);
            maker.page().getByText("وصل").first().waitFor();
            tap(maker, ".btn-primary").reads("بدأ صنعه", "صوّر(ي) كيف صارت");
            guest.go(tracking);
            guest.reads("Le travail a commencé", "Payer le reste par carte");
            assertThat(guest.page().locator("main .q-shots img").count()).isEqualTo(1);
            assertThat(guest.scrollsSideways()).isFalse();
            maker.clicks("صارت جاهزة").reads("خذ(ي) القطعة إلى فضاء العرض");
            assertThat(maker.scrollsSideways()).isFalse();
            assertThat(maker.complaints()).isEmpty();
            guest.go(tracking);
            guest.clicks("Payer le reste par carte");
            paysAtTheBank(guest);
            guest.go(tracking);
            guest.reads("Reste reçu");
        }
    }

    private static void paysAtTheBank(Visitor guest) {
        var bank = guest.page();
        bank.waitForURL(url -> url.contains("/fim/"));
        guest.look();
        bank.locator("button[value=pay]").click();
        bank.locator("form button").click();
        bank.waitForURL(url -> url.contains("/fr/payments/"));
        guest.reads("La banque a confirmé le paiement");
    }

    private ProductId toOrder(MakerId maker) {
        var id = beans.createBean(TestMarket.class).described(maker, 3);
        describing.howMany(id, Product.Kind.TO_ORDER, 1, 20, TestMarket.SELLER);
        describing.price(id, TestMarket.PRICE, 210_00, 16, TestMarket.SELLER);
        reviewing.propose(id, TestMarket.SELLER);
        return reviewing.accept(id, TestMarket.SELLER);
    }

    private String named(UUID account, PersonId person) {
        return database.sql("update identity.account set person = :person where id = :id returning user_name")
                .param("person", person.value())
                .param("id", account)
                .query(String.class)
                .single();
    }

    private void buysSilver() {
        counter.quote("12.50");
        var point = counter.open();
        lot = points.silver(point, 1_000_000, 999, 10_000_00);
        jeweller = counter.jeweller();
        selling.sell(counter.cash(point, jeweller, 50_000), TestCounter.CLERK);
        var account = accounts.with(Role.ARTISAN).id();
        name = named(account, jeweller);
    }

    private ProductId offersTheRing() {
        try (var maker = Visitor.onPhone(port, "ar").signIn(name, TestAccounts.PASSWORD)) {
            maker.go("/app/my/pieces");
            tap(maker, ".q-tap--new").reads("صوّر القطعة");
            maker.page().locator("main input[type=file]").setInputFiles(PHOTO);
            maker.page().getByText("وصل").first().waitFor();
            tap(maker, ".btn-primary").reads("ما هي القطعة؟");
            tap(maker, "button[value=RING]").reads("من أي مادة؟");
            tap(maker, "button[value=SILVER]").reads("زن الفضة", lot.lot().number());
            tap(maker, "#number-weight [data-set='5']");
            tap(maker, "input[name=lot][value='" + lot.lot().id() + "']");
            tap(maker, "input[value=yes]");
            tap(maker, ".btn-primary").reads("هل عندك منها واحدة أم أكثر؟");
            tap(maker, "button[value=unique]").reads("كم قياسها؟");
            tap(maker, "input[name=label][value=M]");
            tap(maker, ".btn-primary").reads("كم ثمنها؟");
            tap(maker, "#number-price [data-set='400']");
            tap(maker, "#number-hours [data-set='8']");
            maker.page().getByText("يبقى لك عن كل يوم عمل").waitFor();
            assertThat(maker.scrollsSideways()).isFalse();
            tap(maker, ".btn-primary").reads("هل كل شيء صحيح؟", "خاتم من الفضة", "الصندوق التضامني");
            tap(maker, ".btn-primary").reads("وصلت إلى فضاء العرض", "عند المراجعة");
            assertThat(maker.complaints()).isEmpty();
        }
        return new ProductId(database.sql("select id from market.product where maker_person = :person")
                .param("person", jeweller.value())
                .query(UUID.class)
                .single());
    }

    private String comesToTheHall(ProductId product) throws Exception {
        try (var hall = Visitor.onDesktop(port, "fr").signIn("hall-seller")) {
            hall.go("/app/products/" + product);
            hall.reads("Relire la proposition", "Bague en argent")
                    .clicks("Accepter")
                    .reads("Accepté");
            hall.page().locator("a[href^='/app/pieces/']").first().click();
            hall.clicks("Reçue").clicks("Conforme : mettre en vente").reads("En vente");
            var code = TagReader.read(hall.opensPaper("Étiquette")).getFirst();
            assertThat(hall.complaints()).isEmpty();
            return code;
        }
    }

    private String aGuestBuysIt(ProductId product) {
        try (var guest = Visitor.onDesktop(port, "fr")) {
            guest.go("/fr/piece/" + catalogue.find(product).orElseThrow().number());
            guest.reads("Bague en argent", "Fonds de solidarité");
            guest.clicks("Ajouter au panier").reads("Bague en argent").clicks("Passer la commande");
            guest.writes("Nom complet", "Claire Morel")
                    .writes("Téléphone", "06 61 23 45 67")
                    .writes("Ville ou commune", "Agadir")
                    .writes("Point de repère", "près de la poste");
            guest.reads("Livraison au Maroc").clicks("Continuer");
            guest.page().locator("input[name=method][value=card]").check();
            guest.reads("Par carte bancaire").clicks("Confirmer la commande");
            paysAtTheBank(guest);
            guest.clicks("Page de la commande").reads("Paiement reçu");
            // What the browser says of another machine's page is not ours.
            assertThat(guest.complaints()).noneMatch(it -> it.contains(":" + port) && !it.contains("/fim/"));
            return guest.page().url();
        }
    }

    private void isSentAndInvoiced(String tracking) {
        var number = tracking.split("/")[5];
        try (var hall = Visitor.onDesktop(port, "fr").signIn("hall-seller");
                var guest = Visitor.onPhone(port, "fr")) {
            hall.go("/app/orders?q=" + number);
            hall.page().locator("tbody a").first().click();
            hall.reads("Claire Morel").clicks("Le colis est prêt");
            hall.writes("Numéro du colis", "EE123456789MA").clicks("Remis au transporteur");
            guest.go(tracking);
            guest.reads("EE123456789MA");
            hall.clicks("Livré").reads("Livrée");
            guest.go(tracking);
            guest.reads("Factures");
            var invoice = guest.page()
                    .locator("main a[href*='/fr/invoices/']")
                    .first()
                    .getAttribute("href");
            assertThat(guest.answerTo(invoice).headers()).containsEntry("content-type", "application/pdf");
            assertThat(guest.scrollsSideways()).isFalse();
        }
    }

    private void paysTheMaker(Piece piece) {
        try (var director = Visitor.onDesktop(port, "fr").signIn("director");
                var maker = Visitor.onPhone(port, "ar").signIn(name, TestAccounts.PASSWORD)) {
            maker.go("/app/my/pieces");
            maker.reads("بيعت لك قطعة").go("/app/my/earnings");
            maker.reads("352");
            director.go("/app/payouts/new?until=" + LocalDate.now(clock).minusDays(1));
            director.reads("352,00").clicks("Préparer les versements");
            director.page()
                    .locator("main a[href^='/app/payouts/']:not([href*=runs])")
                    .first()
                    .click();
            director.readsTogether("Fonds de solidarité", "12", "352");
            director.page().locator("main input[type=file]").setInputFiles(PHOTO);
            director.page().getByText("Reçu :").first().waitFor();
            director.clicks("Versé").reads("Ouvrir");
            maker.go("/app/my/earnings");
            maker.reads("352");
            assertThat(maker.scrollsSideways()).isFalse();
            director.go("/app/pieces/" + piece.id() + "/thread");
            director.reads(lot.lot().number(), piece.serial(), "P-0");
            assertThat(director.addresses("main ol a"))
                    .startsWith("/app/materials/lots/" + lot.lot().id())
                    .last()
                    .asString()
                    .startsWith("/app/payouts/");
            assertThat(director.complaints()).isEmpty();
            assertThat(maker.complaints()).isEmpty();
        }
    }

    private void somebodyScansTheTag(Piece piece, String tag) throws Exception {
        try (var somebody = Visitor.onPhone(port, "fr")) {
            somebody.go(tag);
            somebody.page().waitForSelector("#passport-check[data-state=good]");
            somebody.reads(piece.serial(), lot.lot().number(), "Cette pièce est déjà vendue");
            assertThat(somebody.scrollsSideways()).isFalse();
            var keys = somebody.answerTo("/.well-known/jwks.json").text();
            var signed = PublicLibrary.verified(tag.substring(tag.indexOf('#') + 1), keys);
            assertThat(signed).contains(piece.serial(), lot.lot().number());
        }
    }

    private static Visitor tap(Visitor visitor, String what) {
        visitor.page().locator("main " + what).first().click();
        return visitor;
    }
}
