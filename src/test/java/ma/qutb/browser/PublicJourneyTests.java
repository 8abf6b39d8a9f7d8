package ma.qutb.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody with a phone and no account: finds an artisan, a figure, the truth about a card, and their own rights. */
@BrowserTest
class PublicJourneyTests {

    @LocalServerPort
    int port;

    @Test
    void findsAnArtisanAFigureAndTheirOwnRights() {
        try (var visitor = Visitor.onPhone(port, "ar")) {
            visitor.go("/");
            visitor.reads("قطعة لها صاحب، وقصة، وثمن واضح");
            findsAnArtisan(visitor);
            readsTheFigures(visitor);
            visitor.clicks("تحقق من وثيقة")
                    .writes("رقم الوثيقة", "CA-2026-999999")
                    .writes("رمز التحقق", "AAAA-BBBB")
                    .clicks("تحقق")
                    .reads("وثيقة غير معروفة", "راجع الرقم والرمز كما هما مطبوعان");
            asksAboutTheirData(visitor);
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    private static void findsAnArtisan(Visitor visitor) {
        visitor.clicks("الصناع")
                .reads("دليل الصانعات والصناع")
                .writes("ابحث", "ssalka ablagh")
                .clicks("بحث")
                .reads("السالكة أبلاغ");
        visitor.clicks("الصناع")
                .chooses("المكان", "طاطا")
                .chooses("الحرفة", "الحصير والسمار")
                .clicks("بحث")
                .reads("حليمة أبلاغ");
        assertThat(visitor.scrollsSideways()).isFalse();
        visitor.page()
                .locator("main li a", new com.microsoft.playwright.Page.LocatorOptions().setHasText("حليمة أبلاغ"))
                .first()
                .click();
        visitor.reads("حليمة أبلاغ", "طاطا").doesNotRead("JA");
        assertThat(visitor.page()
                        .locator("svg[role=img][aria-label*='حليمة أبلاغ']")
                        .isVisible())
                .isTrue();
    }

    private static void readsTheFigures(Visitor visitor) {
        visitor.clicks("الجهة بالأرقام")
                .clicks("المشاريع")
                .chooses("المجال الترابي", "إقليم طاطا")
                .clicks("اعرض")
                .reads("طاطا");
        visitor.clicks("حدود اليوم").reads("منذ 2015 تنتمي طاطا إلى سوس ماسة");
        visitor.clicks("المبادرة الوطنية")
                .chooses("السنة", "2011")
                .clicks("اعرض")
                .reads("15");
        assertThat(visitor.scrollsSideways()).isFalse();
    }

    private static void asksAboutTheirData(Visitor visitor) {
        visitor.clicks("المعطيات الشخصية").clicks("أرسل الطلب").reads("المعطيات الشخصية");
        visitor.page().locator("input[name=kind][value=ACCESS]").check();
        visitor.writes("الاسم الكامل", "لالة زهرة")
                .writes("الهاتف", "0677990202")
                .clicks("أرسل الطلب")
                .reads("وصلنا طلبك");
    }
}
