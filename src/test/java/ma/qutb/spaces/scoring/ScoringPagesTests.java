package ma.qutb.spaces.scoring;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import ma.qutb.registry.PersonId;
import ma.qutb.spaces.SpacesModuleTest;
import ma.qutb.spaces.SpacesPermission.Code;
import ma.qutb.spaces.TestCalls;
import ma.qutb.spaces.application.Applicant;
import ma.qutb.spaces.application.ApplicationId;
import ma.qutb.spaces.call.Call;
import ma.qutb.support.TestActor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The pages of a committee, from a telephone and from a desk. */
@SpacesModuleTest
class ScoringPagesTests {

    @Autowired
    MockMvc web;

    @Autowired
    TestCalls calls;

    @Autowired
    TestCommittee test;

    @Autowired
    DeclaringRelatives relatives;

    @Autowired
    IssuingMinutes minutes;

    Call call;
    Applicant kin;
    ApplicationId first;
    ApplicationId second;
    List<TestActor> members;
    TestActor chair;

    @BeforeEach
    void aCommittee() {
        call = calls.open(3);
        first = calls.sent(call, calls.artisan(), 2);
        kin = calls.artisan();
        second = calls.sent(call, kin, 2);
        members = test.members(3);
        chair = members.getFirst();
    }

    @Test
    void theDirectorNamesACommitteeThatThenSeesItsSheets() throws Exception {
        test.close(call);
        web.perform(get(committee()).with(authentication(chair.authentication())))
                .andExpect(content().string(containsString("name=\"member\"")));
        web.perform(send(committee() + "/naming", chair)
                        .param("member", chair.id().toString())
                        .param("chair", chair.id().toString()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("3 أعضاء على الأقل")));
        web.perform(send(committee() + "/naming", chair)
                        .param(
                                "member",
                                members.stream().map(it -> it.id().toString()).toArray(String[]::new))
                        .param("chair", chair.id().toString())
                        .param("spread", "25"))
                .andExpect(redirectedUrl(committee()));

        web.perform(get("/app/spaces/scoring")
                        .with(authentication(members.get(1).authentication())))
                .andExpect(content().string(containsString(sheet())));
        web.perform(get(sheet()).with(authentication(test.member(null).authentication())))
                .andExpect(status().isNotFound());
    }

    @Test
    void aMemberGivesPointsOneApplicationAfterTheOther() throws Exception {
        test.convene(call, members);
        web.perform(get(sheet() + "/" + first).with(authentication(chair.authentication())))
                .andExpect(content().string(containsString("name=\"project\"")));
        web.perform(send(sheet() + "/" + first, chair).param("project", "101").param("experience", "70"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("من 0 إلى 100")));
        web.perform(send(sheet() + "/" + first, chair).param("project", "٨٠").param("experience", ""))
                .andExpect(redirectedUrl(sheet() + "/" + second));
        web.perform(get(sheet()).with(authentication(chair.authentication())))
                .andExpect(content().string(containsString("ناقص")));
        web.perform(send(sheet() + "/closing", chair)).andExpect(status().isUnprocessableContent());
        web.perform(send(sheet() + "/" + first, chair).param("project", "80").param("experience", "70"))
                .andExpect(redirectedUrl(sheet() + "/" + second));
        web.perform(get(sheet() + "/" + second + "/conflict").with(authentication(chair.authentication())))
                .andExpect(status().isOk());
        web.perform(send(sheet() + "/" + second + "/conflict", chair).param("words", "شريكي في الورشة"))
                .andExpect(redirectedUrl(sheet()));
        web.perform(send(sheet() + "/closing", chair)).andExpect(redirectedUrl(sheet()));
        web.perform(get(committee()).with(authentication(chair.authentication())))
                .andExpect(content().string(containsString("مغلقة")));
    }

    @Test
    void aRelativesApplicationShowsWhyItIsKeptAway() throws Exception {
        relatives.declare(new PersonId(kin.id()), chair);
        test.convene(call, members);

        web.perform(get(sheet() + "/" + second).with(authentication(chair.authentication())))
                .andExpect(content().string(containsString("من أقاربكم")))
                .andExpect(content().string(not(containsString("name=\"project\""))));
        web.perform(send(sheet() + "/" + second, chair).param("project", "90").param("experience", "90"))
                .andExpect(status().isUnprocessableContent());
        web.perform(get("/app/spaces/scoring").with(authentication(chair.authentication())))
                .andExpect(content().string(containsString("عيشة")));
        web.perform(get("/app/spaces/scoring/relatives").with(authentication(chair.authentication())))
                .andExpect(status().isOk());
    }

    @Test
    void theChairTalksAndClosesWithMinutes() throws Exception {
        test.convene(call, members);
        test.score(call, members.subList(0, 1), it -> 10);
        test.score(call, members.subList(1, 3), it -> it.endsWith("0001") ? 90 : 15);
        var reader = TestActor.with(Code.SEE_SCORES);
        web.perform(get("/app/spaces/scores?call=" + call.called()).with(authentication(reader)))
                .andExpect(content().string(containsString("63.333")));
        var talk = committee() + "/talks/" + first;
        web.perform(get(talk).with(authentication(chair.authentication()))).andExpect(status().isOk());
        web.perform(send(talk, chair).param("words", "عاينت اللجنة المشروع").param("agreed", "70"))
                .andExpect(redirectedUrl("/app/spaces/scores?call=" + call.called()));
        web.perform(send(committee() + "/freezing", members.get(1))).andExpect(status().isUnprocessableContent());
        web.perform(send(committee() + "/freezing", chair)).andExpect(redirectedUrl(committee()));

        var paper = minutes.of(call).getFirst();
        for (var form : List.of("ar", "fr")) {
            web.perform(get(committee() + "/minutes/" + paper.id().value() + "/" + form + ".pdf")
                            .with(authentication(reader)))
                    .andExpect(content().contentType("application/pdf"));
        }
        web.perform(get(committee()).with(authentication(reader)))
                .andExpect(content().string(containsString(paper.number())));
    }

    private String committee() {
        return "/app/spaces/calls/" + call.id() + "/committee";
    }

    private String sheet() {
        return "/app/spaces/calls/" + call.id() + "/sheet";
    }

    private static MockHttpServletRequestBuilder send(String path, TestActor by) {
        return post(path).with(authentication(by.authentication())).with(csrf());
    }
}
