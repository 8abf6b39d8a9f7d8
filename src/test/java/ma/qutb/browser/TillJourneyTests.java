package ma.qutb.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import ma.qutb.market.Piece;
import ma.qutb.market.TestMarket;
import ma.qutb.market.till.Currency;
import ma.qutb.market.till.HallTill;
import ma.qutb.market.till.TestTill;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A seller of the hall with a telephone, a tourist in front of her, and a network that goes in the middle. */
@BrowserTest
@Import({TestMarket.class, TestTill.class})
class TillJourneyTests {

    @LocalServerPort
    int port;

    @Autowired
    TestMarket market;

    @Autowired
    TestTill hall;

    @Autowired
    JdbcClient database;

    private HallTill till;
    private Piece first;
    private Piece second;
    private Piece third;

    @BeforeEach
    void anOpenTillAndThreeCarpets() {
        till = hall.open();
        first = market.piece(market.onSale(1));
        second = market.piece(market.onSale(1));
        third = market.piece(market.onSale(1));
    }

    @Test
    void sellsOnAPhoneGoesOnWhereTheNetworkDropsAndCountsTheDrawer() {
        try (var seller = Visitor.onPhoneThatKeepsPages(port, "ar").signIn("hall-seller")) {
            seller.go(path());
            pleasesEverybody(seller, "empty");
            sellsOnline(seller);
            givesTheDeviceTwoPieces(seller);
            sellsWithoutNetwork(seller);

            seller.page().context().setOffline(false);
            seller.reads("غير مرسل: 0");
            assertThat(salesOf(first)).isEqualTo(1);
            assertThat(hall.holds(till, Currency.MAD)).isEqualTo(1_000_00 + 680_00 + 680_00);
            seller.go("/app/till/offline");
            seller.reads("غير مرسل: 0");
            assertThat(salesOf(first)).isEqualTo(1);

            seller.page().locator("#give-back").click();
            seller.page().waitForURL("**" + path());
            assertThat(market.piece(second.product()).state()).isEqualTo(Piece.State.ON_SALE);
            countsTheDrawer(seller);
        }
    }

    private void sellsOnline(Visitor seller) {
        scans(seller, third);
        pleasesEverybody(seller, "cart");
        seller.page().locator("[name=MAD]").fill("700");
        seller.page().locator("[data-change]").waitFor();
        seller.page().locator(".q-pos__go").dblclick();
        seller.reads("تم البيع. سلم الوصل.");
        pleasesEverybody(seller, "sold");
        assertThat(salesOf(third)).isEqualTo(1);
    }

    private void givesTheDeviceTwoPieces(Visitor seller) {
        scans(seller, first);
        scans(seller, second);
        var page = seller.page();
        page.locator("[data-allotment][data-ready]").waitFor();
        page.locator("[data-allotment] input[name=name]").fill("هاتف مريم");
        page.locator("[data-allotment] form button").click();
        page.locator("[data-has]").waitFor();
        page.locator("[data-allotment][data-ready]").waitFor();
        page.waitForFunction("navigator.serviceWorker.controller !== null");
    }

    private void sellsWithoutNetwork(Visitor seller) {
        seller.complaints();
        seller.page().context().setOffline(true);
        seller.go(path());
        seller.page().locator("#pieces li").first().waitFor();
        seller.page().locator("#code").fill("https://qutb.example/p/" + first.serial());
        seller.page().locator("#code").press("Enter");
        seller.page().locator("#given").fill("700");
        seller.reads("20,00");
        seller.picture(Path.of("target/screens/till/offline.png"));
        seller.page().locator("#go").click();
        seller.reads("غير مرسل: 1");
        assertThat(salesOf(first)).isZero();
        assertThat(seller.page().locator("#pieces li").count()).isEqualTo(1);
    }

    private void countsTheDrawer(Visitor seller) {
        seller.complaints();
        seller.go(path() + "/day");
        pleasesEverybody(seller, "day");
        Map.of("MAD20000", "11", "MAD10000", "1", "MAD5000", "1", "MAD1000", "1")
                .forEach((note, many) ->
                        seller.page().locator("[name=" + note + "]").fill(many));
        seller.clicks("هذا ما عددت").reads("مغلق");
        pleasesEverybody(seller, "closed");
    }

    private void scans(Visitor seller, Piece piece) {
        seller.page().locator("[data-find] [name=q]").fill(piece.serial());
        seller.page().locator("[data-find] [name=q]").press("Enter");
        seller.reads(piece.serial());
    }

    private String path() {
        return "/app/till/" + till.id();
    }

    private int salesOf(Piece piece) {
        return database.sql("select count(*) from market.till_line where piece_id = :piece")
                .param("piece", piece.id().value())
                .query(Integer.class)
                .single();
    }

    private static void pleasesEverybody(Visitor seller, String name) {
        // Half way down, the bar at the top lies over what a reader simply scrolls past.
        seller.page().evaluate("scrollTo(0, 0)");
        seller.picture(Path.of("target/screens/till", name + ".png"));
        assertThat(seller.complaints()).as(name).isEmpty();
        assertThat(seller.page().content()).doesNotContain("⟦");
        assertThat(seller.scrollsSideways()).isFalse();
        seller.unpin();
        assertThat(new AxeBuilder(seller.page())
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                        .analyze()
                        .getViolations())
                .extracting(it -> it.getId() + " " + it.getNodes().getFirst().getHtml())
                .isEmpty();
    }
}
