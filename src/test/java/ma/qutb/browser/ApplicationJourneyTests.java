package ma.qutb.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.TerritoryCode;
import ma.qutb.spaces.SiteId;
import ma.qutb.spaces.TestSite;
import ma.qutb.spaces.plan.ImportingPlan;
import ma.qutb.spaces.site.KeepingSites;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The manager of the zone publishes a call; an artisan applies by a few taps, impatiently, and has a receipt; the manager sees what is missing. */
@BrowserTest
class ApplicationJourneyTests {

    private static final Path PHOTO = Path.of("src/main/resources/static/img/bracelet.webp");

    @LocalServerPort
    int port;

    @Autowired
    KeepingSites sites;

    @Autowired
    ImportingPlan importing;

    SiteId site;

    @BeforeEach
    void aSiteWithSixShops() {
        var code = "J-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
        site = sites.enter(
                new KeepingSites.Details(
                        code,
                        "activity_zone",
                        new LocalName("حي الصناع " + code, "Quartier " + code, "Quarter " + code),
                        new TerritoryCode("C-GUE"),
                        Optional.empty(),
                        "in_use"),
                true);
        importing.take(
                site,
                importing.keep(site, "grid.geojson", TestSite.grid(6), UUID.randomUUID()),
                LocalDate.now().minusYears(1));
    }

    @Test
    void anArtisanAppliesOnAPhoneInArabic() {
        try (var manager = Visitor.onDesktop(port, "fr").signIn("zone-manager");
                var artisan = Visitor.onPhone(port, "ar").signIn("artisan")) {
            manager.go("/app/spaces/calls/new?site=" + site);
            var form = manager.page();
            form.fill("#f-opens", LocalDate.now().minusDays(1) + "T09:00");
            form.locator(".c-unit input").all().forEach(com.microsoft.playwright.Locator::check);
            manager.clicks("Enregistrer le brouillon").reads("Brouillon d’appel");
            manager.clicks("Publier l’appel").clicks("Publier maintenant").reads("Ouvert");
            var number = form.locator("h1").innerText().replaceAll("[^0-9-]", "");
            assertThat(manager.complaints()).isEmpty();

            artisan.go("/ar/calls/" + number);
            artisan.reads("6 محلات للكراء").clicks("ترشحوا الآن");
            assertThat(artisan.scrollsSideways()).isFalse();
            tap(artisan, "#call-" + number + " button[name=party]").reads("ماذا ستصنعون هناك؟");
            tap(artisan, ".q-tap[name=craft]").reads("هل الدرج يمنعكم؟");
            tap(artisan, ".btn-primary").reads("اختاروا المحلات: الأحب أولا");
            for (var unit : List.of("5", "2", "4")) {
                tap(artisan, ".c-pick:has(b:text-is('" + unit + "'))");
                artisan.page().locator(".c-wish:has(b:text-is('" + unit + "'))").waitFor();
            }
            tap(artisan, ".c-wish:has(b:text-is('2'))");
            artisan.page()
                    .locator(".c-pick:not(.c-pick--in):has(b:text-is('2'))")
                    .waitFor();
            assertThat(artisan.page().locator(".c-wish b").allInnerTexts()).containsExactly("5", "4");
            isAccessible(artisan);
            assertThat(artisan.scrollsSideways()).isFalse();
            // The phone goes dark; she comes back later and finds what she said.
            artisan.go("/app/my/applications");
            tap(artisan, "#call-" + number + " a.q-tap");
            artisan.reads("اختاروا المحلات: الأحب أولا");
            tap(artisan, "a.btn-primary").reads("البطاقة الوطنية", "ورقة المشروع");
            tap(artisan, "a[href$='/papers/identity']");
            artisan.page().locator("input[type=file]").setInputFiles(PHOTO);
            artisan.page()
                    .waitForCondition(() -> !artisan.page()
                            .locator("input[name=file]")
                            .inputValue()
                            .isEmpty());
            tap(artisan, ".btn-primary").reads("موجودة");
            tap(artisan, ".btn-primary").reads("هل كل شيء صحيح؟", "ما زال ينقص:");
            artisan.page().locator("main form[action$='/sending'] button").dblclick();
            artisan.reads("وصلنا طلبكم.", number + "-0001");
            assertThat(artisan.scrollsSideways()).isFalse();
            isAccessible(artisan);
            assertThat(artisan.opensPaper("بالعربية")).startsWith("%PDF".getBytes());
            assertThat(artisan.complaints()).isEmpty();

            manager.go("/app/spaces/applications?call=" + number);
            manager.readsTogether(number + "-0001", "Fiche du projet");
            assertThat(form.locator("tbody tr").count()).isEqualTo(1);
            assertThat(manager.complaints()).isEmpty();
        }
    }

    private static void isAccessible(Visitor visitor) {
        visitor.unpin();
        assertThat(new AxeBuilder(visitor.page())
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"))
                        .analyze()
                        .getViolations())
                .extracting(Rule::getId)
                .isEmpty();
    }

    private static Visitor tap(Visitor visitor, String what) {
        visitor.page().locator("main " + what).first().click();
        return visitor;
    }
}
