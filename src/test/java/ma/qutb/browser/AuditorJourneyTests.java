package ma.qutb.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The auditor finds who changed what and who read an identity number, and can change nothing at all. */
@BrowserTest
class AuditorJourneyTests {

    @LocalServerPort
    int port;

    @Test
    void findsWhoChangedWhatAndWhoSawANumberAndChangesNothing() {
        try (var registrar = Visitor.onDesktop(port, "ar").signIn("registrar");
                var auditor = Visitor.onDesktop(port, "ar").signIn("auditor")) {
            var record = somebodyIsCorrected(registrar);

            auditor.opensFromMenu("سجل التغييرات")
                    .writes("المستعمل", "registrar")
                    .chooses("الفعل", "الاطلاع على رقم البطاقة كاملا")
                    .clicks("طبّق")
                    .readsTogether("نزهة المسجلة", "الاطلاع على رقم البطاقة كاملا", "شخص");
            auditor.chooses("الفعل", "تعديل")
                    .chooses("نوع السجل", "شخص")
                    .clicks("طبّق")
                    .readsTogether("نزهة المسجلة", "العنوان");
            auditor.page().locator("tbody a").first().click();
            auditor.reads("تعديل", "نزهة المسجلة", "من أي عنوان").readsTogether("قرب دار الصانعة الجديدة");

            auditor.go(record);
            auditor.reads("الهوية والعنوان").clicks("التغييرات").reads("قرب دار الصانعة الجديدة");
            assertThat(waysToChange(auditor, record)).isEmpty();
            assertThat(auditor.complaints()).isEmpty();
        }
    }

    /** Corrects a landmark and reads the identity number of somebody; tells the address of the record. */
    private static String somebodyIsCorrected(Visitor registrar) {
        registrar
                .searches("الاسم أو الهاتف أو الرقم", "أبلاغ")
                .clicks("الحافظ أبلاغ")
                .clicks("أظهر الرقم")
                .reads("سُجل هذا الاطلاع في سجل التدقيق.")
                .clicks("تعديل")
                .writes("العنوان بعلامة معروفة", "قرب دار الصانعة الجديدة")
                .clicks("حفظ")
                .reads("قرب دار الصانعة الجديدة");
        return registrar.page().url().substring(registrar.address().length());
    }

    /** Forms that would write something, on every page of the menu and on a record. */
    private static ArrayList<String> waysToChange(Visitor auditor, String record) {
        var ways = new ArrayList<String>();
        var pages = auditor.addresses(".q-side a");
        pages.add(record);
        for (var page : pages) {
            auditor.go(page);
            if (auditor.page().locator("main form[method=post]").count() > 0
                    || auditor.isOffered("تعديل")
                    || auditor.isOffered("حفظ")) {
                ways.add(page);
            }
        }
        return ways;
    }
}
