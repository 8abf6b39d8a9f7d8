package ma.qutb.spaces.call;

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

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import ma.qutb.kernel.Scope;
import ma.qutb.ledger.StandingClock;
import ma.qutb.spaces.SiteId;
import ma.qutb.spaces.SpacesModuleTest;
import ma.qutb.spaces.SpacesPermission.Code;
import ma.qutb.spaces.TestCalls;
import ma.qutb.spaces.TestSite;
import ma.qutb.support.TestActor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The zone manager prepares, publishes, extends and cancels a call; everybody reads it. */
@SpacesModuleTest
class CallPagesTests {

    private static final Authentication MANAGER = TestActor.with(Code.SEE, Code.MANAGE_CALLS);

    @Autowired
    MockMvc web;

    @Autowired
    TestSite sites;

    @Autowired
    TestCalls test;

    @Autowired
    Calls calls;

    @Autowired
    CallForm fields;

    @Autowired
    CallNotices notices;

    @Autowired
    StandingClock clock;

    SiteId site;

    @BeforeEach
    void aSite() {
        site = sites.drawn(3);
    }

    @Test
    void aCallIsPreparedWithWhatIsUsualAndPublished() throws Exception {
        see("/app/spaces/calls/new");
        see("/app/spaces/calls/new?site=" + site)
                .andExpect(content().string(containsString("name=\"weight-project\"")));
        var key = UUID.randomUUID();
        send(typed(fields.usual())
                        .param("key", key.toString())
                        .param("unit-" + sites.unit(site, "2").id(), "true"))
                .andExpect(redirectedUrl("/app/spaces/calls/" + key));
        var call = calls.find(new CallId(key)).orElseThrow();
        assertThat(call.units()).containsExactly(sites.unit(site, "2").id());
        assertThat(call.criteria().stream().mapToInt(Criterion::weight).sum()).isEqualTo(Criterion.WHOLE);
        see(path(call));
        see(path(call) + "/details").andExpect(content().string(containsString("value=\"25\"")));
        send(change(path(call) + "/details", fields.of(call)).param("share-young_graduate", "1"))
                .andExpect(redirectedUrl(path(call)));
        see(path(call) + "/publication");
        send(post(path(call) + "/publication")).andExpect(redirectedUrl(path(call)));
        assertThat(calls.find(call.id()).orElseThrow().state(clock.instant())).isEqualTo(Call.State.ANNOUNCED);
        send(change(path(call) + "/details", fields.of(call))).andExpect(status().isUnprocessableContent());
    }

    @Test
    void whatIsWrongStandsBesideItsField() throws Exception {
        var usual = fields.usual();
        usual.put("closes", usual.get("opens"));
        send(typed(usual))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("f-closes-error")));
        usual.put("opens", "morgen");
        send(typed(usual)).andExpect(content().string(containsString("f-opens-error")));
        usual.put("opens", "");
        usual.put("weight-project", "vierzig");
        send(typed(usual)).andExpect(content().string(containsString("f-weight-project-error")));
    }

    @Test
    void aCallIsExtendedAndCancelledWithItsReasonAndANewNotice() throws Exception {
        var call = test.open(2);
        var first = notices.of(call).orElseThrow();
        see(path(call) + "/extension");
        send(post(path(call) + "/extension")
                        .param("until", fields.local(call.calendar().closesAt()))
                        .param("reason", "x"))
                .andExpect(status().isUnprocessableContent());
        send(post(path(call) + "/extension")
                        .param("until", fields.local(call.calendar().closesAt().plus(Duration.ofDays(3))))
                        .param("reason", "عطلة العيد"))
                .andExpect(redirectedUrl(path(call)));
        var second = notices.of(call).orElseThrow();
        assertThat(second.number()).isNotEqualTo(first.number());
        see("/ar/calls/" + call.called()).andExpect(content().string(containsString("عطلة العيد")));
        see(path(call) + "/cancellation");
        send(post(path(call) + "/cancellation").param("reason", "")).andExpect(status().isUnprocessableContent());
        send(post(path(call) + "/cancellation").param("reason", "أشغال")).andExpect(redirectedUrl(path(call)));
        assertThat(notices.of(call).orElseThrow().cancellation()).isNotNull();
        see(path(call)).andExpect(content().string(containsString("أشغال")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void everybodyReadsAnOpenCallInTheirLanguage(String language) throws Exception {
        var call = test.open(3);
        var path = "/" + language + "/calls/" + call.called();
        web.perform(get("/" + language + "/calls"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(path)));
        web.perform(get(path))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("<polygon"),
                                containsString("notice-ar.pdf"),
                                not(containsString("???")))));
        assertThat(web.perform(get(path + "/notice-" + (language.equals("en") ? "fr" : language) + ".pdf"))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray())
                .startsWith("%PDF".getBytes());
    }

    @Test
    void aDraftIsNobodysBusinessAndAClosedCallStaysReadable() throws Exception {
        var draft = test.prepared(site);
        web.perform(get("/ar/calls/" + draft)).andExpect(status().isNotFound());
        web.perform(get("/ar/calls/2001-99")).andExpect(status().isNotFound());
        var call = test.open(1);
        clock.forward(TestCalls.OPEN);
        web.perform(get("/ar/calls/" + call.called()))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("/app/my/applications"))));
    }

    @Test
    void whoSeesNoneOfTheSiteSeesNoneOfItsCalls() throws Exception {
        var call = test.open(1);
        var elsewhere = TestActor.within(new Scope.Within(Set.of("P-TAT")), Code.SEE, Code.MANAGE_CALLS);
        web.perform(get(path(call)).with(authentication(elsewhere))).andExpect(status().isNotFound());
        web.perform(get(path(call) + "/cancellation").with(authentication(elsewhere)))
                .andExpect(status().isNotFound());
        web.perform(get("/app/spaces/calls/new?site=" + site).with(authentication(elsewhere)))
                .andExpect(status().isNotFound());
        web.perform(get(path(call) + "/cancellation").with(authentication(TestActor.with(Code.SEE))))
                .andExpect(status().isForbidden());
        see("/app/spaces/calls?q=" + call.called() + "&state=published")
                .andExpect(content().string(containsString(call.called())));
        web.perform(get("/app/spaces/calls").with(authentication(elsewhere)))
                .andExpect(content().string(not(containsString(call.id().toString()))));
    }

    private static String path(Call call) {
        return "/app/spaces/calls/" + call.id();
    }

    private MockHttpServletRequestBuilder typed(Map<String, String> fields) {
        return change("/app/spaces/calls", fields).param("site", site.toString());
    }

    private static MockHttpServletRequestBuilder change(String path, Map<String, String> fields) {
        var request = post(path);
        fields.forEach(request::param);
        return request;
    }

    private ResultActions see(String path) throws Exception {
        return web.perform(get(path).with(authentication(MANAGER))).andExpect(status().isOk());
    }

    private ResultActions send(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(authentication(MANAGER)).with(csrf()));
    }
}
