package ma.qutb.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import ma.qutb.identity.IdentityTest;
import ma.qutb.identity.TestSessions;
import ma.qutb.identity.account.TestAccounts;
import ma.qutb.kernel.Role;
import ma.qutb.support.AdjustableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@IdentityTest
@ExtendWith(OutputCaptureExtension.class)
class OpenSessionTests {

    @Autowired
    MockMvc web;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestSessions sessions;

    @Autowired
    AdjustableClock clock;

    @Autowired
    EndingSessions ending;

    @Test
    void aRoleEndedIsGoneAtTheNextClickOfAnOpenSession() throws Exception {
        var auditor = accounts.with();
        var role = accounts.give(auditor, Role.AUDITOR);
        var session = sessions.of(auditor);
        guarded(session).andExpect(status().isOk());

        accounts.end(role);

        guarded(session).andExpect(status().isForbidden());
    }

    @Test
    void aRoleGivenCountsAtTheNextClickOfAnOpenSession() throws Exception {
        var account = accounts.with(Role.REGISTRAR);
        var session = sessions.of(account);
        guarded(session).andExpect(status().isForbidden());

        accounts.give(account, Role.AUDITOR);

        guarded(session).andExpect(status().isOk());
    }

    @Test
    void aLockedAccountIsOutAtTheNextClick() throws Exception {
        var account = accounts.with(Role.AUDITOR);
        var session = sessions.of(account);

        accounts.lock(account);

        guarded(session).andExpect(redirectedUrl("/sign-in?back=%2Fapp%2Ftest-guarded"));
    }

    @Test
    void rolesHoldWhereTheyWereGivenAndTogetherAddUp() throws Exception {
        var account = accounts.with();
        accounts.give(account, Role.AUDITOR, "P-GUE");
        var session = sessions.of(account);
        guarded(session).andExpect(content().string("P-GUE"));

        accounts.give(account, Role.AUDITOR, "P-TAT", "P-ASZ");
        guarded(session).andExpect(content().string("P-ASZ,P-GUE,P-TAT"));

        // The director sees accounts everywhere, but the audit trail stays where the auditor's roles hold.
        accounts.give(account, Role.DIRECTOR);
        guarded(session).andExpect(content().string("P-ASZ,P-GUE,P-TAT"));
    }

    @Test
    void signingOutEverywhereEndsSessionsOnOtherNodesToo() throws Exception {
        var account = accounts.with(Role.AUDITOR);
        var phone = sessions.of(account);
        var desk = sessions.of(account);

        ending.all(account.id(), null);

        guarded(phone).andExpect(status().is3xxRedirection());
        guarded(desk).andExpect(status().is3xxRedirection());
    }

    @Test
    void signingOutEndsThisSessionAlone() throws Exception {
        var account = accounts.with(Role.AUDITOR);
        var phone = sessions.of(account);
        var desk = sessions.of(account);

        web.perform(post("/sign-out").with(csrf()).cookie(phone)).andExpect(redirectedUrl("/"));

        guarded(phone).andExpect(status().is3xxRedirection());
        guarded(desk).andExpect(status().isOk());
    }

    @Test
    void noSessionOutlivesTheWorkingDay() throws Exception {
        var session = sessions.of(accounts.with(Role.AUDITOR));

        clock.forward(Duration.ofHours(12).plusSeconds(1));

        guarded(session).andExpect(status().is3xxRedirection());
    }

    @Test
    void aFormSentAfterTheSessionEndedLeadsThroughSignInBackToItsPage() throws Exception {
        web.perform(post("http://localhost/app/test-form")
                        .with(csrf())
                        .header("Referer", "http://localhost/app/test-form/new?kind=1"))
                .andExpect(status().isSeeOther())
                .andExpect(redirectedUrl("/sign-in?back=%2Fapp%2Ftest-form%2Fnew%3Fkind%3D1"));
        // Neither does it matter when the form's own token is no longer known.
        web.perform(post("http://localhost/app/test-form").header("Referer", "http://localhost/app/test-form/new"))
                .andExpect(redirectedUrl("/sign-in?back=%2Fapp%2Ftest-form%2Fnew"));
    }

    @Test
    void aFormSentFromAnotherSiteLeadsNowhereOfItsChoosing() throws Exception {
        web.perform(post("http://localhost/app/test-form").header("Referer", "https://elsewhere.example/app/users"))
                .andExpect(redirectedUrl("/sign-in"));
        web.perform(post("http://localhost/app/test-form")
                        .cookie(sessions.of(accounts.with(Role.AUDITOR)))
                        .header("Referer", "https://elsewhere.example/app/users"))
                .andExpect(status().isForbidden());
    }

    @Test
    void aLiveUpdateAfterTheSessionEndedSendsTheWholePageToSignIn() throws Exception {
        web.perform(get("http://localhost/app/test-guarded")
                        .header("HX-Request", "true")
                        .header("HX-Current-URL", "http://localhost/app/people?q=fatima"))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("HX-Redirect", "/sign-in?back=%2Fapp%2Fpeople%3Fq%3Dfatima"));
    }

    @Test
    void theLogSaysWhichRequestOfWhichUserSpoke(CapturedOutput output) throws Exception {
        var account = accounts.with(Role.AUDITOR);
        var request = guarded(sessions.of(account)).andReturn().getResponse().getHeader("X-Request-Id");

        assertThat(output.getAll().lines().filter(it -> it.contains("guarded page read")))
                .anyMatch(it -> it.contains(request + " " + account.id()));
    }

    @Test
    void healthIsPublicAndTellsNothingMetricsAreForThisMachineOrTheAdministrator() throws Exception {
        web.perform(get("/actuator/health"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.status").value("UP"))
                .andExpect(jsonPath("$.components").doesNotExist());
        web.perform(get("/actuator/prometheus").with(from("105.1.2.3"))).andExpect(status().is3xxRedirection());
        web.perform(get("/actuator/prometheus")
                        .with(from("105.1.2.3"))
                        .cookie(sessions.of(accounts.with(Role.AUDITOR))))
                .andExpect(status().isForbidden());
    }

    private static org.springframework.test.web.servlet.request.RequestPostProcessor from(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }

    private ResultActions guarded(Cookie session) throws Exception {
        return web.perform(get("/app/test-guarded").cookie(session));
    }
}
