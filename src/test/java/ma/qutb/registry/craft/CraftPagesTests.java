package ma.qutb.registry.craft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ma.qutb.kernel.Scope;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.RegistryModuleTest;
import ma.qutb.registry.RegistryPermission.Code;
import ma.qutb.registry.headcount.Counting;
import ma.qutb.registry.headcount.Headcount;
import ma.qutb.registry.search.SearchEntry.Kind;
import ma.qutb.registry.search.SearchIndex;
import ma.qutb.registry.search.SearchQuery;
import ma.qutb.support.TestActor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;

@RegistryModuleTest
@Transactional
class CraftPagesTests {

    private static final Authentication DIRECTOR =
            TestActor.with(Code.SEE_CRAFTS, Code.EDIT_CRAFTS, Code.SEE_CHANGES, Code.SEE_PEOPLE);
    private static final Authentication FUNDER = TestActor.with(Code.SEE_CRAFTS);

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient database;

    @Autowired
    Counting counting;

    @Autowired
    SearchIndex search;

    @Test
    void familiesShowTheirCraftsInTheReadersLanguage() throws Exception {
        web.perform(get("/app/crafts").with(authentication(FUNDER)))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("المصنوعات الجلدية"),
                                containsString("تاسوفرة"),
                                containsString("لا مصدر بعد"),
                                containsString("href=\"/app/crafts/TAN\""),
                                not(containsString("⟦")))));
        web.perform(get("/app/crafts").cookie(new Cookie("lang", "fr")).with(authentication(FUNDER)))
                .andExpect(content().string(allOf(containsString("Tannerie"), containsString("cuir"))));
    }

    @Test
    void everyPageHasItsTextsInThreeLanguages() throws Exception {
        for (var language : List.of("ar", "fr", "en")) {
            for (var page : List.of("", "/WEV", "/TGH", "/TGH/changes")) {
                web.perform(get("/app/crafts" + page)
                                .cookie(new Cookie("lang", language))
                                .with(authentication(DIRECTOR)))
                        .andExpect(status().isOk())
                        .andExpect(content().string(not(containsString("⟦"))));
            }
        }
    }

    @Test
    void aCraftIsNamedInFiveLanguages() throws Exception {
        web.perform(get("/app/crafts/LBG").with(authentication(FUNDER)))
                .andExpect(content()
                        .string(allOf(
                                containsString("حقائب السفر"),
                                containsString("Sacs de voyage"),
                                containsString("Leather travel bags"),
                                containsString("Bolsas y cojines"),
                                containsString("ⵜⵉⵡⵍⴽⵉⵡⵉⵏ"))));
    }

    @Test
    void aCraftNobodyKnowsIsNotFound() throws Exception {
        for (var code : List.of("XYZ", "nothing-like-a-code")) {
            web.perform(get("/app/crafts/" + code).with(authentication(DIRECTOR)))
                    .andExpect(status().isNotFound());
        }
    }

    @Test
    void nobodyDeclaresACraftEndangeredWithoutASource() throws Exception {
        declare("TGH", "true", "2024-03-01", "  ")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(containsString("f-source-error"), containsString("value=\"2024-03-01\""))));
        assertThat(standings("TGH")).isZero();
    }

    @Test
    void aDayToComeIsRefusedBesideItsField() throws Exception {
        declare("TGH", "true", "2190-03-01", "دراسة 12")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(containsString("f-saidOn-error"), containsString("value=\"دراسة 12\""))));
    }

    @Test
    void whatWasSaidBeforeStaysAndTheLatestHolds() throws Exception {
        declare("TGH", "true", "2024-03-01", "دراسة 2024").andExpect(redirectedUrl("/app/crafts/TGH"));
        declare("TGH", "false", "2019-01-15", "محضر 2019").andExpect(redirectedUrl("/app/crafts/TGH"));
        declare("TGH", "false", "2019-01-15", "محضر 2019").andExpect(redirectedUrl("/app/crafts/TGH"));

        assertThat(standings("TGH")).isEqualTo(2);
        assertThat(database.sql("select endangered_source from registry.craft where code = 'TGH' and endangered")
                        .query(String.class)
                        .single())
                .isEqualTo("دراسة 2024");
        web.perform(get("/app/crafts/TGH").with(authentication(FUNDER)))
                .andExpect(content().string(allOf(containsString("دراسة 2024"), containsString("محضر 2019"))));
        web.perform(get("/app/crafts/TGH/changes").with(authentication(DIRECTOR)))
                .andExpect(content().string(containsString("وضع الحرفة")));
    }

    @Test
    void whatWasSaidCannotBeErased() {
        assertThat(database.sql(
                                "select has_table_privilege('qutb_application', 'registry.craft_standing', 'delete, update')")
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    @Test
    void aWordOfTheRegionFindsItsCraft() throws Exception {
        send(post("/app/crafts/MAT/words").param("language", "ar").param("word", "تكشبيلة"))
                .andExpect(redirectedUrl("/app/crafts/MAT"));

        assertThat(found("تكشبيلة")).contains("MAT");
        assertThat(found("تاسوفرة")).containsExactlyInAnyOrder("LEA", "LBG");

        send(post("/app/crafts/MAT/words/removal").param("language", "ar").param("word", "تكشبيلة"))
                .andExpect(redirectedUrl("/app/crafts/MAT"));
        assertThat(found("تكشبيلة")).isEmpty();
    }

    @Test
    void aWordTooLongIsRefusedAndNotLost() throws Exception {
        send(post("/app/crafts/MAT/words").param("word", "ك".repeat(10_000)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(allOf(containsString("f-word-error"), containsString("ك".repeat(10_000)))));
    }

    @Test
    void whoOnlyReadsSeesNoFormAndMaySendNone() throws Exception {
        web.perform(get("/app/crafts/TGH").with(authentication(FUNDER)))
                .andExpect(content().string(not(containsString("/app/crafts/TGH/standings"))));
        web.perform(post("/app/crafts/TGH/standings").with(csrf()).with(authentication(FUNDER)))
                .andExpect(status().isForbidden());
    }

    @Test
    void madeUpArtisansAreCountedApartAndWhoPractisesTwoCraftsOnceInTheFamily() {
        var before = counted("WEV");
        practising(false, "CRP", "TGH");
        practising(true, "CRP");

        assertThat(counted("WEV")).isEqualTo(before.and(new Headcount(1, 1)));
        assertThat(counting.artisansByCraft(Optional.of(Set.of())).get(new CraftCode("WEV")))
                .isNull();
    }

    private Headcount counted(String craft) {
        return counting.artisansByCraft(Optional.empty()).getOrDefault(new CraftCode(craft), Headcount.NONE);
    }

    private void practising(boolean demonstration, String... crafts) {
        var id = UUID.randomUUID();
        database.sql("""
                        insert into registry.person (id, given_name_ar, territory_code, demonstration, registered_at, version)
                        values (:id, 'عيشة', 'C-GUE', :demonstration, now(), 1)
                        """).param("id", id).param("demonstration", demonstration).update();
        database.sql("""
                        insert into registry.artisan (person_id, category, register_status, health_cover, version)
                        values (:id, 'ARTISAN', 'NOT_YET', 'UNKNOWN', 1)
                        """).param("id", id).update();
        for (int i = 0; i < crafts.length; i++) {
            database.sql(
                            "insert into registry.artisan_craft (person_id, position, craft_code) values (:id, :i, :craft)")
                    .param("id", id)
                    .param("i", i)
                    .param("craft", crafts[i])
                    .update();
        }
    }

    private ResultActions declare(String craft, String endangered, String day, String source) throws Exception {
        return send(post("/app/crafts/" + craft + "/standings")
                .param("endangered", endangered)
                .param("saidOn", day)
                .param("source", source));
    }

    private ResultActions send(MockHttpServletRequestBuilder form) throws Exception {
        return web.perform(form.with(csrf()).with(authentication(DIRECTOR)));
    }

    private int standings(String craft) {
        return database.sql("select count(*) from registry.craft_standing where craft_code = :craft")
                .param("craft", craft)
                .query(Integer.class)
                .single();
    }

    private List<String> found(String word) {
        return search.find(new SearchQuery(word, Set.of(Kind.CRAFT), 5), Scope.EVERYWHERE).stream()
                .map(it -> it.entry().code())
                .toList();
    }
}
