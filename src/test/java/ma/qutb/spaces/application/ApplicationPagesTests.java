package ma.qutb.spaces.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.Role;
import ma.qutb.kernel.Scope;
import ma.qutb.ledger.StandingClock;
import ma.qutb.registry.CraftCode;
import ma.qutb.shell.Texts;
import ma.qutb.spaces.SpacesModuleTest;
import ma.qutb.spaces.SpacesPermission.Code;
import ma.qutb.spaces.TestCalls;
import ma.qutb.spaces.UnitId;
import ma.qutb.spaces.call.AskedPaper;
import ma.qutb.spaces.call.Call;
import ma.qutb.support.TestActor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** An artisan applies on the telephone, a clerk at the desk by the same screens; staff see what was sent. */
@SpacesModuleTest
class ApplicationPagesTests {

    private static final String MINE = "/app/my/applications";
    private static final String DESK = "/app/spaces/desk";
    private static final String STAFF = "/app/spaces/applications";
    private static final Authentication CLERK = TestActor.with(
            Code.TAKE_APPLICATIONS,
            Code.SEE_APPLICATIONS,
            Code.MANAGE_CALLS,
            "registry.see-people",
            "registry.see-organisations");

    @Autowired
    MockMvc web;

    @Autowired
    TestCalls test;

    @Autowired
    Applications applications;

    @Autowired
    Applying applying;

    @Autowired
    Screens screens;

    @Autowired
    JdbcClient database;

    @Autowired
    Texts texts;

    @Autowired
    StandingClock clock;

    Call call;
    Applicant artisan;
    Authentication her;

    @BeforeEach
    void anOpenCall() {
        call = test.open(4);
        artisan = test.artisan(clock.today().minusYears(28));
        her = telephone(artisan.id());
    }

    @Test
    void anArtisanAppliesOnTheTelephoneOneActAScreen() throws Exception {
        var id = UUID.randomUUID();
        see(MINE, her).andExpect(content().string(containsString(call.called())));
        begin(id, artisan.id(), her).andExpect(redirectedUrl(MINE + "/" + id));
        begin(id, artisan.id(), her).andExpect(redirectedUrl(MINE + "/" + id));
        web.perform(get(MINE + "/" + id).with(authentication(her)))
                .andExpect(redirectedUrl(MINE + "/" + id + "/craft"));
        see(MINE + "/" + id + "/craft", her).andExpect(content().string(containsString("value=\"TLR\"")));
        send(post(MINE + "/" + id + "/craft").param("craft", "TLR"), her)
                .andExpect(redirectedUrl(MINE + "/" + id + "/needs"));
        see(MINE + "/" + id + "/needs", her).andExpect(content().string(containsString("graduate")));
        send(post(MINE + "/" + id + "/needs").param("access", "no").param("graduate", "yes"), her)
                .andExpect(redirectedUrl(MINE + "/" + id + "/units"));
        tap(id, call.units().get(2)).andExpect(redirectedUrl(MINE + "/" + id + "/units"));
        tap(id, call.units().get(0));
        tap(id, call.units().get(1));
        tap(id, call.units().get(0));
        see(MINE + "/" + id + "/units", her);
        assertThat(find(id).wishes())
                .containsExactly(call.units().get(2), call.units().get(1));
        send(post(MINE + "/" + id + "/papers"), her).andExpect(redirectedUrl(MINE + "/" + id + "/look"));
        see(MINE + "/" + id + "/look", her).andExpect(content().string(containsString("/papers/diploma")));
        send(post(MINE + "/" + id + "/sending"), her).andExpect(redirectedUrl(MINE + "/" + id + "/receipt"));
        send(post(MINE + "/" + id + "/sending"), her).andExpect(redirectedUrl(MINE + "/" + id + "/receipt"));
        see(MINE + "/" + id + "/receipt", her)
                .andExpect(content()
                        .string(allOf(containsString(call.called() + "-0001"), containsString("<svg viewBox=\"-4"))));
        for (var language : List.of("ar", "fr")) {
            assertThat(see(MINE + "/" + id + "/receipt-" + language + ".pdf", her)
                            .andReturn()
                            .getResponse()
                            .getContentAsByteArray())
                    .startsWith("%PDF".getBytes());
        }
        see(MINE, her).andExpect(content().string(containsString(MINE + "/" + id)));
    }

