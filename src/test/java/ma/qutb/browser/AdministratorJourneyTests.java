package ma.qutb.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The administrator opens an account for a registrar of Tata, who comes in by a link, from two places, and is forgotten by both. */
@BrowserTest
class AdministratorJourneyTests {

    private static final String PASSWORD = "قافلة تمشي نحو الشمال";

    @LocalServerPort
    int port;

    @Test
    void invitesARegistrarOfOneProvinceAndShutsTheDoorToGuessers() {
        try (var administrator = Visitor.onDesktop(port, "ar").signIn("administrator");
                var invited = Visitor.onDesktop(port, "ar");
                var elsewhere = Visitor.onPhone(port, "ar")) {
            var link = invites(administrator);
            choosesAPassword(invited, link);
            elsewhere.go(link);
            elsewhere.reads("هذا الرابط لم يعد صالحا");

            elsewhere.signIn("r.tata", PASSWORD).reads("سجل الأشخاص");
            invited.go("/app/account");
            invited.clicks("اخرج من كل الأجهزة الأخرى").reads("أغلقت الجلسات الأخرى.");
            elsewhere.go("/app/people");
            elsewhere.reads("كلمة السر");

            administrator.clicks("الجلسات").clicks("أغلق كل الجلسات").reads("أغلقت كل الجلسات.");
            invited.go("/app/people");
            invited.reads("كلمة السر");

            guesses(elsewhere);
        }
    }

    private static String invites(Visitor administrator) {
        administrator
                .opensFromMenu("المستعملون")
                .clicks("حساب جديد")
                .writes("الاسم في الصفحات", "مبارك مسجل طاطا")
                .writes("اسم المستعمل", "R Tata")
                .clicks("حفظ")
                .reads("اسم المستعمل من حرفين إلى 40")
                .writes("اسم المستعمل", "r.tata")
                .writes("الهاتف", "0677990101")
                .clicks("حفظ")
                .reads("فتح الحساب. أعطه الآن دورا.")
                .chooses("الدور", "مسجل(ة)")
                .ticks("مجالات ترابية")
                .clicks("أعط دورا")
                .reads("اختر مجالا ترابيا");
        administrator
                .chooses("الأماكن (اختياري)", "إقليم طاطا")
                .clicks("أعط دورا")
                .reads("أعطي الدور، ويسري من الآن.");
        administrator.readsTogether("مسجل(ة)", "إقليم طاطا");
        administrator
                .clicks("الحساب")
                .reads("لم تختر بعد: سلم الرابط")
                .clicks("رابط كلمة السر")
                .reads("لن يظهر مرة أخرى");
        var link = administrator.page().locator("main code").innerText();
        return link.substring(link.indexOf("/password/"));
    }

    private static void choosesAPassword(Visitor invited, String link) {
        invited.go(link);
        invited.reads("اختر كلمة سر", "مبارك مسجل طاطا")
                .writes("كلمة السر الجديدة", "قصيرة")
                .clicks("احفظ وادخل")
                .reads("كلمة السر قصيرة");
        invited.writes("كلمة السر الجديدة", PASSWORD).clicks("احفظ وادخل").reads("سجل الأشخاص");
        assertThat(invited.page().locator("tbody td[data-th=المكان]").allInnerTexts())
                .isNotEmpty()
                .allMatch(it -> it.strip().matches("طاطا|فم زكيد|جماعة أديس|دوار المحروك|إقليم طاطا"));
    }

    private static void guesses(Visitor guesser) {
        for (int i = 0; i < 6; i++) {
            guesser.writes("اسم المستعمل أو الهاتف أو البريد الإلكتروني", "0677 99 01 01")
                    .writes("كلمة السر", "guess " + i)
                    .clicks("ادخل");
            guesser.reads(i < 5 ? "الاسم أو كلمة السر غير مطابقين" : "محاولات كثيرة. انتظر");
        }
        guesser.writes("كلمة السر", PASSWORD).clicks("ادخل").reads("محاولات كثيرة. انتظر 15 دقيقة");
    }
}
