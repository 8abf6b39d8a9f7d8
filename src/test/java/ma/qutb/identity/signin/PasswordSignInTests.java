package ma.qutb.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.UUID;
import ma.qutb.identity.IdentityTest;
import ma.qutb.identity.TestSessions;
import ma.qutb.identity.account.Account;
import ma.qutb.identity.account.TestAccounts;
import ma.qutb.kernel.Role;
import ma.qutb.support.AdjustableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@IdentityTest
@ExtendWith(OutputCaptureExtension.class)
class PasswordSignInTests {

    @Autowired
    MockMvc web;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestSessions sessions;

    @Autowired
    AdjustableClock clock;

    @Autowired
    JdbcClient database;

    Account registrar;

    @BeforeEach
    void aRegistrar() {
        registrar = accounts.with(Role.REGISTRAR);
    }

    @Test
    void userNameEmailAndPhoneInAnyWritingOpenTheSameAccount() throws Exception {
        var phone = registrar.phone().orElseThrow();
        var local = "0" + phone.substring(4);
        for (var name : new String[] {
            registrar.userName(),
            " " + registrar.userName().toUpperCase(java.util.Locale.ROOT),
            registrar.email().orElseThrow(),
            phone,
            local,
            "00212" + phone.substring(4),
            local.substring(0, 4) + "-" + local.substring(4, 6) + " " + local.substring(6)
        }) {
            sessions.tried(name, TestAccounts.PASSWORD).andExpect(redirectedUrl("/sign-in/home"));
        }
    }

    @Test
    void anUnknownNameAndAWrongPasswordAreAnsweredInTheSameWords() throws Exception {
        var wrong = sessions.tried(registrar.userName(), "not it").andExpect(status().isUnprocessableContent());
        var unknown =
                sessions.tried("nobody" + registrar.userName(), "not it").andExpect(status().isUnprocessableContent());

        assertThat(words(wrong).replace(registrar.userName(), "X"))
                .isEqualTo(words(unknown).replace("nobody" + registrar.userName(), "X"));
    }

    private static String words(org.springframework.test.web.servlet.ResultActions answer) throws Exception {
        return answer.andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8)
                .replaceAll("(_csrf\" value|data-token)=\"[^\"]*\"", "");
    }

    @Test
    void afterFiveWrongPasswordsTheRightOneWaitsAQuarterOfAnHour() throws Exception {
        for (int i = 0; i < 5; i++) {
            sessions.tried(registrar.userName(), "guess " + i);
        }
        sessions.tried(registrar.userName(), TestAccounts.PASSWORD)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("15")));
        // Another writing of the name is the same account.
        sessions.tried(registrar.phone().orElseThrow(), TestAccounts.PASSWORD)
                .andExpect(status().isUnprocessableContent());

        clock.forward(Duration.ofMinutes(15).plusSeconds(1));
        sessions.tried(registrar.userName(), TestAccounts.PASSWORD).andExpect(redirectedUrl("/sign-in/home"));
    }

    @Test
    void anUnknownNameIsLockedOutLikeAKnownOne() throws Exception {
        var name = "x" + UUID.randomUUID();
        for (int i = 0; i < 5; i++) {
            sessions.tried(name, "guess " + i);
        }
        sessions.tried(name, "guess").andExpect(content().string(containsString("15")));
        assertThat(database.sql(
                                "select count(*) from identity.sign_in_attempt where account_key like '%' || :name || '%'")
                        .param("name", name)
                        .query(Integer.class)
                        .single())
                .as("what was typed as a name may be a password")
                .isZero();
    }

    @Test
    void triesOnAnotherNodeCount() throws Exception {
        database.sql("""
                        insert into identity.sign_in_attempt (account_key, address, attempted_at)
                        select :key, '10.0.0.9', :now from generate_series(1, 5)""")
                .param("key", registrar.id().toString())
                // Of the clock that counts them: other tests move it on.
                .param("now", clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .update();

        sessions.tried(registrar.userName(), TestAccounts.PASSWORD).andExpect(status().isUnprocessableContent());
    }

    @Test
    void aSuccessForgivesEarlierSlips() throws Exception {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 4; i++) {
                sessions.tried(registrar.userName(), "slip");
            }
            sessions.tried(registrar.userName(), TestAccounts.PASSWORD).andExpect(redirectedUrl("/sign-in/home"));
        }
    }

    @Test
    void aLockedAccountIsToldSoOnlyWithTheRightPassword() throws Exception {
        accounts.lock(registrar);

        sessions.tried(registrar.userName(), TestAccounts.PASSWORD)
                .andExpect(content().string(containsString("موقوف")));
        sessions.tried(registrar.userName(), "not it")
                .andExpect(content().string(org.hamcrest.Matchers.not(containsString("موقوف"))));
    }

    @Test
    void signInLeadsBackToThePageAskedForAndNeverOutOfQutb() throws Exception {
        web.perform(signInWithBack("/app/users?page=2")).andExpect(redirectedUrl("/app/users?page=2"));
        for (var elsewhere :
                new String[] {"//elsewhere.example", "https://elsewhere.example", "/\\elsewhere.example"}) {
            web.perform(signInWithBack(elsewhere)).andExpect(redirectedUrl("/sign-in/home"));
        }
    }

    private org.springframework.test.web.servlet.RequestBuilder signInWithBack(String back) {
        return post("/sign-in")
                .with(csrf())
                .param("username", registrar.userName())
                .param("password", TestAccounts.PASSWORD)
                .param("back", back);
    }

    @Test
    void aSessionPlantedBeforeSignInIsNotTheOneAfter() throws Exception {
        var planted = sessions.of(accounts.with(Role.ARTISAN));

        var answer = web.perform(post("/sign-in")
                .with(csrf())
                .cookie(planted)
                .param("username", registrar.userName())
                .param("password", TestAccounts.PASSWORD));

        assertThat(TestSessions.cookie(answer).getValue()).isNotEqualTo(planted.getValue());
        web.perform(get("/me").cookie(planted)).andExpect(status().is3xxRedirection());
    }

    @Test
    void theSessionCookieIsOutOfReachOfScriptsAndOtherSites() throws Exception {
        var answer = sessions.tried(registrar.userName(), TestAccounts.PASSWORD)
                .andReturn()
                .getResponse();

        assertThat(answer.getHeaders("Set-Cookie"))
                .anyMatch(it -> it.startsWith("session=") && it.contains("HttpOnly") && it.contains("SameSite=Lax"));
        var secure = web.perform(post("https://qutb.example/sign-in")
                        .secure(true)
                        .with(csrf())
                        .param("username", registrar.userName())
                        .param("password", TestAccounts.PASSWORD))
                .andReturn()
                .getResponse();
        assertThat(secure.getHeaders("Set-Cookie")).anyMatch(it -> it.startsWith("session=") && it.contains("Secure"));
        assertThat(secure.getHeader("Strict-Transport-Security")).contains("max-age=31536000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/ar"})
    void everyAnswerForbidsForeignScripts(String address) throws Exception {
        web.perform(get(address))
                .andExpect(header().string("Content-Security-Policy", containsString("script-src 'self';")))
                .andExpect(header().string("Referrer-Policy", "same-origin"))
                .andExpect(header().exists("Permissions-Policy"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"));
    }

    @Test
    void noPasswordReachesTheLog(CapturedOutput log) throws Exception {
        sessions.tried(registrar.userName(), TestAccounts.PASSWORD);
        sessions.tried(registrar.userName(), "wrong-but-secret");

        assertThat(log.getAll()).doesNotContain(TestAccounts.PASSWORD, "wrong-but-secret");
    }
}
