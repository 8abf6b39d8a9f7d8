package ma.qutb.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Language;
import ma.qutb.support.TestActor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

class TagTests {

    private static final Actor REGISTRAR =
            (Actor) TestActor.with("shell.see-style").getPrincipal();

    record Form(String phone) {}

    @ParameterizedTest
    @EnumSource(names = {"AR", "FR", "EN"})
    void theStylePageDrawsEveryTagWithoutAMissingText(Language language) {
        var drawn = Drawn.template(
                        "shell/style", Drawn.page(language, "/app/style", REGISTRAR), Map.of("errors", refused()))
                .replace("⟦role.registrar⟧", "");

        assertThat(drawn)
                .contains("<html lang=\"" + language.code() + "\" dir=\"" + language.direction() + "\">")
                .doesNotContain("⟦");
    }

    @ParameterizedTest
    @EnumSource
    void theHomePageDrawsInEveryLanguageWithoutAnyFigure(Language language) {
        var drawn = Drawn.template(
                "shell/home/home",
                Drawn.page(language, "/" + language.code(), null),
                Map.of("facts", java.util.Optional.empty()));

        assertThat(drawn)
                .contains(
                        "hreflang=\"zgh\"",
                        "<link rel=\"canonical\" href=\"https://qutb.example/" + language.code() + "\">")
                .doesNotContain("⟦");
    }

    @Test
    void aRefusedFieldKeepsWhatWasTypedAndSaysWhyBeneath() {
        var drawn = Drawn.template(
                "tag/field",
                arabic(),
                Map.of("name", "phone", "label", "الهاتف", "type", "tel", "value", "", "errors", refused()));

        assertThat(drawn)
                .contains(
                        "value=\"06 12 34\"",
                        "aria-invalid=\"true\"",
                        "aria-describedby=\"f-phone-error\"",
                        "dir=\"ltr\"")
                .contains("06 00 00 00 00");
    }

    @Test
    void theListOfErrorsLeadsToEachFieldAndShowsWhatConcernsNone() {
        var errors = refused();
        errors.addError(new ObjectError("form", new String[] {"shell.state.refused.title"}, null, null));

        assertThat(Drawn.template("tag/errors", arabic(), Map.of("errors", errors)))
                .contains("href=\"#f-phone\"", "خانة واحدة تحتاج تصحيحا", "لا يمكن تنفيذ هذا الطلب");
    }

    @Test
    void aPasswordIsNeverSentBack() {
        assertThat(Drawn.template(
                        "tag/field",
                        arabic(),
                        Map.of("name", "password", "label", "-", "type", "password", "value", "secret")))
                .doesNotContain("secret");
    }

    @Test
    void whatPeopleTypeCannotBecomeMarkup() {
        assertThat(Drawn.template("tag/person", arabic(), Map.of("name", "<script>alert(1)</script>")))
                .doesNotContain("<script>")
                .contains("&lt;script&gt;");
    }

    @Test
    void amountsAreWrittenAsEachLanguageWritesThem() {
        assertThat(money(Language.AR)).contains("1.285.835,50</span> درهم");
        assertThat(money(Language.FR)).contains("1\u202f285\u202f835,50</span> MAD");
        assertThat(money(Language.EN)).contains("MAD <span class=\"q-num\">1,285,835.50");
    }

    @Test
    void aPickedChoiceStaysPicked() {
        assertThat(Drawn.template(
                        "tag/select",
                        arabic(),
                        Map.of(
                                "name",
                                "craft",
                                "label",
                                "-",
                                "value",
                                "LEA",
                                "choices",
                                List.of(
                                        new Choice("JEW", "صياغة"),
                                        Choice.under("الجلد", "LEA", "المصنوعات الجلدية")))))
                .contains("<optgroup label=\"الجلد\">", "<option value=\"LEA\" selected>")
                .doesNotContain("value=\"JEW\" selected");
    }

    private static String money(Language language) {
        return Drawn.template("tag/money", Drawn.page(language, "/app", null), Map.of("centimes", 128_583_550L));
    }

    private static Page arabic() {
        return Drawn.page(Language.AR, "/app", REGISTRAR);
    }

    private static BeanPropertyBindingResult refused() {
        var errors = new BeanPropertyBindingResult(new Form(""), "form");
        errors.addError(new FieldError(
                "form",
                "phone",
                "06 12 34",
                false,
                new String[] {"shell.style.phone.short"},
                new Object[] {"06 00 00 00 00"},
                null));
        return errors;
    }
}
