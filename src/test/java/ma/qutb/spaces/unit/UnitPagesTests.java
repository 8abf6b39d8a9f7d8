package ma.qutb.spaces.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Optional;
import ma.qutb.registry.CraftCode;
import ma.qutb.spaces.SiteId;
import ma.qutb.spaces.SpacesModuleTest;
import ma.qutb.spaces.SpacesPermission.Code;
import ma.qutb.spaces.TestSite;
import ma.qutb.spaces.UnitKind;
import ma.qutb.support.TestActor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Units as the manager of the zone enters and changes them. */
@SpacesModuleTest
class UnitPagesTests {

    private static final Authentication MANAGER = TestActor.with(
            Code.SEE, Code.MANAGE_UNITS, Code.INSPECT, "registry.see-people", "registry.see-organisations");

    @Autowired
    MockMvc web;

    @Autowired
    TestSite test;

    @Autowired
    ma.qutb.shell.Texts texts;

    SiteId site;

    @BeforeEach
    void aSite() {
        site = test.drawn(12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/details", "/state", "/split", "/merge"})
    void everyPageOfAUnitOpens(String page) throws Exception {
        var unit = test.unit(site, "3");
        test.let(unit, test.today().minusMonths(1), Optional.empty());
        web.perform(get("/app/spaces/units/" + unit.id() + page).with(authentication(MANAGER)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("3")));
    }

    @Test
    void theListShowsWhatIsFreeToday() throws Exception {
        test.let(test.unit(site, "3"), test.today(), Optional.empty());
        web.perform(get("/app/spaces/units?state=let&site=" + site).with(authentication(MANAGER)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("مكترى")));
    }

    @Test
    void aUnitIsEnteredAndChangedByItsForm() throws Exception {
        web.perform(get("/app/spaces/sites/" + site + "/units/new").with(authentication(MANAGER)))
                .andExpect(status().isOk());
        web.perform(form("/app/spaces/sites/" + site + "/units", "K1")).andExpect(status().is3xxRedirection());
        var unit = test.unit(site, "K1");
        assertThat(unit.kind()).isEqualTo(UnitKind.KIOSK);
        assertThat(unit.area()).contains(1250);
        assertThat(unit.accessible()).isTrue();
        assertThat(unit.crafts()).containsExactly(new CraftCode("JEW"));
        assertThat(unit.bears().fire()).isEqualTo(2);

        web.perform(form("/app/spaces/units/" + unit.id() + "/details", "K2")).andExpect(status().is3xxRedirection());
        assertThat(test.unit(site, "K2").id()).isEqualTo(unit.id());
        web.perform(form("/app/spaces/units/" + unit.id() + "/details", "3"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("محل آخر رقمه 3")));
        web.perform(form("/app/spaces/sites/" + site + "/units", "ب").param("power", "2000"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(containsString(
                                texts.say(ma.qutb.kernel.Language.AR, "spaces.unit.refusal.too-much-power"))));
    }

    @Test
    void aUnitIsClosedSplitAndMergedByItsForms() throws Exception {
        var today = test.today().toString();
        var three = test.unit(site, "3");
        web.perform(act(three.id() + "/state")
                        .param("state", "closed")
                        .param("day", today)
                        .param("reason", "السقف"))
                .andExpect(status().is3xxRedirection());
        web.perform(act(three.id() + "/split")
                        .param("day", today)
                        .param("reason", "طلبان")
                        .param("number1", "3/a")
                        .param("area1", "10")
                        .param("number2", "3/b")
                        .param("area2", "10"))
                .andExpect(status().is3xxRedirection());
        assertThat(test.unit(site, "3/A").area()).contains(1000);
        web.perform(get("/app/spaces/units/" + three.id()).with(authentication(MANAGER)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("لم يعد هذا المحل قائما")));
        var seven = test.unit(site, "7");
        web.perform(act(seven.id() + "/merge")
                        .param("day", today)
                        .param("number", "7")
                        .param("reason", "توسع")
                        .param("with-" + test.unit(site, "8").id(), "true"))
                .andExpect(status().is3xxRedirection());
        assertThat(test.unit(site, "7").area()).contains(4000);
    }

    private static MockHttpServletRequestBuilder act(String path) {
        return post("/app/spaces/units/" + path).with(authentication(MANAGER)).with(csrf());
    }

    private static MockHttpServletRequestBuilder form(String path, String number) {
        return post(path)
                .with(authentication(MANAGER))
                .with(csrf())
                .param("number", number)
                .param("kind", "kiosk")
                .param("area", "12,5")
                .param("accessible", "true")
                .param("fire", "2")
                .param("craft-JEW", "true");
    }
}
