package ma.qutb.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import ma.qutb.market.TestMarket;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A guest with a phone buys a carpet against cash at the door, once without a script and once with one, and follows it. */
@BrowserTest
class BuyingJourneyTests {

    private static final String PHONE = "06 12 34 56 78";

    @LocalServerPort
    int port;

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    JdbcClient database;

    @Test
    void buysWithoutAScriptAgainstCashAndFollowsTheOrder() {
        buys(Visitor.onPhoneWithoutScript(port, "ar"), PHONE, false);
    }

    @Test
    void buysOnPagesThatAreWholeForEverybody() {
        buys(Visitor.onPhone(port, "ar"), "06 12 34 56 79", true);
    }

    private void buys(Visitor buyer, String phone, boolean looked) {
        var product = beans.createBean(TestMarket.class).onSale(1);
        long number = database.sql("select number from market.product where id = :id")
                .param("id", product.value())
                .query(Long.class)
                .single();
        try (var visitor = buyer) {
            visitor.go("/ar/shop?q=zarbia");
            visitor.go("/ar/piece/" + number);
            press(visitor, "ضعها في السلة").reads("السلة", "أتمم الطلب");
            isWhole(visitor, looked);
            visitor.page().locator("main a[href='/ar/checkout']").press("Enter");
            visitor.reads("كيف يصلك الطلب؟");
            isWhole(visitor, looked);
            visitor.page().fill("input[name=name]", "فاطمة ب.");
            visitor.page().fill("input[name=phone]", phone);
            visitor.page().fill("input[name=city]", "كلميم");
            visitor.page().fill("input[name=landmark]", "قرب المسجد العتيق");
            press(visitor, "متابعة").reads("كيف تؤدي؟", "نقدا عند التسليم", "المجموع");
            isWhole(visitor, looked);
            press(visitor, "أكّد الطلب").reads("شكرا، توصلنا بطلبك", "احتفظ بهذا الرمز");
            isWhole(visitor, looked);
            var code = visitor.page().locator("#code").innerText();

            visitor.go("/ar/orders");
            isWhole(visitor, looked);
            visitor.page().fill("input[name=phone]", phone);
            visitor.page().fill("input[name=code]", code);
            press(visitor, "أرني طلبي").reads("توصلنا بطلبك", "ننتظر التأكيد");
            assertThat(visitor.page().context().cookies())
                    .as("a guest has no session")
                    .noneMatch(it -> it.name.equals("session"));
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    /** By the keyboard: without a script the browser of the test cannot bring a button from under the bar at the foot. */
    private static Visitor press(Visitor visitor, String words) {
        visitor.page()
                .locator("main")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(words))
                .first()
                .press("Enter");
        return visitor;
    }

    private static void isWhole(Visitor visitor, boolean looked) {
        if (looked) {
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
}
