package ma.qutb.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An artisan with a cheap phone: her record, what is wrong in it, what people may see of her, a quick way in. */
@BrowserTest
class ArtisanJourneyTests {

    @LocalServerPort
    int port;

    @Test
    void correctsHerRecordAnswersForHerselfAndHearsBack() {
        try (var artisan = Visitor.onPhoneThatKeepsPages(port, "ar").signIn("artisan");
                var registrar = Visitor.onDesktop(port, "ar").signIn("registrar")) {
            var name = artisan.page().locator("h1").innerText().strip();
            artisan.reads("السلام عليكم", "رقمي في السجل");
            saysThatTheAddressIsWrong(artisan);
            registrarAccepts(registrar, name);
            artisan.go("/me");
            hears(artisan).reads("قُبل تصحيحك وتغير سجلك");
            artisan.clicks("أنا").reads("قرب الفرن الجديد");

            saysYesAndThenNo(artisan);
            artisan.clicks("وثائقي").reads("بطاقتي ووثائقي");
            comesInWithFourFigures(artisan);
            assertThat(artisan.complaints()).isEmpty();
            losesTheNetwork(artisan);

            assertThat(registrar.complaints()).isEmpty();
        }
    }

    private static void saysThatTheAddressIsWrong(Visitor artisan) {
        artisan.clicks("أنا").reads("الهاتف", "العنوان");
        assertThat(artisan.scrollsSideways()).isFalse();
        artisan.clicks("صحح العنوان").reads("أين تسكن الآن؟");
        artisan.clicks("أرسل").reads("لم يتغير شيء. اكتب ما هو صحيح ثم أرسل.");
        artisan.writes("قرب ماذا؟", "قرب الفرن الجديد").clicks("أرسل").reads("وصلنا تصحيحك. سنراجعه ونخبرك.", "ينتظر");
    }

    /** However much else there is to hear. */
    private static Visitor hears(Visitor visitor) {
        visitor.page().getByLabel(Pattern.compile("إشعار.* جديد")).first().click();
        return visitor;
    }

    private static void registrarAccepts(Visitor registrar, String name) {
        registrar.go("/app");
        hears(registrar).reads("تصحيح جديد مقترح في السجل رقم");
        registrar.opensFromMenu("تصحيحات مقترحة").readsTogether(name, "العنوان");
        registrar.page().locator("tbody a").first().click();
        registrar.readsTogether("العنوان", "قرب الفرن الجديد").clicks("قبول").reads("قُبل التصحيح وتغير السجل");
    }

    private static void saysYesAndThenNo(Visitor artisan) {
        artisan.clicks("البيت")
                .clicks("موافقتي ماذا يرى الناس عني")
                .clicks("هل نُظهر هاتفك ليتصل بك الزبناء؟ بلا جواب")
                .clicks("نعم")
                .reads("سجلنا: نعم");
        artisan.go("/me");
        artisan.clicks("موافقتي ماذا يرى الناس عني")
                .clicks("هل نُظهر هاتفك ليتصل بك الزبناء؟ نعم")
                .reads("أجبت من قبل: نعم")
                .clicks("لا")
                .reads("سجلنا: لا");
    }

    private static void comesInWithFourFigures(Visitor artisan) {
        artisan.clicks("حسابي")
                .reads("الدخول السريع على هذا الهاتف")
                .writes("رمزك من أربعة أرقام", "1234")
                .clicks("احفظ الرمز")
                .reads("هذا الرمز سهل. اختر أربعة أرقام أخرى.")
                .writes("رمزك من أربعة أرقام", "7305")
                .clicks("احفظ الرمز")
                .reads("حفظ الرمز لهذا الهاتف.")
                .clicks("تسجيل الخروج");
        artisan.go("/sign-in");
        artisan.reads("هذا الهاتف يعرفك. المس صورتك.");
        for (var figure : "7305".split("")) {
            artisan.clicks(figure);
        }
        artisan.reads("رقمي في السجل");
        artisan.clicks("حسابي").clicks("انس رمزي على هذا الهاتف").reads("نسي هذا الهاتف رمزك.");
    }

    private static void losesTheNetwork(Visitor artisan) {
        var phone = artisan.page();
        phone.waitForCondition(() -> (Boolean) phone.evaluate("!!navigator.serviceWorker.controller"));
        phone.context().setOffline(true);
        artisan.clicks("أنا").reads("انقطع الاتصال", "ما كتبته في الاستمارات محفوظ");
        phone.context().setOffline(false);
        artisan.clicks("أعد المحاولة").reads("معطياتي");
    }
}
