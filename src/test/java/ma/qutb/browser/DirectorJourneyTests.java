package ma.qutb.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The director asks of every figure where it comes from, and of two that disagree which is which. */
@BrowserTest
class DirectorJourneyTests {

    private static final List<String> FIGURES = List.of(
            "كلفة القطب",
            "خريجو وخريجات التدرج المهني (منقطعون عن الدراسة)",
            "المستفيدون والمستفيدات من التكوين المستمر",
            "مشاريع المبادرة الممولة",
            "صناع وصانعات موشحون بأوسمة",
            "محلات القطب");

    @LocalServerPort
    int port;

    @Test
    void findsTheSourceOfEveryFigureInTwoClicksAndFollowsADiscrepancy() throws Exception {
        try (var director = Visitor.onDesktop(port, "ar").signIn("director")) {
            director.reads("مرحبا عبد الله المدير", "لوحة القيادة", "آخر التغييرات");
            for (var figure : FIGURES) {
                director.clicks(figure).reads("ما يقوله المصدر", "الفقرة").clicks("كل ما تقوله هذه النشرة");
                director.reads("ما تقوله عن نفسها").goesToTheirDesk();
            }

            director.clicks("تباين D01: 103 ≠ 88")
                    .reads("عدد مشاريع المبادرة", "مجموعها 103، والمصدر يعلن 88")
                    .readsTogether("2011", "15")
                    .readsTogether("2013", "54");

            director.clicks("معطيات مفتوحة").reads("الجداول");
            var table = new String(director.opensPaper("CSV, المشاريع"), StandardCharsets.UTF_8);
            assertThat(table.lines().count()).isGreaterThan(5);

            director.goesToTheirDesk().opensFromMenu("الهيئات");
            director.page()
                    .locator("summary", new Page.LocatorOptions().setHasText("تصدير"))
                    .click();
            assertThat(Files.readString(director.downloads("ملف نصي (CSV)"))).contains("تعاونية");
            assertThat(director.complaints()).isEmpty();
        }
    }
}
