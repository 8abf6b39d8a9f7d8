package ma.qutb.programmes.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.Role;
import ma.qutb.kernel.Scope;
import ma.qutb.programmes.ProgrammesModuleTest;
import ma.qutb.registry.RegistryCounts;
import ma.qutb.shell.Texts;
import ma.qutb.support.TestActor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.MockMvc;

@ProgrammesModuleTest
class DashboardTests {

    private static final Authentication DIRECTOR = as(
            Role.DIRECTOR,
            "programmes.see-dashboard",
            "registry.see-people",
            "registry.see-organisations",
            "registry.see-changes");

    @Autowired
    MockMvc web;

    @Autowired
    RegistryCounts counts;

    @Autowired
    Texts texts;

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void showsTheRegistryAndTheRegionWithTheWayToEachSource(String language) throws Exception {
        var page = web.perform(get("/app/dashboard")
                        .cookie(new Cookie("lang", language))
                        .with(authentication(DIRECTOR)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);

        assertThat(page)
                .doesNotContain("⟦")
                .contains("href=\"/" + language + "/figures/facts/indicators:IND-28\"")
                .contains("data-discrepancy=\"D01\"")
                .contains("data-count=\"artisan\"")
                .contains("data-count=\"cooperative\"");
    }

    @Test
    void isOnlyForThoseWhoMaySeeIt() throws Exception {
        web.perform(get("/app/dashboard").with(authentication(as(Role.TRAINER, "registry.see-people"))))
                .andExpect(status().isForbidden());
        web.perform(get("/app/dashboard")).andExpect(status().is3xxRedirection());
    }

    @Test
    void staffBeginWhereItSuitsThem() throws Exception {
        web.perform(get("/app").with(authentication(DIRECTOR))).andExpect(redirectedUrl("/app/dashboard"));
        web.perform(get("/app").with(authentication(as(Role.REGISTRAR, "registry.see-people"))))
                .andExpect(redirectedUrl("/app/people"));
        web.perform(get("/app").with(authentication(as(Role.TRAINER, "registry.see-people"))))
                .andExpect(status().isOk());
    }

    @Test
    void countsOnlyWhatTheUserMaySee() {
        var trainer = (TestActor) as(Role.TRAINER, "registry.see-people").getPrincipal();
        assertThat(counts.of(trainer)).extracting(RegistryCounts.Count::kind).containsExactly("artisan", "person");

        var nowhere = new TestActor(
                UUID.randomUUID(),
                "",
                Set.of(Role.TRAINER),
                Set.of("registry.see-people"),
                Scope.NOWHERE,
                Optional.empty());
        assertThat(counts.of(nowhere)).allMatch(it -> it.real() == 0 && it.demonstration() == 0);
    }

    @Test
    void everyCountLeadsToTheListOfWhatItCounted() throws Exception {
        for (var count : counts.of((Actor) DIRECTOR.getPrincipal())) {
            for (var way : Map.of(count.path(), count.real(), count.demonstrationPath(), count.demonstration())
                    .entrySet()) {
                web.perform(get(way.getKey()).cookie(new Cookie("lang", "en")).with(authentication(DIRECTOR)))
                        .andExpect(status().isOk())
                        .andExpect(content()
                                .string(containsString(texts.say(Language.EN, "shell.list.count", way.getValue()))));
            }
        }
    }

    private static Authentication as(Role role, String... permissions) {
        return new TestActor(
                        UUID.randomUUID(),
                        "سلمى",
                        Set.of(role),
                        Set.of(permissions),
                        Scope.EVERYWHERE,
                        Optional.empty())
                .authentication();
    }
}
