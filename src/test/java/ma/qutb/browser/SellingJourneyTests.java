package ma.qutb.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import java.nio.file.Path;
import java.util.List;
import ma.qutb.ledger.Balances;
import ma.qutb.ledger.ChartRole;
import ma.qutb.materials.Lots;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.TestPoint;
import ma.qutb.materials.counter.TestCounter;
import ma.qutb.registry.People;
import ma.qutb.registry.PersonId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A clerk at the counter, on a phone and on a desktop: finds the jeweller, weighs, takes the money, hands over the receipt. */
@BrowserTest
@Import({TestPoint.class, TestCounter.class})
class SellingJourneyTests {

    @LocalServerPort
    int port;

    @Autowired
    TestCounter counter;

    @Autowired
    TestPoint points;

    @Autowired
    People people;

    @Autowired
    Balances balances;

    @Autowired
    Lots lots;

    @Autowired
    JdbcClient database;

    private SalePoint point;
    private PersonId buyer;

    @BeforeEach
    void openTheCounter() {
        counter.quote("12.50");
        point = counter.open();
        points.silver(point, 5_000_000, 999, 50_000_00);
        points.silver(point, 800_000, 925, 8_000_00);
        buyer = counter.jeweller();
    }

    @Test
    void sellsOnAPhoneByTouchAndOnlyOnceHoweverOftenTheButtonIsPressed() {
        try (var clerk = Visitor.onPhone(port, "ar").signIn("sale-point-clerk")) {
            clerk.go("/app/counter/" + point.id());
            findsTheBuyer(clerk);
            for (var key : List.of("2", "5", "0")) {
                clerk.page().locator("[data-pad] [data-key='" + key + "']").tap();
            }
            clerk.reads("3.777,47");
            pleasesEverybody(clerk, "phone-before");
            clerk.page().locator("#go").dblclick();
            clerk.reads("تم البيع. سلم الوصل.");
            pleasesEverybody(clerk, "phone-after");

            assertThat(sales()).isEqualTo(1);
            assertThat(balances.of(counter.account(point, ChartRole.TILL))).isEqualTo(3_777_47);
        }
    }

    @Test
    void sellsOnADesktopWithTheKeyboardAndUndoesIt() {
        try (var clerk = Visitor.onDesktop(port, "fr").signIn("sale-point-clerk")) {
            clerk.go("/app/counter/" + point.id());
            findsTheBuyer(clerk);
            clerk.page().locator(".q-pos__kinds").getByText("925").click();
            clerk.page().locator("#weight").fill("12,5");
            clerk.reads("174,89");
            pleasesEverybody(clerk, "desktop-before");
            clerk.page().locator("#weight").press("Enter");
            clerk.reads("Vente faite. Remettez le reçu.");
            pleasesEverybody(clerk, "desktop-after");
            clerk.clicks("Ouvrir la vente").reads("Annuler la vente");
            pleasesEverybody(clerk, "desktop-sale");
            clerk.writes("Raison", "titre erroné").clicks("Annuler la vente").reads("Vente annulée");

            assertThat(balances.of(counter.account(point, ChartRole.TILL))).isZero();
        }
    }

    @Test
    void goesOnSellingWhereTheNetworkDropsInTheMiddleAndSendsItOnce() {
        try (var clerk = Visitor.onPhoneThatKeepsPages(port, "ar").signIn("sale-point-clerk")) {
            clerk.go("/app/counter/" + point.id());
            var page = clerk.page();
            page.locator("[data-allotment][data-ready]").waitFor();
            page.locator("[data-allotment] input[name=w9990]").fill("300");
            page.locator("[data-allotment] form button").click();
            page.locator("[data-has]").waitFor();
            findsTheBuyer(clerk);
            page.locator("[data-allotment][data-ready]").waitFor();
            page.waitForFunction("navigator.serviceWorker.controller !== null");
            for (var key : List.of("2", "5", "0")) {
                page.locator("[data-pad] [data-key='" + key + "']").tap();
            }
            clerk.reads("3.777,47");
            clerk.complaints();

            page.context().setOffline(true);
            page.locator("#go").click();
            page.waitForURL("**/app/counter/offline");
            clerk.picture(Path.of("target/screens/counter/phone-offline.png"));
            page.locator("#go").click();
            clerk.reads("غير مرسل: 1");
            assertThat(sales()).isZero();

            page.context().setOffline(false);
            clerk.reads("غير مرسل: 0");
            assertThat(sales()).isEqualTo(1);
            assertThat(balances.of(counter.account(point, ChartRole.TILL))).isEqualTo(3_777_47);
            page.reload();
            clerk.reads("غير مرسل: 0");
            assertThat(sales()).isEqualTo(1);
            page.locator("#give-back").click();
            page.waitForURL("**/app/counter/" + point.id());
            closesTheTill(clerk);
        }
    }

    /** A device that takes half a second for each thing it looks up: what is typed meanwhile must not be written over. */
    private static final String SLOW_DEVICE = """
            const read = IDBObjectStore.prototype.get;
            IDBObjectStore.prototype.get = function (key) {
              const until = performance.now() + 500;
              const again = () => {
                if (performance.now() < until) read.call(this, key).onsuccess = again;
              };
              const asked = read.call(this, key);
              again();
              return asked;
            };""";

