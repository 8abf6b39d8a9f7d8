package ma.qutb.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From a maker's telephone to the shelf of the hall: nothing is typed, nothing is lost. */
@BrowserTest
class MakerJourneyTests {

    private static final Path PHOTO = Path.of("src/main/resources/static/img/bracelet.webp");

    @LocalServerPort
    int port;

    @Test
    void offersABraceletInAFewTapsAndSeesItOnSale() {
        try (var maker = Visitor.onPhone(port, "ar").signIn("artisan");
                var hall = Visitor.onDesktop(port, "fr").signIn("hall-seller")) {
            maker.go("/app/my/pieces");
            maker.page().locator(".q-tap--new").click();
            maker.reads("صوّر القطعة");
            assertThat(maker.scrollsSideways()).isFalse();
            maker.page().locator("input[type=file]").setInputFiles(PHOTO);
            maker.page().getByText("وصل").first().waitFor();
            tap(maker, ".btn-primary").reads("ما هي القطعة؟");
            maker.page().locator("main details:not([open]) summary").all().forEach(Locator::click);
            tap(maker, "button[value=BRACELET]").reads("من أي مادة؟");
            tap(maker, "button[value=SILVER]").reads("زن الفضة");
            tap(maker, "#number-weight [data-set='20']");
            tap(maker, ".btn-primary").reads("قل هل عليها دمغة الدولة.");
            assertThat(maker.page().locator("#weight").inputValue()).isEqualTo("20");
            tap(maker, "input[value=pending]");
            tap(maker, ".btn-primary").reads("هل عندك منها واحدة أم أكثر؟");
            // The phone goes dark; she comes back later.
            maker.go("/app/my/pieces");
            maker.page()
                    .locator(".q-mine")
                    .filter(new Locator.FilterOptions().setHasText("سوار من الفضة"))
                    .locator(".q-mine__act")
                    .first()
                    .click();
            maker.reads("هل عندك منها واحدة أم أكثر؟");
            tap(maker, "button[value=unique]").reads("كم قياسها؟");
            tap(maker, ".btn-primary").reads("كم ثمنها؟");
            tap(maker, "#number-price [data-set='700']");
            tap(maker, "#number-material [data-set='200']");
            tap(maker, "#number-hours [data-set='16']");
            maker.page().getByText("يبقى لك عن كل يوم عمل").waitFor();
            assertThat(maker.scrollsSideways()).isFalse();
            tap(maker, ".btn-primary").reads("هل كل شيء صحيح؟", "سوار من الفضة", "الصندوق التضامني");
            tap(maker, ".btn-primary").reads("وصلت إلى فضاء العرض", "عند المراجعة");
            assertThat(maker.complaints()).isEmpty();

            hall.go("/app/products?state=proposed&q=Bracelet");
            hall.page().locator("tbody a").first().click();
            hall.reads("Relire la proposition", "Bracelet en argent");
            hall.clicks("Accepter").reads("Accepté");
            hall.page().locator("a[href^='/app/pieces/']").first().click();
            hall.clicks("Reçue").clicks("Conforme : mettre en vente").reads("En vente");
            assertThat(hall.complaints()).isEmpty();

            maker.go("/app/my/pieces");
            maker.reads("معروضة للبيع");
        }
    }

    private static Visitor tap(Visitor visitor, String what) {
        visitor.page().locator("main " + what).first().click();
        return visitor;
    }
}
