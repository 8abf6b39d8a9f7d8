package ma.qutb.spaces.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ma.qutb.kernel.Refusal;
import ma.qutb.kernel.Scope;
import ma.qutb.spaces.SiteId;
import ma.qutb.spaces.SpacesModuleTest;
import ma.qutb.spaces.SpacesPermission.Code;
import ma.qutb.spaces.TestSite;
import ma.qutb.spaces.Unit;
import ma.qutb.spaces.Units;
import ma.qutb.support.CountedQueries;
import ma.qutb.support.TestActor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.MockMvc;

/** The plan as a manager and a director look at it, and a plan that comes as a file. */
@SpacesModuleTest
class PlanPagesTests {

    private static final Authentication MANAGER =
            TestActor.with(Code.SEE, Code.MANAGE_UNITS, "registry.see-people", "registry.see-organisations");

    @Autowired
    MockMvc web;

    @Autowired
    TestSite test;

    @Autowired
    ImportingPlan importing;

    @Autowired
    Units units;

    @Test
    void thePlanShowsTheDayThatIsAskedFor() throws Exception {
        var site = test.drawn(12);
        var today = test.today();
        test.let(test.unit(site, "7"), today.minusMonths(3), Optional.empty());

        shows(site, "", "المحل 7، A، مكترى");
        shows(site, "&months=-6", "المحل 7، A، شاغر");
        shows(site, "&day=" + today.minusMonths(6), "المحل 7، A، شاغر");
        shows(site, "&day=tomorrow&months=zzz&colour=rainbow&unit=7", "المحل 7، A، مكترى");
        shows(site, "&colour=craft&show=JEW", "u-c0");
        shows(site, "&unit=" + test.unit(site, "7").id(), "افتح البطاقة");
    }

    @Test
    void aHundredUnitsAreAskedForTogether() throws Exception {
        var few = test.drawn(5);
        var many = test.drawn(100);
        for (int i = 1; i <= 40; i++) {
            test.let(test.unit(many, String.valueOf(i)), test.today().minusDays(i), Optional.empty());
        }
        assertThat(questions(many)).isEqualTo(questions(few));
    }

    @Test
    void aSiteThatIsNotDrawnSaysSoAndAnUnknownOneIsNotFound() throws Exception {
        shows(test.empty(), "", "لم يرسم هذا الموقع بعد");
        var guelmim = TestActor.within(new Scope.Within(Set.of("P-TAT")), Code.SEE);
        web.perform(get("/app/spaces/plan?site=" + test.drawn(1)).with(authentication(guelmim)))
                .andExpect(status().isNotFound());
        web.perform(get("/app/spaces/plan").with(authentication(guelmim))).andExpect(status().isOk());
    }

    @Test
    void aFaultyPlanIsShownWithItsLinesAndChangesNothing() throws Exception {
        var site = test.empty();
        var address = send(site, TestSite.grid(3).replace("\"number\": \"3\"", "\"number\": \"1\""));

        web.perform(get(address).with(authentication(MANAGER)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("الرقم 1 مكرر؛ ورد من قبل في السطر 2")))
                .andExpect(content().string(not(containsString("استورد المخطط"))));
        web.perform(post(address).with(authentication(MANAGER)).with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("في الملف خطأ واحد")));
        assertThat(units.of(site, test.today())).isEmpty();
    }

    @Test
    void aGoodPlanIsTriedAndThenTakenOverOnce() throws Exception {
        var site = test.empty();
        var address = send(site, TestSite.grid(12));
        assertThat(units.of(site, test.today())).isEmpty();

        web.perform(post(address).with(authentication(MANAGER)).with(csrf())).andExpect(status().is3xxRedirection());
        assertThat(units.of(site, test.today()))
                .extracting(Unit::number)
                .hasSize(12)
                .startsWith("1", "2")
                .endsWith("12");
        web.perform(post(address).with(authentication(MANAGER)).with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("استورد هذا الملف من قبل")));
    }

    @Test
    void aSecondPlanRedrawsWhatIsKnownAndLeavesTheRest() {
        var site = test.drawn(3);
        var before = test.unit(site, "2");
        var again = importing.keep(
                site,
                "again.geojson",
                TestSite.grid(4).replace("\"number\": \"1\"", "\"number\": \"9\""),
                UUID.randomUUID());
        var trial = importing.trial(site, again).orElseThrow();
        assertThat(trial.anew()).containsExactly("9", "4");
        assertThat(trial.redrawn()).containsExactly("2", "3");
        assertThat(trial.untouched()).containsExactly("1");

        importing.take(site, again, test.today());
        assertThat(units.of(site, test.today())).extracting(Unit::number).containsExactly("1", "2", "3", "4", "9");
        assertThat(test.unit(site, "2").id()).isEqualTo(before.id());
    }

    @Test
    void aFileThatIsNoPlanIsRefusedWhereItWasSent() throws Exception {
        var site = test.empty();
        web.perform(upload(site, "a;b;c"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("ليس الملف مخططا")));
        refused("empty", () -> importing.keep(site, "a", "  ", UUID.randomUUID()));
        refused("too-big", () -> importing.keep(site, "a", " ".repeat(4_000_000) + "{", UUID.randomUUID()));
        var faulty = importing.keep(site, "a", "{\"features\":[]}", UUID.randomUUID());
        refused("faulty", () -> importing.take(site, faulty, test.today()));
        refused("taken", () -> importing.take(site, UUID.randomUUID(), test.today()));
    }

    private int questions(SiteId site) throws Exception {
        shows(site, "", "q-plan");
        try (var counted = new CountedQueries()) {
            shows(site, "", "q-plan");
            return counted.asked().size();
        }
    }

    private void shows(SiteId site, String more, String words) throws Exception {
        web.perform(get("/app/spaces/plan?site=" + site + more).with(authentication(MANAGER)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(words)));
    }

    private String send(SiteId site, String text) throws Exception {
        var address = web.perform(upload(site, text))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        return java.util.Objects.requireNonNull(address);
    }

    private static org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder<?> upload(
            SiteId site, String text) {
        return multipart("/app/spaces/sites/" + site + "/import")
                .file(new MockMultipartFile(
                        "file", "plan.geojson", "application/json", text.getBytes(StandardCharsets.UTF_8)))
                .with(authentication(MANAGER))
                .with(csrf());
    }

    private static void refused(String last, Runnable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act::run).withMessage("spaces.import.refusal." + last);
    }
}
