package ma.qutb.identity.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.util.UUID;
import ma.qutb.identity.IdentityTest;
import ma.qutb.identity.TestSessions;
import ma.qutb.identity.account.Account;
import ma.qutb.identity.account.Accounts;
import ma.qutb.identity.account.TestAccounts;
import ma.qutb.kernel.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@IdentityTest
class ManagingAccountsTests {

    /** What stands in the page itself; the menu belongs to all modules. */
    private static final org.hamcrest.Matcher<String> HAS_ITS_WORDS =
            org.hamcrest.Matchers.not(org.hamcrest.Matchers.matchesPattern(
                    java.util.regex.Pattern.compile(".*<main((?!</main>).)*⟦.*", java.util.regex.Pattern.DOTALL)));

    @Autowired
    MockMvc web;

    @Autowired
    TestAccounts accounts;

    @Autowired
    Accounts all;

    @Autowired
    TestSessions sessions;

    @Autowired
    JdbcClient database;

    Account administrator;
    Cookie session;
    String name;

    @BeforeEach
    void anAdministrator() throws Exception {
        administrator = accounts.with(Role.ADMINISTRATOR);
        session = sessions.of(administrator);
        name = "clerk" + UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void anAdministratorOpensAnAccountGivesARoleAndHandsOverALink() throws Exception {
        var opened = opened(name, "0" + phone()).andExpect(status().is3xxRedirection());
        var page = opened.andReturn().getResponse().getRedirectedUrl();
        var account = all.findByUserName(name).orElseThrow();

        act(post(page).param("role", "SALE_POINT_CLERK").param("reach", "SITE").param("places", "SP-1"))
                .andExpect(redirectedUrl(page));
        var link = act(post("/app/users/" + account.id() + "/link"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(link).contains("/password/");
        web.perform(get(page).cookie(session)).andExpect(content().string(containsString("SP-1")));
        // Shown once: the page of the user does not have it.
        web.perform(get("/app/users/" + account.id()).cookie(session))
                .andExpect(content().string(org.hamcrest.Matchers.not(containsString("/password/"))));
    }

    @Test
    void whatIsTakenOrMisspeltIsSaidBesideItsFieldAndNothingTypedIsLost() throws Exception {
        var phone = phone();
        opened(name, "0" + phone);

        opened(name, "")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("f-userName-error")))
                .andExpect(content().string(containsString("لالة مريم")));
        opened(name + "2", "+212" + phone).andExpect(content().string(containsString("f-phone-error")));
        opened(name + "3", "12").andExpect(content().string(containsString("f-phone-error")));
        opened("فاطمة", "").andExpect(content().string(containsString("f-userName-error")));
    }

    @Test
    void theSecondOfTwoWhoCorrectAnAccountIsTold() throws Exception {
        var clerk = accounts.with(Role.SALE_POINT_CLERK);
        corrected(clerk, "الاسم الأول").andExpect(redirectedUrl("/app/users/" + clerk.id()));

        corrected(clerk, "الاسم الثاني")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("الاسم الثاني")));
        assertThat(accounts.fresh(clerk).displayName()).isEqualTo("الاسم الأول");
    }

    @Test
    void theLastAdministratorCanNeitherBeEndedNorLocked() throws Exception {
        var others = database.sql("""
                        update identity.account set state = 'LOCKED' where state = 'ACTIVE' and id <> :me and id in
                            (select account from identity.role_held where role = 'ADMINISTRATOR') returning id""")
                .param("me", administrator.id())
                .query(UUID.class)
                .list();
        try {
            var role = database.sql("select id from identity.role_held where account = :a")
                    .param("a", administrator.id())
                    .query(UUID.class)
                    .single();
            act(post("/app/users/" + administrator.id() + "/roles/" + role + "/end"));
            act(post("/app/users/" + administrator.id() + "/lock"));

            assertThat(accounts.fresh(administrator).active()).isTrue();
            web.perform(get("/app/users").cookie(session)).andExpect(status().isOk());
        } finally {
            others.forEach(it -> database.sql("update identity.account set state = 'ACTIVE' where id = :id")
                    .param("id", it)
                    .update());
        }
    }

    @Test
    void anAdministratorIsSoEverywhere() throws Exception {
        var clerk = accounts.with(Role.SALE_POINT_CLERK);

        act(post("/app/users/" + clerk.id() + "/roles")
                        .param("role", "ADMINISTRATOR")
                        .param("reach", "TERRITORIES")
                        .param("places", "P-GUE"))
                .andExpect(status().isUnprocessableContent());
    }

    @Test
    void aLockedUserIsOutAndAnUnlockedOneMustSignInAgain() throws Exception {
        var clerk = accounts.with(Role.AUDITOR);
        var open = sessions.of(clerk);

        act(post("/app/users/" + clerk.id() + "/lock"));
        act(post("/app/users/" + clerk.id() + "/unlocking"));

        web.perform(get("/app/test-guarded").cookie(open)).andExpect(status().is3xxRedirection());
        web.perform(get("/app/test-guarded").cookie(sessions.of(clerk))).andExpect(status().isOk());
    }

    @Test
    void onlyAdministratorsChangeAccountsAndThoseWithoutTheRightSeeThePageThatSaysNo() throws Exception {
        var auditor = sessions.of(accounts.with(Role.AUDITOR));
        var registrar = sessions.of(accounts.with(Role.REGISTRAR));

        web.perform(get("/app/users").cookie(auditor)).andExpect(status().isOk());
        web.perform(get("/app/users/new").cookie(auditor)).andExpect(status().isForbidden());
        web.perform(post("/app/users/" + administrator.id() + "/lock")
                        .with(csrf())
                        .cookie(auditor))
                .andExpect(status().isForbidden());
        web.perform(get("/app/users").cookie(registrar)).andExpect(status().isForbidden());
        web.perform(get("/app/permissions").cookie(registrar)).andExpect(status().isForbidden());
    }

    @Test
    void everyPageOfAUserIsThereInEachLanguage() throws Exception {
        var clerk = accounts.with(Role.SALE_POINT_CLERK);
        sessions.of(clerk);
        for (var language : new String[] {"ar", "fr", "en"}) {
            for (var page : new String[] {"", "/roles", "/sessions", "/changes", "/edit"}) {
                web.perform(get("/app/users/" + clerk.id() + page).cookie(session, new Cookie("lang", language)))
                        .andExpect(status().isOk())
                        .andExpect(content().string(HAS_ITS_WORDS));
            }
            for (var page :
                    new String[] {"/app/users", "/app/permissions", "/app/account", "/app/notifications", "/app/audit"
                    }) {
                web.perform(get(page).cookie(session, new Cookie("lang", language)))
                        .andExpect(status().isOk())
                        .andExpect(content().string(HAS_ITS_WORDS));
            }
        }
    }

    private ResultActions opened(String userName, String phone) throws Exception {
        return act(post("/app/users")
                .param("userName", userName)
                .param("displayName", "لالة مريم")
                .param("phone", phone)
                .param("email", "")
                .param("language", "fr")
                .param("version", "0"));
    }

    private ResultActions corrected(Account account, String displayName) throws Exception {
        return act(post("/app/users/" + account.id())
                .param("userName", account.userName())
                .param("displayName", displayName)
                .param("phone", "")
                .param("email", "")
                .param("language", "ar")
                .param("version", String.valueOf(account.version())));
    }

    private ResultActions act(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(csrf()).cookie(session));
    }

    private static String phone() {
        return "6" + String.format("%08d", (int) (Math.random() * 1e8));
    }
}
