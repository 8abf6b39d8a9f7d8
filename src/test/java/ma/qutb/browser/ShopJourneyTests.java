package ma.qutb.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A buyer with a phone: looks for a bracelet by another name, opens one, sees where each dirham goes, reads the terms. */
@BrowserTest
class ShopJourneyTests {

    private static final int PATIENCE_SECONDS = 120;

    @LocalServerPort
    int port;

    @Test
    void findsABraceletAndSeesWhereTheDirhamGoes() {
        try (var visitor = Visitor.onPhone(port, "ar")) {
            whenTheShopIsFilled(visitor);
            isWhole(visitor);
            visitor.page().fill("#q", "دملج");
            visitor.page().press("#q", "Enter");
            visitor.reads("بحثنا أيضا عن", "سوار");
            visitor.page().locator("a[href='#filters']").click();
            visitor.page().locator("input[name=material][value=SILVER]").check();
            isWhole(visitor);
            visitor.clicks("أظهر").reads("الفضة");
            assertThat(visitor.page().url()).contains("material=SILVER");
            visitor.page().locator(".q-product").first().click();
            visitor.reads("أين يذهب درهمك؟", "صندوق التضامن", "بطاقة القطعة");
            isWhole(visitor);
            visitor.page().locator("main a[href='/ar/terms']").first().click();
            visitor.reads("حق التراجع", "7 أيام");
            isWhole(visitor);
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    /** The demonstration fills it in the background. */
    private static void whenTheShopIsFilled(Visitor visitor) {
        for (int second = 0; second < PATIENCE_SECONDS; second++) {
            visitor.go("/ar/shop?q=bracelet&material=SILVER");
            if (visitor.page().locator(".q-product").count() > 0) {
                break;
            }
            visitor.page().waitForTimeout(1_000);
        }
        visitor.go("/ar/shop");
        visitor.reads("المتجر");
    }

    private static void isWhole(Visitor visitor) {
        assertThat(visitor.scrollsSideways()).isFalse();
        assertThat(new AxeBuilder(visitor.page())
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                        .analyze()
                        .getViolations())
                .extracting(Rule::getId, it -> it.getNodes().getFirst().getHtml())
                .isEmpty();
    }
}
