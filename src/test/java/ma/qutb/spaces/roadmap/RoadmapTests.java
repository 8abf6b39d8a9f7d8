package ma.qutb.spaces.roadmap;

import static ma.qutb.spaces.TestPremises.HER;
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

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.StandingClock;
import ma.qutb.registry.TerritoryCode;
import ma.qutb.spaces.SpacesModuleTest;
import ma.qutb.spaces.SpacesPermission.Code;
import ma.qutb.spaces.TestPremises;
import ma.qutb.spaces.TestSite;
import ma.qutb.spaces.UnitKind;
import ma.qutb.spaces.Units;
import ma.qutb.spaces.premises.PremisesId;
import ma.qutb.spaces.premises.PremisesTable;
import ma.qutb.spaces.premises.RecordingPremises;
import ma.qutb.spaces.roadmap.AdvancingConversions.Done;
import ma.qutb.support.TestActor;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A premises goes from found to at work one step at a time. */
@SpacesModuleTest
class RoadmapTests {

    private static final Authentication OFFICER = TestActor.with(
            Code.SEE_PREMISES, Code.RECORD_PREMISES, Code.STEER_ROADMAP, Code.SEE, "registry.see-organisations");

    @Autowired
    MockMvc web;

    @Autowired
    RecordingPremises recording;

    @Autowired
    AdvancingConversions taking;

    @Autowired
    JoiningPartners joining;

    @Autowired
    TellingResults telling;

    @Autowired
    ReadingConversions reading;

    @Autowired
    IssuingRoadmap issuing;

    @Autowired
    PremisesTable premises;

    @Autowired
    Units units;

    @Autowired
    TestSite site;

    @Autowired
    StandingClock clock;

    @Autowired
    JdbcClient database;

    PremisesId id;
    LocalDate today;

    @BeforeEach
    void aPremises() {
        id = recording.record(
                TestPremises.seen(PremisesId.next(), clock.instant().minus(Duration.ofDays(200))), HER);
        today = clock.today();
    }

    @Test
    void whatIsRecordedIsIdentifiedOnTheDayItWasSeen() {
        var way = reading.of(id);
        assertThat(way.step()).isEqualTo(Step.IDENTIFIED);
        assertThat(way.since()).isEqualTo(today.minusDays(200));
        assertThat(way.next()).contains(Step.AGREED);
    }

    @Test
    void itGoesOneStepAtATimeAndIsAUnitOnceItOpens() {
        opened();
        taking.forward(id, Step.ACTIVE, Done.on(today.minusDays(10)), HER);
        var way = reading.of(id);
        assertThat(way.step()).isEqualTo(Step.ACTIVE);
        assertThat(way.taken()).extracting(Conversion.Taken::step).containsExactly(Step.values());
        var unit =
                units.find(premises.find(id).orElseThrow().unit().orElseThrow()).orElseThrow();
        assertThat(unit.kind()).isEqualTo(UnitKind.PREMISES);
        assertThat(unit.area()).contains(4800);
        assertThat(unit.from()).isEqualTo(today.minusDays(20));
        site.let(unit, today, Optional.empty());
        assertThat(units.free(unit.site(), today)).isEmpty();
    }

    @Test
    void aStepThatIsSkippedBackdatedOrAheadIsRefused() {
        refused("next", () -> taking.forward(id, Step.FUNDED, Done.on(today), HER));
        refused("next", () -> taking.forward(id, Step.IDENTIFIED, Done.on(today), HER));
        refused("backdated", () -> taking.forward(id, Step.AGREED, Done.on(today.minusDays(201)), HER));
        refused("future", () -> taking.forward(id, Step.AGREED, Done.on(today.plusDays(1)), HER));
        upTo(Step.WORKS);
        refused("backdated", () -> taking.forward(id, Step.OPENED, Done.on(today.minusDays(190)), HER));
        refused("future", () -> taking.forward(id, Step.OPENED, Done.on(today.plusDays(1)), HER));
        assertThat(premises.find(id).orElseThrow().unit()).isEmpty();
    }

