package ma.qutb.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import ma.qutb.platform.DemonstrationStory;
import ma.qutb.spaces.TestSite;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The director walks from door to door by the keyboard and back six months; the manager of the zone brings a plan as a file. */
@BrowserTest
class PlanJourneyTests {

    private static final String FREE = ".q-plan a:has(polygon.u-free)";

    @LocalServerPort
    int port;

    @Autowired
    List<DemonstrationStory> stories;

    @TempDir
    Path folder;

    @BeforeEach
    void theZoneIsThere() {
        stories.stream().filter(it -> it.name().equals("the activity zone")).forEach(it -> it.tell(() -> true));
    }

    @Test
    void theDirectorAsksWhatWasEmptySixMonthsAgo() {
        try (var director = Visitor.onDesktop(port, "ar").signIn("director")) {
            director.opensFromMenu("المخطط").reads("منطقة الأنشطة الحرفية", "شاغرة في هذا اليوم");
            var page = director.page();
            assertThat(page.locator(".q-plan .u-g")).hasCount(113);

            page.locator(".q-plan .u-g").first().focus();
            page.keyboard().press("ArrowRight");
            assertThat(page.locator(".u-g:focus")).hasAttribute("data-number", "2");
            page.keyboard().press("ArrowDown");
            assertThat(page.locator(".u-g:focus")).hasAttribute("data-number", "7");
            page.keyboard().type("47");
            assertThat(page.locator(".u-g:focus")).hasAttribute("data-number", "47");
            page.keyboard().press("Enter");
            director.readsTogether("المحل 47", "مكترى");
            assertThat(page.locator(".u-g[aria-current]")).hasAttribute("data-number", "47");

            int freeToday = page.locator(FREE).count();
            page.locator("#plan-months").fill("-6");
            director.reads("(قبل 6 أشهر)");
            assertThat(page.locator(FREE).count()).isGreaterThan(freeToday);
            assertThat(page.url()).contains("months=-6");
            director.clicks("اليوم").reads("(اليوم)");
            assertThat(page.locator(FREE)).hasCount(freeToday);

            director.clicks("الحرفة");
            assertThat(page.locator(".q-plan polygon.u-c0").first()).isVisible();
            assertThat(director.complaints()).isEmpty();
        }
    }

    @Test
    void thePlanIsWalkedWithoutAScriptOnAPhone() {
        try (var director = Visitor.onPhoneWithoutScript(port, "ar").signIn("director")) {
            director.go("/app/spaces/plan");
            director.clicks("قبل ستة أشهر").reads("(قبل 6 أشهر)");
            director.page().locator(".u-g[data-number='47']").click();
            director.readsTogether("المحل 47", "المنطقة ب");
            assertThat(director.scrollsSideways()).isFalse();
        }
    }

    @Test
    void theManagerSendsAFaultyPlanAndThenTheMendedOne() throws IOException {
        var faulty = Files.writeString(
                folder.resolve("faulty.geojson"), TestSite.grid(12).replace("\"number\": \"12\"", "\"number\": \"3\""));
        var good = Files.writeString(folder.resolve("good.geojson"), TestSite.grid(12));
        try (var manager = Visitor.onDesktop(port, "ar").signIn("zone-manager")) {
            manager.opensFromMenu("المواقع").clicks("دار الخيمة").clicks("استيراد مخطط");
            manager.gives("ملف المخطط", faulty).clicks("جرب الملف").readsTogether("13", "الرقم 3 مكرر");
            manager.clicks("ملف آخر")
                    .gives("ملف المخطط", good)
                    .clicks("جرب الملف")
                    .reads("لا خطأ في الملف.");
            manager.clicks("استورد المخطط").reads("دار الخيمة", "12 محلا");
            manager.clicks("محرر المخطط").reads("الأماكن بالمتر");
            var first = manager.page().locator(".p-editor [data-unit]").nth(9);
            first.focus();
            // A metre of margin is left beside it: the second step leads out of the plan.
            manager.page().keyboard().press("Shift+ArrowRight");
            manager.page().keyboard().press("Shift+ArrowRight");
            manager.clicks("احفظ المخطط").reads("المحل 10 خارج المخطط");
            assertThat(manager.complaints()).isEmpty();
        }
    }
}
