package ma.qutb.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import ma.qutb.documents.pdf.PrintedQr;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The first day of a registrar: from the public page to a list brought from somebody's computer, its errors, somebody
 * written twice, and a card that anybody can verify.
 */
@BrowserTest
class RegistrarJourneyTests {

    /** As office software of the region writes it: French headings, Windows-1256, whatever was typed. */
    private static final String MESSY = """
            Nom et prénom;Sexe;Date de naissance;CIN;Tél;Commune;Métier;N° RNA
            العزة بوسحاب;F;12/03/1979;JA 771201;06 77 12 01 01;كلميم;النسيج التقليدي;
            محمد سالم بوسحاب;M;31/02/1985;JA771202;0677120102;كلميم;الصياغة;
            Hassan Bousahab;M;1990;JA771203;06-77-12;Guelmim;الصياغة;
            خديجة بوسحاب;F;01.05.1988;JA771204;+212677120104;طان طان;الطرز;
            خديجة بوسهاب;F;01.05.1988;JA771204;0677120105;طان طان;الطرز;
            Mbarka Ouchen Bousahab;F;1972;;0677120106;Guelmim;النسيج التقليدي;
            عبد الله بوسحاب;M;1965;JA771207;0677120107;أطلنتيد;الخزف الفضائي;
            """;

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    @Test
    void bringsAMessyListIntoOrderAndPrintsACardThatVerifies() throws Exception {
        try (var registrar = Visitor.onDesktop(port, "ar");
                var passer = Visitor.onPhone(port, "ar")) {
            readsTheHomePageAndSignsIn(registrar);
            registersSomebody(registrar);
            bringsTheList(registrar);
            bringsTheCorrectedRows(registrar);
            mergesWhoWasWrittenTwice(registrar);
            printsACardThatVerifies(registrar, passer);

            assertThat(registrar.complaints()).isEmpty();
            assertThat(passer.complaints()).isEmpty();
        }
    }

    private void readsTheHomePageAndSignsIn(Visitor registrar) {
        registrar.go("/");
        registrar.reads("قطعة لها صاحب، وقصة، وثمن واضح", "القطب في أربعة أجزاء");
        registrar
                .clicks("Français")
                .reads("Le pôle en quatre parties")
                .clicks("العربية")
                .reads("اختر حرفة");
        registrar
                .clicks("الدخول")
                .writes("اسم المستعمل أو الهاتف أو البريد الإلكتروني", "registrar")
                .writes("كلمة السر", "qutb-demo")
                .clicks("ادخل")
                .reads("سجل الأشخاص");
    }

    private void registersSomebody(Visitor registrar) {
        registrar
                .clicks("تسجيل شخص")
                .writes("الاسم الشخصي بالعربية", "امباركة")
                .writes("الاسم العائلي بالعربية", "أوشن بوسحاب")
                .ticks("امرأة")
                .writes("أو السنة فقط", "1972")
                .writes("رقم وثيقة التعريف", "JA771200")
                .writes("الهاتف", "0677120100")
                .chooses("الجماعة أو الدوار", "كلميم")
                .ticks("يزاول حرفة")
                .chooses("الحرفة الرئيسية", "النسيج التقليدي")
                .clicks("حفظ")
                .reads("سُجل امباركة أوشن بوسحاب", "06 77 12 01 00");
    }

    private void bringsTheList(Visitor registrar) throws IOException {
        var file = Files.write(
                folder.resolve("artisans guelmim (1).csv"), MESSY.getBytes(Charset.forName("windows-1256")));
        registrar
                .opensFromMenu("استيراد اللوائح")
                .clicks("لائحة أشخاص وصناع")
                .gives("ملف اللائحة", file)
                .clicks("متابعة")
                .reads("ترميز الملف", "Date de naissance")
                .clicks("جرّب الصفوف")
                .reads("صفوف مرفوضة");
        registrar
                .readsTogether("3", "تاريخ الازدياد", "31/02/1985")
                .readsTogether("4", "الهاتف", "06-77-12")
                .readsTogether("6", "رقم البطاقة الوطنية", "JA771204", "السطر 5")
                .readsTogether("8", "الجماعة", "أطلنتيد")
                .readsTogether("8", "الحرفة", "الخزف الفضائي");
        registrar.clicks("المرفوضة والتنبيهات").readsTogether("7", "يشبه صاحب السجل رقم");
    }

