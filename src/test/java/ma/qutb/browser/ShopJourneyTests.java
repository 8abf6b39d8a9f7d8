package ma.qutb.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import java.util.List;
import ma.qutb.market.TestMarket;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A buyer with a phone: looks for a carpet by another name, opens one, sees where each dirham goes, reads the terms. */
@BrowserTest
class ShopJourneyTests {

    @LocalServerPort
    int port;

    @Autowired
    AutowireCapableBeanFactory beans;

    @Test
    void findsACarpetAndSeesWhereTheDirhamGoes() {
        beans.createBean(TestMarket.class).onSale(1);
        try (var visitor = Visitor.onPhone(port, "ar")) {
            visitor.go("/ar/shop");
            visitor.reads("المتجر");
            isWhole(visitor);
            visitor.page().fill("#q", "zarbia");
            visitor.page().press("#q", "Enter");
            visitor.reads("بحثنا أيضا عن", "زربية");
            visitor.page().locator("a[href='#filters']").click();
            visitor.page().locator("input[name=material][value=WOOL]").check();
            isWhole(visitor);
            visitor.clicks("أظهر").reads("الصوف");
            assertThat(visitor.page().url()).contains("material=WOOL");
            visitor.page().locator(".q-product").first().click();
            visitor.reads("أين يذهب درهمك؟", "صندوق التضامن", "بطاقة القطعة");
            isWhole(visitor);
            visitor.page().locator("main a[href='/ar/terms']").first().click();
            visitor.reads("حق التراجع", "7 أيام");
            isWhole(visitor);
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    private static void isWhole(Visitor visitor) {
        assertThat(visitor.scrollsSideways()).isFalse();
        visitor.unpin();
        assertThat(new AxeBuilder(visitor.page())
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                        .analyze()
                        .getViolations())
                .extracting(Rule::getId, it -> it.getNodes().getFirst().getHtml())
                .isEmpty();
    }
}
