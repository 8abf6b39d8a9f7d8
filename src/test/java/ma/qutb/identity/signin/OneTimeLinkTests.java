package ma.qutb.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.UUID;
import ma.qutb.identity.FirstAdministrator;
import ma.qutb.identity.IdentityTest;
import ma.qutb.identity.TestSessions;
import ma.qutb.identity.account.Account;
import ma.qutb.identity.account.Accounts;
import ma.qutb.identity.account.TestAccounts;
import ma.qutb.kernel.Refusal;
import ma.qutb.kernel.Role;
import ma.qutb.support.AdjustableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@IdentityTest
class OneTimeLinkTests {

    private static final String WANTED = "a bracelet of silver";

    @Autowired
    MockMvc web;

    @Autowired
    OneTimeLinks links;

    @Autowired
    FirstAdministrator first;

    @Autowired
    TestAccounts accounts;

    @Autowired
    Accounts all;

    @Autowired
    TestSessions sessions;

    @Autowired
    AdjustableClock clock;

    @Autowired
    JdbcClient database;

    Account clerk;

    @BeforeEach
    void aClerk() {
        clerk = accounts.with(Role.SALE_POINT_CLERK);
    }

    @Test
    void aLinkOpensTheAccountWithANewPasswordOnce() throws Exception {
        var before = sessions.of(clerk);
        var link = links.forPassword(clerk.id());

        // Messengers look at links before people do.
        web.perform(get(link)).andExpect(status().isOk());
        web.perform(get(link)).andExpect(status().isOk());
        chosen(link, WANTED).andExpect(redirectedUrl("/sign-in/home"));

        sessions.tried(clerk.userName(), WANTED).andExpect(redirectedUrl("/sign-in/home"));
        sessions.tried(clerk.userName(), TestAccounts.PASSWORD).andExpect(status().isUnprocessableContent());
        web.perform(get("/me").cookie(before)).andExpect(status().is3xxRedirection());
        chosen(link, "another password").andExpect(status().isGone());
        web.perform(get(link)).andExpect(status().isGone());
    }

    @Test
    void aNewLinkVoidsTheOneBefore() throws Exception {
        var old = links.forPassword(clerk.id());
        links.forPassword(clerk.id());

        chosen(old, WANTED).andExpect(status().isGone());
    }

    @Test
    void aLinkIsGoodForFortyEightHours() throws Exception {
        var link = links.forPassword(clerk.id());

        clock.forward(Duration.ofHours(48).plusSeconds(1));

        chosen(link, WANTED).andExpect(status().isGone());
    }

    @Test
    void aWeakPasswordIsRefusedAndTheLinkStaysGood() throws Exception {
        var link = links.forPassword(clerk.id());

        chosen(link, "short").andExpect(status().isUnprocessableContent());
        chosen(link, "my name is " + clerk.userName()).andExpect(status().isUnprocessableContent());
        chosen(link, "aaaaaaaaaaaa").andExpect(status().isUnprocessableContent());
        chosen(link, WANTED).andExpect(redirectedUrl("/sign-in/home"));
    }

    @Test
    void aLinkEndsTheWaitAfterWrongPasswords() throws Exception {
        for (int i = 0; i < 5; i++) {
            sessions.tried(clerk.userName(), "slip");
        }

        chosen(links.forPassword(clerk.id()), WANTED);

        sessions.tried(clerk.userName(), WANTED).andExpect(redirectedUrl("/sign-in/home"));
    }

    @Test
    void theDatabaseDoesNotKnowTheLink() {
        var token = links.forPassword(clerk.id()).replace("/password/", "");

        assertThat(database.sql("select count(*) from identity.one_time_link l where l::text like '%' || :token || '%'")
                        .param("token", token)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void theFirstAdministratorIsMadeOnceAndNobodyAfterwards() throws Exception {
        var standIns = database.sql("""
                        update identity.account set state = 'LOCKED' where state = 'ACTIVE' and id in
                            (select account from identity.role_held where role = 'ADMINISTRATOR') returning id""").query(UUID.class).list();
        try {
            var stale = first.link().orElseThrow();
            var link = first.link().orElseThrow();
            var name = "boss" + UUID.randomUUID().toString().substring(0, 8);

            setUp(stale, name).andExpect(status().isGone());
            setUp(link, name).andExpect(redirectedUrl("/sign-in/home"));

            assertThat(first.link()).isEmpty();
            setUp(link, "second" + name).andExpect(status().isGone());
            sessions.tried(name, WANTED).andExpect(redirectedUrl("/sign-in/home"));
        } finally {
            standIns.forEach(it -> database.sql("update identity.account set state = 'ACTIVE' where id = :id")
                    .param("id", it)
                    .update());
        }
    }

    @Test
    void aLinkForALockedAccountOpensNothing() {
        var token = links.forPassword(clerk.id()).replace("/password/", "");
        accounts.lock(clerk);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> links.choosePassword(token, WANTED))
                .withMessage("identity.sign-in.refusal.locked");
    }

    private ResultActions chosen(String link, String password) throws Exception {
        return web.perform(post(link).with(csrf()).param("password", password));
    }

    private ResultActions setUp(String link, String name) throws Exception {
        return web.perform(post(link)
                .with(csrf())
                .param("userName", name)
                .param("displayName", "مريم")
                .param("password", WANTED));
    }
}
