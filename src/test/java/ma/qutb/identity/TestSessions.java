package ma.qutb.identity;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import ma.qutb.identity.account.Account;
import ma.qutb.identity.account.TestAccounts;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Signs in as a browser would. */
public class TestSessions {

    private final MockMvc web;

    TestSessions(MockMvc web) {
        this.web = web;
    }

    /** The cookie of a session of this account. */
    public Cookie of(Account account) throws Exception {
        return cookie(tried(account.userName(), TestAccounts.PASSWORD));
    }

    public ResultActions tried(String name, String password) throws Exception {
        return web.perform(post("/sign-in").with(csrf()).param("username", name).param("password", password));
    }

    public static Cookie cookie(ResultActions answer) {
        var cookie = answer.andReturn().getResponse().getCookie("session");
        if (cookie == null) {
            throw new AssertionError(
                    "not signed in: " + answer.andReturn().getResponse().getStatus());
        }
        return cookie;
    }
}