    private void bringsTheCorrectedRows(Visitor registrar) throws IOException {
        var errors = Files.readString(registrar.downloads("نزّل 4 صفوف مرفوضة لتصحيحها"));
        assertThat(errors).contains("سبب الرفض", "31/02/1985").doesNotContain("العزة بوسحاب");
        registrar.clicks("أدخل 3 صفوف سليمة").reads("دخلت الصفوف السليمة كلها.");

        var corrected = Files.writeString(
                folder.resolve("corrected.csv"),
                errors.replace("31/02/1985", "28/02/1985")
                        .replace("06-77-12", "06-77-12-01-03")
                        .replace("خديجة بوسهاب", "مريم بوسهاب")
                        .replace("JA771204", "JA771205")
                        .replace("أطلنتيد", "أسا")
                        .replace("الخزف الفضائي", "الفخار"),
                StandardCharsets.UTF_8);
        registrar
                .clicks("استورد ملفا آخر")
                .gives("ملف اللائحة", corrected)
                .clicks("متابعة")
                .reads("سبب الرفض")
                .clicks("جرّب الصفوف")
                .clicks("أدخل 4 صفوف سليمة")
                .reads("دخلت الصفوف السليمة كلها.")
                .readsTogether("سجلات جديدة", "4");

        registrar
                .clicks("استورد ملفا آخر")
                .gives("ملف اللائحة", corrected)
                .clicks("متابعة")
                .clicks("جرّب الصفوف")
                .readsTogether("موجودة من قبل", "4")
                .reads("كل صفوف هذا الملف دخلت من قبل. لا يتغير شيء في السجل.");
        assertThat(registrar.isOffered("أدخل 4 صفوف سليمة")).isFalse();
    }

    private void mergesWhoWasWrittenTwice(Visitor registrar) {
        registrar
                .opensFromMenu("سجلات مكررة")
                .waitsFor("Mbarka Ouchen Bousahab")
                .clicksBeside("Mbarka Ouchen Bousahab", "مقارنة")
                .reads("هل هو الشخص نفسه؟", "06 77 12 01 00", "06 77 12 01 06");
        var keep = registrar.wordsOfTheOne("الإبقاء على امباركة أوشن بوسحاب");
        registrar.clicks(keep).reads("دُمج السجلان.").clicks("التراجع عن الدمج").reads("تم التراجع عن الدمج");
        registrar.clicks(keep).reads("تم دمج السجلين");
    }

    private void printsACardThatVerifies(Visitor registrar, Visitor passer) throws Exception {
        registrar
                .opensFromMenu("الأشخاص")
                .searches("الاسم أو الهاتف أو الرقم", "خديجة بوسحاب")
                .clicks("خديجة بوسحاب")
                .clicks("الوثائق")
                .clicks("إصدار البطاقة")
                .reads("صدرت البطاقة رقم", "سارية");
        String number;
        String code;
        try (var card = Loader.loadPDF(registrar.opensPaper("طباعة على بطاقة"))) {
            var printed = new PDFTextStripper().getText(card);
            number = found("CA-[0-9]{4}-[0-9]{6}", printed);
            code = found("[0-9A-Z]{4}-[0-9A-Z]{4}", printed.replace(number, ""));
            var qr = PrintedQr.read(card, 1);
            passer.go(URI.create(qr).getPath());
        }
        passer.reads("وثيقة صحيحة", number, "خديجة بوسحاب", "الطرز").doesNotRead("JA771204");
        assertThat(passer.scrollsSideways()).isFalse();
        passer.clicks("تحقق من وثيقة")
                .writes("رقم الوثيقة", number)
                .writes("رمز التحقق", code.toLowerCase(Locale.ROOT))
                .clicks("تحقق")
                .reads("وثيقة صحيحة");

        registrar
                .opensFromMenu("الوثائق")
                .clicks(number)
                .writes("سبب الإلغاء", "ضاعت البطاقة")
                .clicks("ألغ الوثيقة")
                .reads("ألغيت الوثيقة " + number);
        passer.page().reload();
        passer.reads("وثيقة ملغاة", "لا تعتمد عليها").doesNotRead("ضاعت البطاقة");
    }

    private static String found(String pattern, String text) {
        var found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as("%s in: %s", pattern, text).isTrue();
        return found.group();
    }
}