    @Test
    void aPhotoOfAPaperIsKeptAndWithoutOneItIsAskedForAgain() throws Exception {
        var id = test.begun(call, artisan, 1).value();
        see(MINE + "/" + id + "/papers", her);
        see(MINE + "/" + id + "/papers/identity", her);
        web.perform(multipart(MINE + "/" + id + "/papers/identity")
                        .with(authentication(her))
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString(said("spaces.application.refusal.no-file"))));
        web.perform(multipart(MINE + "/" + id + "/papers/identity")
                        .file(new MockMultipartFile("file-file", "cin.png", "image/png", png()))
                        .with(authentication(her))
                        .with(csrf()))
                .andExpect(redirectedUrl(MINE + "/" + id + "/papers"));
        var file = find(id).brought(AskedPaper.IDENTITY).orElseThrow().file().orElseThrow();
        see("/files/" + file, her);
        see("/files/" + file, CLERK);
        web.perform(get("/files/" + file)
                        .with(authentication(telephone(test.artisan().id()))))
                .andExpect(status().isNotFound());
    }

    @Test
    void whatDoesNotSuitSaysWhyBeforeAnythingIsSent() throws Exception {
        var quiet = call.units().get(0);
        database.sql("update spaces.unit set crafts = '{JEW}' where id = :id")
                .param("id", quiet.value())
                .update();
        var id = test.begun(call, test.artisan(), 0).value();
        var it = screens.of(Desk.COUNTER, new ApplicationId(id));
        assertThat(it.fits().get(quiet).fits()).isFalse();
        see(DESK + "/" + id + "/units", CLERK).andExpect(content().string(containsString("ليس لهذه الحرفة")));
        send(post(DESK + "/" + id + "/units").param("unit", quiet.toString()), CLERK)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("id=\"refused\"")));
    }

    @Test
    void nobodyFindsTheApplicationOfAnother() throws Exception {
        var id = test.sent(call, test.artisan(), 1).value();
        for (var page : List.of("", "/papers", "/receipt", "/receipt-ar.pdf", "/papers/identity")) {
            web.perform(get(MINE + "/" + id + page).with(authentication(her))).andExpect(status().isNotFound());
        }
        send(post(MINE + "/" + id + "/withdrawal"), her).andExpect(status().isNotFound());
        begin(UUID.randomUUID(), test.artisan().id(), her).andExpect(status().isNotFound());
        web.perform(get(DESK + "/" + id + "/receipt").with(authentication(her))).andExpect(status().isNotFound());
        web.perform(get(DESK).with(authentication(her))).andExpect(status().isForbidden());
        web.perform(get(MINE).with(authentication(CLERK))).andExpect(status().isForbidden());
        var elsewhere =
                TestActor.within(new Scope.Within(Set.of("P-TAT")), Code.TAKE_APPLICATIONS, Code.SEE_APPLICATIONS);
        web.perform(get(DESK + "/" + id + "/receipt").with(authentication(elsewhere)))
                .andExpect(status().isNotFound());
        web.perform(get(STAFF + "/" + id).with(authentication(elsewhere))).andExpect(status().isNotFound());
    }

    @Test
    void whoLeadsACooperativeAppliesForIt() throws Exception {
        var cooperative = test.cooperative(3, 0);
        var president = database.sql(
                        "select person_id from registry.membership where organisation_id = :id and role = 'PRESIDENT'")
                .param("id", cooperative.id())
                .query(UUID.class)
                .single();
        var hers = telephone(president);
        var id = UUID.randomUUID();
        see(MINE, hers).andExpect(content().string(containsString("تعاونية التجربة")));
        begin(id, cooperative.id(), hers).andExpect(redirectedUrl(MINE + "/" + id));
        applying.craft(new ApplicationId(id), new CraftCode("TLR"));
        see(MINE + "/" + id + "/needs", hers).andExpect(content().string(containsString("أغلب أعضاء تعاونيتكم نساء")));
    }

    @Test
    void afterTheDeadlineTheWordsSayWhatCanStillBeDone() throws Exception {
        var sent = test.begun(call, artisan, 1);
        applying.send(sent);
        var late = test.begun(call, test.artisan(), 1);
        clock.forward(TestCalls.OPEN.plusSeconds(1));

        see(MINE + "/" + sent + "/receipt", her)
                .andExpect(content()
                        .string(allOf(
                                containsString("لا تُقبل وثيقة بعد الإغلاق"),
                                not(containsString("btn-lg\" href=\"/app/my/applications/" + sent + "/papers")))));
        web.perform(get(MINE + "/" + sent + "/papers").with(authentication(her)))
                .andExpect(redirectedUrl(MINE + "/" + sent + "/receipt"));
        send(post(DESK + "/" + late + "/sending"), CLERK)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("انتهى أجل الطلبات")));
        see(DESK + "/" + late + "/receipt", CLERK).andExpect(content().string(containsString("لم يُرسل هذا الطلب")));
        see(MINE, her).andExpect(content().string(containsString(call.called() + "-0001")));
    }

    @Test
    void aClerkTakesAnApplicationForSomebodyOfTheRegistry() throws Exception {
        see(DESK + "?call=" + call.called(), CLERK).andExpect(content().string(containsString(call.called())));
        var key = UUID.randomUUID();
        send(desk("person:" + artisan.id()).param("key", key.toString()), CLERK)
                .andExpect(redirectedUrl(DESK + "/" + key));
        send(post(DESK + "/" + key + "/craft").param("craft", "TLR"), CLERK);
        send(post(DESK + "/" + key + "/needs").param("access", "yes"), CLERK);
        send(post(DESK + "/" + key + "/papers/identity").param("seen", "yes"), CLERK)
                .andExpect(redirectedUrl(DESK + "/" + key + "/papers"));
        assertThat(find(key).brought(AskedPaper.IDENTITY).orElseThrow().seenBy())
                .isEqualTo("نزهة");
        assertThat(find(key).self()).isEmpty();
        send(desk(""), CLERK).andExpect(status().isUnprocessableContent());
    }

    @Test
    void anAssociationDoesNotApply() throws Exception {
        var association = UUID.randomUUID();
        database.sql("""
                        insert into registry.organisation (id, name_ar, legal_form, status, territory_code, registered_at, version)
                        values (:id, 'جمعية', 'ASSOCIATION', 'ACTIVE', 'C-GUE', now(), 1)
                        """).param("id", association).update();
        send(desk("organisation:" + association), CLERK)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString(said("spaces.application.refusal.association"))));
    }

    @Test
    void staffSeeWhatWasSentAndSayThatAPaperWillNotDo() throws Exception {
        var complete = test.sent(call, artisan, 2);
        var lacking = test.begun(call, test.artisan(), 1);
        applying.send(lacking);
        var draft = test.begun(call, test.artisan(), 1);

        see(STAFF + "?call=" + call.called(), CLERK)
                .andExpect(content()
                        .string(allOf(
                                containsString(call.called() + "-0001"),
                                containsString(call.called() + "-0002"),
                                not(containsString(draft.toString())))));
        see(STAFF + "?call=" + call.called() + "&missing=project&unit=1&craft=TLR&party=artisan", CLERK)
                .andExpect(content()
                        .string(allOf(
                                not(containsString(call.called() + "-0001")),
                                containsString(call.called() + "-0002"))));
        see(STAFF + "?call=" + call.called() + "&state=complete&q=0001", CLERK)
                .andExpect(content().string(containsString(call.called() + "-0001")));
        see(STAFF + "/" + complete, CLERK).andExpect(content().string(containsString("عيشة")));
        see(STAFF + "/" + complete + "/papers/project", CLERK);
        send(post(STAFF + "/" + complete + "/papers/project").param("reason", ""), CLERK)
                .andExpect(status().isUnprocessableContent());
        send(post(STAFF + "/" + complete + "/papers/project").param("reason", "غير مقروءة"), CLERK)
                .andExpect(redirectedUrl(STAFF + "/" + complete));
        see(STAFF + "/" + complete, CLERK).andExpect(content().string(containsString("غير مقروءة")));
        web.perform(get(STAFF + "/" + draft).with(authentication(CLERK))).andExpect(status().isNotFound());
    }

    @Test
    void theDatabaseNamesTheSameMissingPapersAsThePages() {
        for (var party : List.of(artisan, test.cooperative(2, 0))) {
            var id = test.begun(call, party, 1);
            assertThat(database.sql("select unnest(spaces.missing_papers(:id))")
                            .param("id", id.value())
                            .query(String.class)
                            .list())
                    .isEqualTo(applications.find(id).orElseThrow().missing(call).stream()
                            .map(AskedPaper::code)
                            .toList());
        }
    }

    private String said(String key) {
        return texts.say(Language.AR, key);
    }

    private Application find(UUID id) {
        return applications.find(new ApplicationId(id)).orElseThrow();
    }

    private ResultActions begin(UUID id, UUID party, Authentication who) throws Exception {
        return send(
                post(MINE)
                        .param("id", id.toString())
                        .param("call", call.id().toString())
                        .param("party", party.toString()),
                who);
    }

    private ResultActions tap(UUID id, UnitId unit) throws Exception {
        return send(post(MINE + "/" + id + "/units").param("unit", unit.toString()), her);
    }

    private MockHttpServletRequestBuilder desk(String party) {
        return post(DESK).param("call", call.called()).param("party", party);
    }

    private ResultActions see(String path, Authentication who) throws Exception {
        return web.perform(get(path).with(authentication(who))).andExpect(status().isOk());
    }

    private ResultActions send(MockHttpServletRequestBuilder request, Authentication who) throws Exception {
        return web.perform(request.with(authentication(who)).with(csrf()));
    }

    private static Authentication telephone(UUID person) {
        return new TestActor(
                        UUID.randomUUID(),
                        "عيشة",
                        Set.of(Role.ARTISAN),
                        Set.of(Code.APPLY),
                        Scope.EVERYWHERE,
                        Optional.of(person))
                .authentication();
    }

    private static byte[] png() throws Exception {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }
}
