package ma.qutb.spaces.premises;

import static ma.qutb.spaces.TestPremises.BEST;
import static ma.qutb.spaces.TestPremises.HER;
import static ma.qutb.spaces.TestPremises.details;
import static ma.qutb.spaces.TestPremises.seen;
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

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import ma.qutb.kernel.Refusal;
import ma.qutb.kernel.Scope;
import ma.qutb.ledger.StandingClock;
import ma.qutb.registry.TerritoryCode;
import ma.qutb.spaces.SpacesModuleTest;
import ma.qutb.spaces.SpacesPermission.Code;
import ma.qutb.support.TestActor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Unused premises, from a phone in a village and from a desk. */
@SpacesModuleTest
class PremisesTests {

    private static final Authentication OFFICER =
            TestActor.with(Code.SEE_PREMISES, Code.RECORD_PREMISES, Code.STEER_ROADMAP);

    @Autowired
    MockMvc web;

    @Autowired
    RecordingPremises recording;

    @Autowired
    AssessingPremises assessing;

    @Autowired
    AssessmentRule rule;

    @Autowired
    PremisesTable premises;

    @Autowired
    StandingClock clock;

    @Autowired
    JdbcClient database;

    @Test
    void whatAPhoneSendsTwiceArrivesOnce() throws Exception {
        var key = UUID.randomUUID();
        for (int i = 0; i < 2; i++) {
            web.perform(send(sent(key, "نادي تغمرت", "CR-ASR")))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString(key.toString())));
        }
        assertThat(count("premises", "id", key)).isEqualTo(1);
        assertThat(count("premises_assessment", "premises_id", key)).isEqualTo(1);
        var it = premises.find(new PremisesId(key)).orElseThrow();
        assertThat(it.fromPhone()).isTrue();
        assertThat(it.details().area()).contains(4800);
        assertThat(it.details().condition()).isEqualTo("worn");
        assertThat(it.details().obstacles()).containsExactlyInAnyOrder("power", "money");
        assertThat(assessing.of(it.id()).getFirst().score()).isEqualTo(18 + 8 + 15 + 6 + 15 + 14);
    }

    @Test
    void whatManyConnectionsSendAtOnceArrivesOnce() throws Exception {
        var key = PremisesId.next();
        try (var threads = Executors.newFixedThreadPool(6)) {
            var all = threads.invokeAll(IntStream.range(0, 6)
                    .<Callable<PremisesId>>mapToObj(_ -> () -> recording.record(seen(key, clock.instant()), HER))
                    .toList());
            for (var one : all) {
                assertThat(one.get()).isEqualTo(key);
            }
        }
        assertThat(count("premises", "id", key.value())).isEqualTo(1);
        assertThat(count("premises_assessment", "premises_id", key.value())).isEqualTo(1);
    }

    @Test
    void aPhotoThatIsSentTwiceIsThereOnceAndANewOneGoesOn() throws Exception {
        var id = recording.record(seen(PremisesId.next(), clock.instant()), HER);
        var first = UUID.randomUUID();
        for (var key : new UUID[] {first, first, UUID.randomUUID()}) {
            web.perform(multipart("/app/premises/" + id + "/photos/" + key)
                            .file(new MockMultipartFile("file", "photo.jpg", "image/jpeg", picture()))
                            .with(authentication(OFFICER))
                            .with(csrf()))
                    .andExpect(status().isOk());
        }
        var photos = premises.photos(id);
        assertThat(photos).hasSize(2);
        web.perform(get("/files/" + photos.getFirst()).with(authentication(OFFICER)))
                .andExpect(status().isOk());
        web.perform(get("/files/" + photos.getFirst())
                        .with(authentication(TestActor.within(new Scope.Within(Set.of("P-TAT")), Code.SEE_PREMISES))))
                .andExpect(status().isNotFound());
    }

    @Test
    void whatThePhoneSaidWrongIsToldInWordsAndNothingIsKept() throws Exception {
        var key = UUID.randomUUID();
        web.perform(send(sent(key, "  ", "CR-ASR")))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("اكتب اسم المقر")));
        web.perform(send(sent(key, "نادي", "C-NOWHERE")))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("اختر جماعة من مجالك")));
        web.perform(send(sent(key, "نادي", "CR-ASR").replace("\"landmark\":\"قرب البئر\"", "\"landmark\":\"\"")))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("اكتب علامة")));
        assertThat(count("premises", "id", key)).isZero();
    }

    @Test
    void aPhoneWhoseClockRunsAheadWasThereNow() {
        var id = recording.record(seen(PremisesId.next(), clock.instant().plus(Duration.ofDays(400))), HER);
        assertThat(premises.find(id).orElseThrow().recordedAt()).isEqualTo(clock.instant());
    }

    @Test
    void whatLiesOutsideTheScopeIsNotFound() throws Exception {
        var id = recording.record(seen(PremisesId.next(), clock.instant()), HER);
        var elsewhere = TestActor.within(new Scope.Within(Set.of("P-TAT")), Code.SEE_PREMISES, Code.RECORD_PREMISES);
        var here = TestActor.within(new Scope.Within(Set.of("P-GUE")), Code.SEE_PREMISES, Code.RECORD_PREMISES);
        web.perform(get("/app/premises/" + id).with(authentication(elsewhere))).andExpect(status().isNotFound());
        web.perform(get("/app/premises/" + id).with(authentication(here))).andExpect(status().isOk());
        web.perform(get("/app/premises?q=" + number(id)).with(authentication(elsewhere)))
                .andExpect(content().string(not(containsString("/app/premises/" + id))));
        web.perform(get("/app/premises?q=" + number(id)).with(authentication(here)))
                .andExpect(content().string(containsString("/app/premises/" + id)));
        web.perform(post("/app/premises/phone")
                        .with(authentication(elsewhere))
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(sent(UUID.randomUUID(), "نادي", "CR-ASR")))
                .andExpect(status().isUnprocessableContent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/new", "/map", "/offline", "/phone", "/rule", "/rule/change"})
    void everyPageOpens(String page) throws Exception {
        recording.record(seen(PremisesId.next(), clock.instant()), HER);
        for (var language : new String[] {"ar", "fr", "en"}) {
            web.perform(get("/app/premises" + page)
                            .with(authentication(OFFICER))
                            .cookie(lang(language)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("⟦"))));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/details", "/assessment", "/photo"})
    void everyPageOfAPremisesOpens(String page) throws Exception {
        var id = recording.record(seen(PremisesId.next(), clock.instant()), HER);
        web.perform(get("/app/premises/" + id + page).with(authentication(OFFICER)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("⟦"))));
    }

    @Test
    void theDeskEntersAndChangesByItsForm() throws Exception {
        web.perform(form("/app/premises", "دار الحي").param("coordinates", "28.9871, -10.0572"))
                .andExpect(status().is3xxRedirection());
        var id = new PremisesId(
                database.sql("select id from spaces.premises where name = 'دار الحي' order by number desc limit 1")
                        .query(UUID.class)
                        .single());
        var entered = premises.find(id).orElseThrow().details();
        assertThat(entered.spot().coordinates()).isEqualTo("28.987100, -10.057200");
        assertThat(entered.area()).contains(6050);
        assertThat(entered.obstacles()).containsExactly("dispute");

        web.perform(form("/app/premises/" + id + "/details", "دار الحي القديمة").param("landmark", "قرب السوق"))
                .andExpect(status().is3xxRedirection());
        assertThat(premises.find(id).orElseThrow().details().spot().measured()).isFalse();
        web.perform(form("/app/premises/" + id + "/details", "دار"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("اكتب علامة")));
        web.perform(form("/app/premises/" + id + "/details", "دار").param("coordinates", "هنا"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("الإحداثيات عددان")));
    }

    @Test
    void aScoreCountsByTheRuleOfItsDay() {
        var id = recording.record(seen(PremisesId.next(), clock.instant()), HER);
        assessing.assess(id, clock.today(), BEST, "", HER);
        assertThat(assessing.of(id).getFirst().score()).isEqualTo(100);
        var day = clock.today().plusDays(3);
        rule.change(Question.ROAD, "paved", 4, day);
        try {
            refused("rule-known", () -> rule.change(Question.ROAD, "paved", 5, day));
            clock.forward(Duration.ofDays(4));
            assessing.assess(id, clock.today(), BEST, "", HER);
            var latest = assessing.of(id).getFirst();
            assertThat(latest.score()).isEqualTo(94);
            assertThat(latest.most()).isEqualTo(96);
            assertThat(assessing.of(id).get(1).score()).isEqualTo(100);
        } finally {
            rule.change(Question.ROAD, "paved", 10, clock.today().plusDays(1));
            clock.forward(Duration.ofDays(2));
        }
        refused(
                "rule-past",
                () -> rule.change(Question.ROAD, "paved", 5, clock.today().minusDays(1)));
        refused(
                "points",
                () -> rule.change(Question.ROAD, "paved", 101, clock.today().plusDays(9)));
    }

    @Test
    void everyQuestionIsAnsweredOnADayThatHasCome() {
        var id = recording.record(seen(PremisesId.next(), clock.instant()), HER);
        refused("unanswered", () -> assessing.assess(id, clock.today(), Map.of("power", "yes"), "", HER));
        refused("future", () -> assessing.assess(id, clock.today().plusDays(1), BEST, "", HER));
    }

    @Test
    void aPremisesIsSomewhereAndIsWhatTheAnswersOffered() {
        refused("nowhere", () -> Spot.of("", " "));
        refused("coordinates", () -> Spot.of("91, 0", ""));
        refused("coordinates", () -> new Spot(28_000_000, null, "قرب البئر"));
        refused("name", () -> details(" ", "school", 1200));
        refused("choice", () -> details("نادي", "castle", 1200));
        refused("area", () -> details("نادي", "school", 0));
        refused(
                "commune",
                () -> recording.record(
                        new RecordingPremises.Seen(
                                PremisesId.next(),
                                new Details(
                                        "نادي",
                                        new TerritoryCode("CR-NONE"),
                                        "",
                                        "school",
                                        "commune",
                                        "",
                                        Optional.empty(),
                                        "good",
                                        Set.of(),
                                        Spot.of("", "قرب البئر"),
                                        ""),
                                Map.of(),
                                clock.instant(),
                                false,
                                false),
                        HER));
    }

    private static void refused(String code, Runnable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act::run).withMessage("spaces.premises.refusal." + code);
    }

    private static String sent(UUID key, String name, String commune) {
        return """
                {"key":"%s","name":"%s","commune":"%s","village":"تغمرت","kind":"womens_club","owner":"commune","area":4800,\
                "answers":{"structure":"worn","power":"near","water":"yes","road":"track","ownership":"clear","women":"some"},\
                "obstacles":["power","money"],"latitude":null,"longitude":null,"landmark":"قرب البئر","recordedAt":"2026-03-02T10:00:00Z"}\
                """.formatted(key, name, commune);
    }

    private static MockHttpServletRequestBuilder send(String body) {
        return post("/app/premises/phone")
                .with(authentication(OFFICER))
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
    }

    private static MockHttpServletRequestBuilder form(String path, String name) {
        return post(path)
                .with(authentication(OFFICER))
                .with(csrf())
                .param("name", name)
                .param("commune", "CR-ASR")
                .param("kind", "school")
                .param("owner", "commune")
                .param("condition", "good")
                .param("area", "60,5")
                .param("obstacle-dispute", "true");
    }

    private static jakarta.servlet.http.Cookie lang(String language) {
        return new jakarta.servlet.http.Cookie("lang", language);
    }

    private int number(PremisesId id) {
        return premises.find(id).orElseThrow().number();
    }

    private int count(String table, String column, UUID id) {
        return database.sql("select count(*) from spaces." + table + " where " + column + " = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    private static byte[] picture() throws IOException {
        var file = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "jpeg", file);
        return file.toByteArray();
    }
}
