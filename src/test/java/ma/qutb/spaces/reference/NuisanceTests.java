package ma.qutb.spaces.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.StandingClock;
import ma.qutb.registry.CraftCode;
import ma.qutb.shell.search.SearchSource;
import ma.qutb.spaces.CraftNuisances;
import ma.qutb.spaces.Nuisance;
import ma.qutb.spaces.SpacesModuleTest;
import ma.qutb.spaces.SpacesPermission.Code;
import ma.qutb.spaces.TestSite;
import ma.qutb.support.TestActor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.MockMvc;

/** What crafts bring with them is decided from a day on. */
@SpacesModuleTest
class NuisanceTests {

    private static final Authentication DIRECTOR = TestActor.with(Code.SEE, Code.MANAGE_SITES);
    private static final CraftCode JEWELLERY = new CraftCode("JEW");

    @Autowired
    MockMvc web;

    @Autowired
    ChangingNuisance changing;

    @Autowired
    CraftNuisances nuisances;

    @Autowired
    StandingClock clock;

    @Autowired
    TestSite site;

    @Autowired
    @Qualifier("unitSearch")
    SearchSource search;

    @Test
    void aCraftBringsWhatWasDecidedFromThatDayOnAndThePageSaysByWhom() throws Exception {
        var before = nuisances.on(clock.today()).get(JEWELLERY);
        var day = clock.today().plusDays(40);
        web.perform(get("/app/spaces/nuisance/change").with(authentication(DIRECTOR)))
                .andExpect(status().isOk());
        web.perform(change(day).param("craft", "JEW")).andExpect(status().is3xxRedirection());
        assertThat(nuisances.on(clock.today()).get(JEWELLERY)).isEqualTo(before);
        assertThat(nuisances.on(day).get(JEWELLERY)).isEqualTo(new Nuisance(1, 2, 3, 0));
        web.perform(get("/app/spaces/nuisance").with(authentication(DIRECTOR)))
                .andExpect(content().string(containsString("نزهة")))
                .andExpect(content().string(not(containsString("⟦"))));
        web.perform(change(day).param("craft", "JEW"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("هناك تغيير لهذه الحرفة")));
    }

    @Test
    void whatIsPastAndCraftsNobodyKnowsAreNotChanged() {
        refused("past", JEWELLERY, clock.today().minusDays(1));
        refused("craft", new CraftCode("XXX"), clock.today());
        changing.change(new CraftCode("WOD"), Nuisance.NONE, clock.today().plusDays(5), "نزهة");
        refused("known", new CraftCode("WOD"), clock.today().plusDays(5));
    }

    @Test
    void theSearchBoxFindsAUnitByItsNumberWhereItsReaderMayLook() {
        var unit = site.unit(site.drawn(12), "12");
        var reader = (ma.qutb.kernel.Actor) DIRECTOR.getPrincipal();
        assertThat(search.find("12", reader, Language.FR, 500))
                .extracting(SearchSource.Hit::path)
                .contains("/app/spaces/units/" + unit.id());
        var stranger =
                (ma.qutb.kernel.Actor) TestActor.with("registry.see-people").getPrincipal();
        assertThat(search.find("12", stranger, Language.FR, 500)).isEmpty();
    }

    private void refused(String code, CraftCode craft, LocalDate day) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> changing.change(craft, Nuisance.NONE, day, "نزهة"))
                .withMessage("spaces.nuisance.refusal." + code);
    }

    private static org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder change(LocalDate day) {
        return post("/app/spaces/nuisance/change")
                .with(authentication(DIRECTOR))
                .with(csrf())
                .param("noise", "1")
                .param("dust", "2")
                .param("fire", "3")
                .param("smell", "0")
                .param("from", day.toString());
    }
}
