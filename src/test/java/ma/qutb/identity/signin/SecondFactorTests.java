package ma.qutb.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import ma.qutb.identity.IdentityTest;
import ma.qutb.identity.TestSessions;
import ma.qutb.identity.account.Account;
import ma.qutb.identity.account.TestAccounts;
import ma.qutb.kernel.Role;
import ma.qutb.support.AdjustableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@IdentityTest
class SecondFactorTests {

    @Autowired
    MockMvc web;

    @Autowired
    SecondFactor factor;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestSessions sessions;

    @Autowired
    AdjustableClock clock;

    @Autowired
    JdbcClient database;

    Account registrar;
    byte[] secret;
    List<String> recovery;

    @BeforeEach
    void aRegistrarWithCodes() throws Exception {
        registrar = accounts.with(Role.REGISTRAR);
        secret = factor.begin(registrar.id());
        recovery = factor.confirm(registrar.id(), codeNow());
        nextCode();
    }

    @Test
    void thePasswordAloneOpensNothing() throws Exception {
        var half = half();

        web.perform(get("/me").cookie(half)).andExpect(status().is3xxRedirection());
        code(half, codeNow()).andExpect(redirectedUrl("/sign-in/home"));
    }

    @Test
    void aCodeIsGoodOnce() throws Exception {
        var seen = codeNow();
        code(half(), seen).andExpect(redirectedUrl("/sign-in/home"));

        code(half(), seen).andExpect(status().isUnprocessableContent());

        nextCode();
        code(half(), codeNow()).andExpect(redirectedUrl("/sign-in/home"));
    }

    @Test
    void anOldCodeIsWorthNothing() throws Exception {
        var old = codeNow();

        clock.forward(Duration.ofSeconds(90));

        code(half(), old).andExpect(status().isUnprocessableContent());
    }

    @Test
    void aRecoveryCodeIsGoodOnceHoweverItIsTyped() throws Exception {
        var code = recovery.getFirst();
        code(half(), code.toLowerCase(Locale.ROOT).replace("-", " ")).andExpect(redirectedUrl("/sign-in/home"));

        code(half(), code).andExpect(status().isUnprocessableContent());
        code(half(), recovery.get(1)).andExpect(redirectedUrl("/sign-in/home"));
    }

    @Test
    void fiveWrongCodesMakeEvenTheRightOneWaitAndTheNextPasswordDoesNotHelp() throws Exception {
        for (int i = 0; i < 5; i++) {
            code(half(), "000000");
        }

        code(half(), codeNow()).andExpect(status().isUnprocessableContent());
    }

    @Test
    void theStepAfterThePasswordIsForgottenAfterTenMinutes() throws Exception {
        var half = half();

        clock.forward(Duration.ofMinutes(11));

        code(half, codeNow()).andExpect(redirectedUrl("/sign-in"));
    }

    @Test
    void secretsAndRecoveryCodesAreNotReadableInTheDatabase() {
        var kept = database.sql("select secret from identity.second_factor where account = :a")
                .param("a", registrar.id())
                .query(byte[].class)
                .single();
        assertThat(new String(kept, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(secret, java.nio.charset.StandardCharsets.ISO_8859_1));
    }

    @Test
    void whereARoleAsksForCodesSignInLeadsThroughSettingOneUp() throws Exception {
        System.setProperty("qutb.sign-in.second-factor.funder", "required");
        try {
            var funder = accounts.with(Role.FUNDER);
            var answer = sessions.tried(funder.userName(), TestAccounts.PASSWORD)
                    .andExpect(redirectedUrl("/sign-in/enrolment"));
            var half = TestSessions.cookie(answer);
            web.perform(get("/sign-in/enrolment").cookie(half)).andExpect(status().isOk());
            secret = factor.begin(funder.id());

            var opened = web.perform(
                            post("/sign-in/enrolment").with(csrf()).cookie(half).param("code", codeNow()))
                    .andExpect(status().isOk());

            web.perform(get("/me/account").cookie(TestSessions.cookie(opened))).andExpect(status().isOk());
        } finally {
            System.clearProperty("qutb.sign-in.second-factor.funder");
        }
    }

    @Test
    void aRolesSettingGoesBeforeTheGeneralOneAndArtisansAreNeverAsked() {
        var rule = new SecondFactorRule(new MockEnvironment()
                .withProperty("qutb.sign-in.second-factor", "required")
                .withProperty("qutb.sign-in.second-factor.funder", "optional"));

        assertThat(rule.requires(Set.of(Role.FUNDER))).isFalse();
        assertThat(rule.requires(Set.of(Role.FUNDER, Role.REGISTRAR))).isTrue();
        assertThat(rule.requires(Set.of(Role.ARTISAN))).isFalse();
    }

    private Cookie half() throws Exception {
        return TestSessions.cookie(
                sessions.tried(registrar.userName(), TestAccounts.PASSWORD).andExpect(redirectedUrl("/sign-in/code")));
    }

    private ResultActions code(Cookie half, String code) throws Exception {
        return web.perform(post("/sign-in/code").with(csrf()).cookie(half).param("code", code));
    }

    private void nextCode() {
        clock.forward(Duration.ofSeconds(30));
    }

    private String codeNow() throws Exception {
        return new TimeBasedOneTimePasswordGenerator()
                .generateOneTimePasswordString(new SecretKeySpec(secret, "HmacSHA1"), clock.instant(), Locale.ROOT);
    }
}