    @Test
    void theDatabaseRefusesASkippedOrBackdatedStepAndChangesNone() {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> insert(2, "forward", "works", today))
                .withMessageContaining("premises_step_next");
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> insert(2, "forward", "agreed", today.minusDays(300)))
                .withMessageContaining("premises_step_in_time");
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> insert(2, "forward", "agreed", today.plusDays(2)))
                .withMessageContaining("premises_step_not_ahead");
        for (var change : List.of(
                "update spaces.premises_step set done_on = done_on - 1",
                "delete from spaces.premises_step",
                "update spaces.premises set step = 'active'",
                "update spaces.premises_result set women = 1",
                "delete from spaces.premises")) {
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> database.sql(change).update())
                    .havingRootCause()
                    .withMessageContaining("permission denied");
        }
    }

    @Test
    void twoPeopleWhoTakeTheSameStepTakeItOnce() throws Exception {
        try (var threads = Executors.newFixedThreadPool(4)) {
            var all = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < 4; i++) {
                all.add(() -> {
                    try {
                        taking.forward(id, Step.AGREED, Done.on(today), HER);
                        return true;
                    } catch (Refusal refusal) {
                        assertThat(refusal.code()).isEqualTo("spaces.roadmap.refusal.next");
                        return false;
                    }
                });
            }
            int taken = 0;
            for (var one : threads.invokeAll(all)) {
                taken += one.get() ? 1 : 0;
            }
            assertThat(taken).isEqualTo(1);
        }
        assertThat(reading.of(id).taken()).hasSize(2);
    }

    @Test
    void itIsFundedOnceItsPartnersCoverTheBudget() {
        taking.forward(id, Step.AGREED, Done.on(today.minusDays(100)), HER);
        refused("no-budget", () -> taking.forward(id, Step.FUNDED, Done.on(today), HER));
        refused("budget", () -> taking.plan(id, Optional.empty(), Optional.of(-5L)));
        taking.plan(id, Optional.of(today.plusDays(30)), Optional.of(150_000_00L));
        var first = joins("money", 100_000_00L);
        refused("lacking", () -> taking.forward(id, Step.FUNDED, Done.on(today), HER));
        assertThat(reading.of(id).lacking()).isEqualTo(50_000_00L);
        joins("works", 50_000_00L);
        taking.forward(id, Step.FUNDED, Done.on(today), HER);
        refused("reason", () -> joining.leave(id, first, today, " "));
        refused("leaving", () -> joining.leave(id, first, today.minusDays(400), "لم يدفع"));
        joining.leave(id, first, today, "لم يدفع");
        refused("leaving", () -> joining.leave(id, first, today, "لم يدفع"));
        assertThat(reading.of(id).lacking()).isEqualTo(100_000_00L);
        refused(
                "nobody",
                () -> new JoiningPartners.Joining(
                        Optional.empty(), " ", "premises", Optional.empty(), today, Optional.empty()));
        refused(
                "amount",
                () -> new JoiningPartners.Joining(
                        Optional.empty(), "الجماعة", "money", Optional.empty(), today, Optional.empty()));
    }

    @Test
    void whatWasNotSoIsTakenBackWithItsReasonAndStaysVisible() {
        refused("no-return", () -> taking.back(id, new Done(today, "خطأ", Optional.empty()), HER));
        taking.forward(id, Step.AGREED, Done.on(today.minusDays(50)), HER);
        refused("reason", () -> taking.back(id, Done.on(today), HER));
        taking.back(id, new Done(today, "تراجع المالك", Optional.empty()), HER);
        assertThat(reading.of(id).step()).isEqualTo(Step.IDENTIFIED);
        assertThat(reading.of(id).taken()).hasSize(3);
        taking.forward(id, Step.AGREED, Done.on(today), HER);
    }

    @Test
    void whatIsSetAsideWaitsUntilItIsResumed() {
        refused("reason", () -> taking.setAside(id, Done.on(today), HER));
        taking.setAside(id, new Done(today.minusDays(9), "نزاع", Optional.empty()), HER);
        refused("next", () -> taking.forward(id, Step.AGREED, Done.on(today), HER));
        refused("next", () -> taking.setAside(id, new Done(today, "نزاع", Optional.empty()), HER));
        taking.resume(id, Done.on(today), HER);
        taking.forward(id, Step.AGREED, Done.on(today), HER);
        assertThat(reading.of(id).step()).isEqualTo(Step.AGREED);
    }

    @Test
    void resultsCountFromTheQuarterItOpenedAndTheLatestOnesHold() {
        var quarter = TellingResults.quarter(today);
        refused("not-open", () -> telling.tell(id, quarter, 5, 1, 1, "حسناء"));
        opened();
        refused("not-open", () -> telling.tell(id, quarter.minusYears(1), 5, 1, 1, "حسناء"));
        refused("number", () -> telling.tell(id, quarter, -1, 1, 1, "حسناء"));
        refused("future", () -> telling.tell(id, quarter.plusMonths(3), 5, 1, 1, "حسناء"));
        telling.tell(id, quarter, 5, 1, 1, "حسناء");
        telling.tell(id, quarter, 7, 2, 1, "حسناء");
        var result = reading.of(id).results().getFirst();
        assertThat(result.women()).isEqualTo(7);
        assertThat(result.revision()).isEqualTo(2);
        assertThat(database.sql("select count(*) from spaces.premises_result where premises_id = :id")
                        .param("id", id.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void theRoadmapOfACommuneIsANumberedPaperInArabicAndFrench() throws Exception {
        opened();
        var issued = issuing.issue(new TerritoryCode("CR-ASR"), false, (Actor) OFFICER.getPrincipal());
        assertThat(issued.number()).startsWith("FDR-");
        var text = text(web.perform(get("/app/premises/papers/" + issued.id().value() + "/fr.pdf")
                        .with(authentication(OFFICER)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray());
        assertThat(text).contains("Feuille de route", "Asrir", "Ouvert", issued.number());
        assertThat(text(web.perform(get("/app/premises/papers/" + issued.id().value() + "/ar.pdf")
                                .with(authentication(OFFICER)))
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray()))
                .contains(issued.number());
        refused("nothing", () -> issuing.issue(new TerritoryCode("CR-ADI"), false, (Actor) OFFICER.getPrincipal()));
        web.perform(act("/app/premises/papers").param("place", "R-GON")).andExpect(status().is3xxRedirection());
    }

    @Test
    void madeUpPremisesAreNotAmongTheRealOnes() throws Exception {
        var madeUp = recording.record(
                new RecordingPremises.Seen(
                        PremisesId.next(),
                        TestPremises.details("مقر للعرض فقط", "school", 1200),
                        TestPremises.BEST,
                        clock.instant(),
                        false,
                        true),
                HER);
        web.perform(get("/app/premises/board").with(authentication(OFFICER)))
                .andExpect(content().string(containsString(id.toString())))
                .andExpect(content().string(not(containsString(madeUp.toString()))));
        web.perform(get("/app/premises/board?which=demonstration").with(authentication(OFFICER)))
                .andExpect(content().string(containsString(madeUp.toString())))
                .andExpect(content().string(not(containsString(id.toString()))));
    }

    @Test
    void everybodyReadsCountsAndWhatHasOpenedAndNothingOfTheRest() throws Exception {
        var closed = recording.record(
                new RecordingPremises.Seen(
                        PremisesId.next(),
                        TestPremises.details("مقر لم يفتح بعد", "school", 1200),
                        TestPremises.BEST,
                        clock.instant(),
                        false,
                        false),
                HER);
        opened();
        for (var language : new String[] {"ar", "fr", "en", "es", "zgh"}) {
            web.perform(get("/" + language + "/premises"))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("نادي النساء")))
                    .andExpect(content().string(not(containsString("مقر لم يفتح بعد"))))
                    .andExpect(content().string(not(containsString(closed.toString()))))
                    .andExpect(content().string(not(containsString("⟦"))));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/board", "/figures", "/board?which=demonstration", "/figures?which=demonstration"})
    void everyPageOfTheRoadmapOpens(String page) throws Exception {
        opened();
        telling.tell(id, TellingResults.quarter(today), 5, 1, 1, "حسناء");
        for (var language : new String[] {"ar", "fr", "en"}) {
            web.perform(get("/app/premises" + page)
                            .with(authentication(OFFICER))
                            .cookie(new jakarta.servlet.http.Cookie("lang", language)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("⟦"))));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/forward", "/back", "/aside", "/plan", "/partner", "/result"})
    void everyPageOfTheWayOpens(String page) throws Exception {
        taking.forward(id, Step.AGREED, Done.on(today), HER);
        web.perform(get("/app/premises/" + id + "/roadmap" + page).with(authentication(OFFICER)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("⟦"))));
    }

    @Test
    void theOfficerTakesItForwardByForms() throws Exception {
        web.perform(act("/app/premises/" + id + "/roadmap/forward")
                        .param("step", "agreed")
                        .param("day", today.minusDays(30).toString()))
                .andExpect(status().is3xxRedirection());
        web.perform(act("/app/premises/" + id + "/roadmap/forward")
                        .param("step", "agreed")
                        .param("day", today.toString()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("ليست هذه هي المرحلة التالية")));
        web.perform(act("/app/premises/" + id + "/roadmap/plan")
                        .param("budget", "120000")
                        .param("expected", today.plusDays(10).toString()))
                .andExpect(status().is3xxRedirection());
        web.perform(act("/app/premises/" + id + "/roadmap/partner")
                        .param("name", "مجلس الجهة")
                        .param("brings", "money")
                        .param("amount", "120000")
                        .param("agreed", today.toString()))
                .andExpect(status().is3xxRedirection());
        assertThat(reading.of(id).lacking()).isZero();
        web.perform(act("/app/premises/" + id + "/roadmap/aside").param("day", today.toString()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("اكتب السبب")));
    }

    private void opened() {
        upTo(Step.WORKS);
        taking.forward(id, Step.OPENED, Done.on(today.minusDays(20)), HER);
    }

    private void upTo(Step last) {
        taking.plan(id, Optional.empty(), Optional.of(100_000_00L));
        joins("money", 100_000_00L);
        for (var step = Step.AGREED;
                step.ordinal() <= last.ordinal();
                step = step.next().orElseThrow()) {
            taking.forward(id, step, Done.on(today.minusDays(150 - 20L * step.ordinal())), HER);
        }
    }

    private java.util.UUID joins(String brings, long amount) {
        return joining.join(
                id,
                new JoiningPartners.Joining(
                        Optional.empty(),
                        "مجلس الجهة",
                        brings,
                        Optional.of(amount),
                        today.minusDays(120),
                        Optional.empty()),
                "حسناء");
    }

    private void insert(int position, String act, String step, LocalDate day) {
        database.sql("""
                        insert into spaces.premises_step (premises_id, position, act, step, done_on, recorded_at, recorded_by, recorded_by_name)
                        values (:id, :position, :act, :step, :day, :now, :id, 'x')
                        """)
                .param("id", id.value())
                .param("position", position)
                .param("act", act)
                .param("step", step)
                .param("day", day)
                .param("now", clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .update();
    }

    private static void refused(String code, Runnable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act::run).withMessage("spaces.roadmap.refusal." + code);
    }

    private static String text(byte[] pdf) throws java.io.IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static MockHttpServletRequestBuilder act(String path) {
        return post(path).with(authentication(OFFICER)).with(csrf());
    }
}
