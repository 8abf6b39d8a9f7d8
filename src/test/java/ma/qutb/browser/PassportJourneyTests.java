package ma.qutb.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import ma.qutb.market.TestMarket;
import ma.qutb.market.passport.IssuingPassports;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody scans the tag of a piece: with the network, with an altered code, and in a valley without any. */
@BrowserTest
class PassportJourneyTests {

    @LocalServerPort
    int port;

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    IssuingPassports passports;

    @Test
    void scansATagAndChecksItAlsoWithoutTheNetwork() {
        var market = beans.createBean(TestMarket.class);
        var passport = passports.find(market.piece(market.onSale(1))).orElseThrow();
        var other = passports.find(market.piece(market.onSale(1))).orElseThrow();
        var tag = "/p/" + passport.piece().serial();
        try (var visitor = Visitor.onPhoneThatKeepsPages(port, "ar")) {
            visitor.go(tag + "#" + passport.jws());
            says(visitor, "good");
            visitor.reads("قطعة أصلية، فُحصت في القطب", "وقّع القطب رمز هذه البطاقة، ولم يغيّره أحد.", "حياة القطعة");
            isWhole(visitor);

            visitor.go("/ar/passport");
            visitor.writes("رمز البطاقة", passport.printedCode());
            visitor.clicks("ابحثوا").reads("قطعة أصلية، فُحصت في القطب");
            visitor.clicks("كيف يُعرف جواز صحيح").reads("مفاتيح الجوازات", passport.kid());
            isWhole(visitor);

            // A letter in the middle of what was signed is changed.
            var jws = passport.jws();
            int middle = jws.indexOf('.') + 20;
            var altered =
                    jws.substring(0, middle) + (jws.charAt(middle) == 'A' ? 'B' : 'A') + jws.substring(middle + 1);
            visitor.go(tag + "?altered#" + altered);
            says(visitor, "bad");
            visitor.go(tag + "?other#" + other.jws());
            says(visitor, "other");

            visitor.page()
                    .waitForFunction(
                            "async () => (await navigator.serviceWorker.ready).active?.state === 'activated'"
                                    + " && !!(await caches.match('/ar/passport')) && !!(await caches.match('/.well-known/jwks.json'))");
            visitor.page().context().setOffline(true);
            visitor.go("/p/" + other.piece().serial() + "#" + other.jws());
            says(visitor, "offline");
            visitor.reads(other.piece().serial(), "الصوف");
            visitor.go("/p/" + other.piece().serial() + "?again#" + altered);
            says(visitor, "bad");
            visitor.page().context().setOffline(false);
        }
    }

    private static void says(Visitor visitor, String verdict) {
        visitor.page()
                .waitForSelector(
                        "#passport-check[data-state=" + verdict + "]",
                        new Page.WaitForSelectorOptions().setState(WaitForSelectorState.VISIBLE));
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
