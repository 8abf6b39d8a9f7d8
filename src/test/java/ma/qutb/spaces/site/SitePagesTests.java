package ma.qutb.spaces.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ma.qutb.kernel.Refusal;
import ma.qutb.kernel.Scope;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.TerritoryCode;
import ma.qutb.spaces.Sites;
import ma.qutb.spaces.SpacesModuleTest;
import ma.qutb.spaces.SpacesPermission.Code;
import ma.qutb.support.TestActor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.MockMvc;

/** Sites, as the director enters them and whoever asks reads what is published of them. */
@SpacesModuleTest
class SitePagesTests {

    private static final Authentication DIRECTOR =
            TestActor.with(Code.SEE, Code.MANAGE_SITES, "registry.see-organisations");

    @Autowired
    MockMvc web;

    @Autowired
    Sites sites;

    @Autowired
    KeepingSites keeping;

    @Test
    void theRealSitesAreThereWithWhatIsPublishedOfThem() throws Exception {
        var complex = sites.called("GUE-C78").orElseThrow();
        web.perform(get("/app/spaces/sites").with(authentication(DIRECTOR)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("مجمع الصناعة التقليدية بطاطا")));
        web.perform(get("/app/spaces/sites/" + complex.id()).with(authentication(DIRECTOR)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("26 صانعة وصانعا")))
                .andExpect(content().string(containsString("660")))
                .andExpect(content().string(containsString("/ar/figures/sources/")));
    }

    @Test
    void thePoleShowsTheHundredShopsThePublicationsNameAndInventsNone() throws Exception {
        var pole = sites.called("GUE-POLE").orElseThrow();
        web.perform(get("/app/spaces/sites/" + pole.id()).with(authentication(DIRECTOR)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("محل مهني")))
                .andExpect(content().string(containsString("لم تسجل لهذا الموقع محلات بعد")));
    }

    @Test
    void aSiteOutsideTheScopeIsNotFound() throws Exception {
        var tata = sites.called("TAT-C").orElseThrow();
        var guelmim = TestActor.within(new Scope.Within(Set.of("P-GUE")), Code.SEE);
        web.perform(get("/app/spaces/sites/" + tata.id()).with(authentication(guelmim)))
                .andExpect(status().isNotFound());
        web.perform(get("/app/spaces/sites").with(authentication(guelmim)))
                .andExpect(status().isOk())
                .andExpect(content().string(org.hamcrest.Matchers.not(containsString("TAT-C"))));
    }

    @Test
    void aNewSiteIsEnteredByTheFormAndChangedByAnother() throws Exception {
        var code = "S-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        web.perform(form("/app/spaces/sites", "in_use").param("code", code)).andExpect(status().is3xxRedirection());
        var site = sites.called(code).orElseThrow();
        assertThat(site.kind()).isEqualTo("market");
        web.perform(get("/app/spaces/sites/" + site.id() + "/details").with(authentication(DIRECTOR)))
                .andExpect(status().isOk());
        web.perform(form("/app/spaces/sites/" + site.id() + "/details", "planned"))
                .andExpect(status().is3xxRedirection());
        assertThat(sites.called(code).orElseThrow().state()).isEqualTo("planned");
        web.perform(form("/app/spaces/sites", "in_use").param("code", code))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("لموقع آخر")));
        web.perform(form("/app/spaces/sites", "in_use").param("code", "x"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("بين 2 و21")));
    }

    @Test
    void aCodeIsGivenOnce() {
        var details = new KeepingSites.Details(
                "GUE-POLE",
                "market",
                new LocalName("سوق", "Marché", "Market"),
                new TerritoryCode("C-GUE"),
                Optional.empty(),
                "in_use");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> keeping.enter(details, false))
                .withMessage("spaces.site.refusal.code-taken");
        var malformed = new KeepingSites.Details(
                "é", details.kind(), details.name(), details.territory(), Optional.empty(), details.state());
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> keeping.enter(malformed, false))
                .withMessage("spaces.site.refusal.code-form");
    }

    private static org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder form(
            String path, String state) {
        return post(path)
                .with(authentication(DIRECTOR))
                .with(csrf())
                .param("nameArabic", "سوق تجريبي")
                .param("nameFrench", "Marché d’essai")
                .param("kind", "market")
                .param("state", state)
                .param("place", "C-GUE");
    }
}
