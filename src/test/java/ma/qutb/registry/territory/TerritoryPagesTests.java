package ma.qutb.registry.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.registry.RegistryModuleTest;
import ma.qutb.registry.RegistryPermission.Code;
import ma.qutb.registry.TerritoryCode;
import ma.qutb.registry.headcount.Headcount;
import ma.qutb.support.TestActor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

@RegistryModuleTest
@Transactional
class TerritoryPagesTests {

    private static final Authentication READER = TestActor.with(Code.SEE_TERRITORIES, Code.SEE_PEOPLE);

    @Autowired
    MockMvc web;

    @Autowired
    TerritoryBook book;

    @Autowired
    JdbcClient database;

    @Test
    void theTreeOf2014HoldsTheFormerRegionAndTodaysHoldsTheNewOne() throws Exception {
        web.perform(get("/app/territories?year=2014").with(authentication(READER)))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("id=\"territory-R-GES\""),
                                not(containsString("id=\"territory-R-GON\"")),
                                containsString("في سنة 2014 كانت الجهة هي كلميم السمارة"),
                                not(containsString("⟦")))));
        web.perform(get("/app/territories").cookie(new Cookie("lang", "fr")).with(authentication(READER)))
                .andExpect(content()
                        .string(allOf(
                                containsString("id=\"territory-R-GON\""),
                                not(containsString("id=\"territory-R-GES\"")),
                                containsString("Depuis la réforme de 2015"),
                                not(containsString("⟦")))));
    }

    @Test
    void aYearOutOfReachOrNoYearAtAllIsTheNearestThereIs() throws Exception {
        for (var year : List.of("1066", "9999", "then", "")) {
            web.perform(get("/app/territories").param("year", year).with(authentication(READER)))
                    .andExpect(status().isOk());
        }
    }

    @Test
    void tataTellsWhichRegionsItBelongedTo() throws Exception {
        web.perform(get("/app/territories/P-TAT").with(authentication(READER)))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("كلميم السمارة"),
                                containsString("من 1997 إلى 2015"),
                                containsString("سوس ماسة"),
                                containsString("منذ 2015"))));
        assertThat(book.open(new TerritoryCode("P-SMR"), Optional.of(2014), actor())
                        .orElseThrow()
                        .above())
                .extracting(it -> it.code().value())
                .containsExactly("R-GES", "MA");
        assertThat(book.open(new TerritoryCode("P-SIF"), Optional.empty(), actor())
                        .orElseThrow()
                        .above())
                .extracting(it -> it.code().value())
                .containsExactly("R-GON", "MA");
    }

    @Test
    void aRegionThatIsNoMoreIsShownInItsLastYear() {
        var region =
                book.open(new TerritoryCode("R-GES"), Optional.empty(), actor()).orElseThrow();
        assertThat(region.year()).isEqualTo(2014);
        assertThat(region.branches())
                .extracting(it -> it.place().code().value())
                .contains("P-TAT", "P-SMR", "P-GUE");
    }

    @Test
    void whatLeftARegionIsNamedOnItsPage() {
        var province = book.open(new TerritoryCode("R-GES"), Optional.of(2020), actor())
                .orElseThrow();
        assertThat(province.branches()).isEmpty();
        assertThat(province.held()).extracting(it -> it.place().code().value()).contains("P-TAT");
    }

    @Test
    void artisansAreCountedWithinTheBordersOfTheYearRealAndMadeUpApart() {
        var then = artisans("R-GES", 2014);
        var today = artisans("R-GON", 2020);
        artisan("C-TAT", false);
        artisan("C-GUE", true);

        assertThat(artisans("R-GES", 2014)).isEqualTo(then.and(new Headcount(1, 1)));
        assertThat(artisans("R-GON", 2020)).isEqualTo(today.and(new Headcount(0, 1)));
    }

    @Test
    void aPlaceLeadsToThePeopleWhoLiveThere() throws Exception {
        artisan("CR-TGL", false);
        web.perform(get("/app/territories/CR-TGL").with(authentication(READER)))
                .andExpect(content().string(containsString("/app/people?territory=CR-TGL&demonstration=no")));
    }

    @Test
    void everyPlaceHasItsPageInThreeLanguages() throws Exception {
        var codes = database.sql("select code from registry.territory")
                .query(String.class)
                .list();
        for (var code : codes) {
            for (var language : List.of("ar", "fr", "en")) {
                web.perform(get("/app/territories/" + code)
                                .cookie(new Cookie("lang", language))
                                .with(authentication(READER)))
                        .andExpect(status().isOk())
                        .andExpect(content().string(not(containsString("⟦"))));
            }
        }
    }

    @Test
    void aPlaceNobodyKnowsIsNotFoundAndWhoMayNotSeeIsTurnedAway() throws Exception {
        for (var code : List.of("X-NONE", "no code")) {
            web.perform(get("/app/territories/{code}", code).with(authentication(READER)))
                    .andExpect(status().isNotFound());
        }
        web.perform(get("/app/territories").with(authentication(TestActor.with(Code.SEE_PEOPLE))))
                .andExpect(status().isForbidden());
    }

    private Headcount artisans(String place, int year) {
        return book.open(new TerritoryCode(place), Optional.of(year), actor())
                .orElseThrow()
                .artisans();
    }

    private static Actor actor() {
        return (Actor) READER.getPrincipal();
    }

    private void artisan(String place, boolean demonstration) {
        var id = UUID.randomUUID();
        database.sql("""
                        with somebody as (
                            insert into registry.person (id, given_name_ar, territory_code, demonstration, registered_at, version)
                            values (:id, 'عيشة', :place, :demonstration, now(), 1) returning id
                        )
                        insert into registry.artisan (person_id, category, register_status, health_cover, version)
                        select id, 'ARTISAN', 'NOT_YET', 'UNKNOWN', 1 from somebody
                        """)
                .param("id", id)
                .param("place", place)
                .param("demonstration", demonstration)
                .update();
    }
}
