package ma.qutb.programmes.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Language;
import ma.qutb.programmes.ProgrammesModuleTest;
import ma.qutb.programmes.fact.Facts;
import ma.qutb.shell.HomeFacts;
import ma.qutb.shell.search.SearchSource;
import ma.qutb.support.TestActor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** The facts on the home page and in the search box. */
@ProgrammesModuleTest
class ElsewhereTests {

    @Autowired
    MockMvc web;

    @Autowired
    HomeFacts home;

    @Autowired
    Facts facts;

    @Autowired
    List<SearchSource> sources;

    @Test
    void everyFigureOfTheHomePageLeadsToItsFactAndSaysWhoDisagrees() {
        for (var language : Language.values()) {
            for (var figure : home.region(language)) {
                var id = String.valueOf(figure.path()).substring("/figures/facts/".length());
                var fact = facts.get(id);
                assertThat(figure.source()).isNotBlank();
                assertThat(figure.caution() == null)
                        .as(id)
                        .isEqualTo(fact.discrepancies().isEmpty());
            }
        }
        assertThat(home.region(Language.FR)).extracting(HomeFacts.Figure::value).contains("50", "88");
    }

    @Test
    void theHomePageShowsThePolePrizesAndMedals() throws Exception {
        var page = web.perform(get("/ar"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(page)
                .doesNotContain("⟦")
                .contains("24 نونبر 2025")
                .contains("فاطمة أوعلا")
                .contains("103 ≠ 88")
                .contains("/ar/figures/facts/indicators:IND-20");
    }

    @ParameterizedTest
    @CsvSource({
        "tannerie semara, PRJ-12",
        "مدبغه, PRJ-12",
        "Agence du Sud, ORG-AGSUD",
        "وكالة الجنوب, ORG-AGSUD",
        "Bouhalban, sources:003",
        "sahara.ma, sources:004"
    })
    void theSearchBoxFindsWhatThePublicationsName(String typed, String id) {
        var actor = (Actor) TestActor.with().getPrincipal();
        assertThat(sources.stream().flatMap(it -> it.find(typed, actor, Language.FR, 8).stream()))
                .anyMatch(it ->
                        it.path().startsWith("/fr/figures/facts/") && it.path().contains(id));
    }
}