    @Test
    void aSaleWithoutNetworkIsKeptWithWhatItTakesOrNotAtAll() {
        try (var clerk = Visitor.onPhoneThatKeepsPages(port, "ar").signIn("sale-point-clerk")) {
            clerk.go("/app/counter/" + point.id());
            var page = clerk.page();
            page.locator("[data-allotment][data-ready]").waitFor();
            page.locator("[data-allotment] input[name=w9990]").fill("300");
            page.locator("[data-allotment] form button").click();
            page.locator("[data-has]").waitFor();
            findsTheBuyer(clerk);
            page.locator("[data-allotment][data-ready]").waitFor();
            page.waitForFunction("navigator.serviceWorker.controller !== null");
            page.context().addInitScript(SLOW_DEVICE);
            page.context().setOffline(true);
            clerk.go("/app/counter/offline");
            page.locator("#weight").fill("250");
            page.locator("#people button").first().click();

            // The device fails exactly between the two things that are kept.
            page.evaluate("""
                    () => {
                      window.whole = IDBObjectStore.prototype.put;
                      IDBObjectStore.prototype.put = function (value, key) {
                        if (key === "allotment") throw new Error("interrupted");
                        return window.whole.apply(this, arguments);
                      };
                    }""");
            page.locator("#go").click();
            clerk.reads("لم يحفظ البيع في الجهاز");
            assertThat(onTheDevice(clerk)).isEqualTo("0 waiting, 300000 left");

            page.evaluate("() => { IDBObjectStore.prototype.put = window.whole; }");
            page.locator("#go").click();
            clerk.reads("غير مرسل: 1");
            assertThat(onTheDevice(clerk)).isEqualTo("1 waiting, 50000 left");
            page.reload();
            clerk.reads("غير مرسل: 1");
            assertThat(onTheDevice(clerk)).isEqualTo("1 waiting, 50000 left");

            page.context().setOffline(false);
            clerk.reads("غير مرسل: 0");
            assertThat(sales()).isEqualTo(1);
        }
    }

    private static String onTheDevice(Visitor clerk) {
        return (String) clerk.page().evaluate("""
                () => new Promise(done => {
                  indexedDB.open("qutb-counter").onsuccess = opened => {
                    const database = opened.target.result;
                    const read = database.transaction(["kept", "queue"]);
                    const waiting = read.objectStore("queue").count();
                    const kept = read.objectStore("kept").get("allotment");
                    read.oncomplete = () => {
                      database.close();
                      done(`${waiting.result} waiting, ${kept.result.lots.reduce((sum, it) => sum + it.weight, 0)} left`);
                    };
                  };
                })""");
    }

    private void closesTheTill(Visitor clerk) {
        clerk.go("/app/tills/" + point.id());
        clerk.page().getByText("عد الصندوق وأغلقه").click();
        clerk.page().locator("details[open] [data-note='20000']").fill("18");
        clerk.page().locator("details[open] [data-note='1']").fill("17700");
        clerk.clicks("هذا ما عددت").reads("العد يخالف الدفاتر", "-0,47");
        clerk.writes("السبب", "لا سنتيمات في السوق").clicks("أغلق الصندوق").reads("ينتظر موافقة");
    }

    @Test
    void everyPageAroundTheCounterIsWhole() {
        for (var page : List.of("prices", "tills", "credit", "counter")) {
            var end = page.equals("counter") ? "/exceptions" : page.equals("prices") ? "?marginPercent=7" : "";
            try (var director = Visitor.onDesktop(port, "fr").signIn("director")) {
                director.go("/app/" + page + "/" + point.id() + end);
                pleasesEverybody(director, "desktop-" + page);
            }
            try (var clerk = Visitor.onPhone(port, "ar").signIn("sale-point-clerk")) {
                clerk.go("/app/" + page + "/" + point.id() + end);
                pleasesEverybody(clerk, "phone-" + page);
                clerk.go(page.equals("credit") ? "/app/credit/" + point.id() + "/" + buyer.value() : "/app/sales");
                pleasesEverybody(clerk, "phone-" + page + "-more");
            }
        }
    }

    private void findsTheBuyer(Visitor clerk) {
        var number = "%06d".formatted(people.find(buyer).orElseThrow().number());
        clerk.page().locator("[data-find] input[name=q]").fill(number);
        clerk.page().locator("[data-find] input[name=q]").press("Enter");
        clerk.page().locator(".q-pos__found a").first().click();
        clerk.page().locator(".q-pos__name").waitFor();
    }

    private void pleasesEverybody(Visitor clerk, String name) {
        clerk.picture(Path.of("target/screens/counter", name + ".png"));
        assertThat(clerk.complaints()).as(name).isEmpty();
        assertThat(clerk.page().content()).doesNotContain("⟦");
        assertThat(clerk.scrollsSideways()).isFalse();
        clerk.unpin();
        assertThat(new AxeBuilder(clerk.page())
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                        .analyze()
                        .getViolations())
                .extracting(it -> it.getId() + " " + it.getNodes().getFirst().getHtml())
                .isEmpty();
    }

    private int sales() {
        return database.sql("select count(*) from materials.sale where sale_point_id = :point")
                .param("point", point.id().value())
                .query(Integer.class)
                .single();
    }
}
