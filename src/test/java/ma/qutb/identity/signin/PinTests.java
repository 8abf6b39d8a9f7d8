package ma.qutb.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import ma.qutb.identity.IdentityTest;
import ma.qutb.identity.TestSessions;
import ma.qutb.identity.account.Account;
import ma.qutb.identity.account.TestAccounts;
import ma.qutb.kernel.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@IdentityTest
class PinTests {

    private static final String PIN = "7391";

    @Autowired
    MockMvc web;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestSessions sessions;

    @Autowired
    JdbcClient database;

    Account artisan;
    Cookie phone;

    @BeforeEach
    void anArtisanWhosePhoneKnowsHer() throws Exception {
        artisan = accounts.with(Role.ARTISAN);
        phone = chosen(artisan, PIN, null)
                .andExpect(redirectedUrl("/me/account"))
                .andReturn()
                .getResponse()
                .getCookie("device");
    }

    @Test
    void fourFiguresOpenTheAccountOnThePhoneThatKnowsIt() throws Exception {
        web.perform(get("/sign-in").cookie(phone)).andExpect(content().string(containsString(artisan.displayName())));

        pin(phone, artisan, PIN).andExpect(redirectedUrl("/sign-in/home"));
    }

    @Test
    void onAnotherPhoneTheFiguresAreWorthNothing() throws Exception {
        var other = accounts.with(Role.ARTISAN);
        var otherPhone = chosen(other, "8264", null).andReturn().getResponse().getCookie("device");

        pin(otherPhone, artisan, PIN).andExpect(status().isUnprocessableContent());
        web.perform(post("/sign-in/pin")
                        .with(csrf())
                        .param("person", artisan.id().toString())
                        .param("pin", PIN))
                .andExpect(redirectedUrl("/sign-in"));
    }

    @Test
    void afterFiveWrongTriesThePhoneAsksForThePasswordAgain() throws Exception {
        for (int i = 0; i < 4; i++) {
            pin(phone, artisan, "0000").andExpect(status().isUnprocessableContent());
        }
        pin(phone, artisan, "0000").andExpect(content().string(containsString("name=\"password\"")));

        pin(phone, artisan, PIN).andExpect(status().isUnprocessableContent());
        web.perform(get("/sign-in").cookie(phone))
                .andExpect(content().string(not(containsString(artisan.displayName()))));

        web.perform(post("/sign-in")
                        .with(csrf())
                        .cookie(phone)
                        .param("username", artisan.userName())
                        .param("password", TestAccounts.PASSWORD))
                .andExpect(redirectedUrl("/sign-in/home"));
        pin(phone, artisan, PIN).andExpect(redirectedUrl("/sign-in/home"));
    }

    @Test
    void severalPeopleShareAPhoneEachWithTheirOwnFigures() throws Exception {
        var sister = accounts.with(Role.ARTISAN);
        chosen(sister, "5682", phone);

        web.perform(get("/sign-in").cookie(phone))
                .andExpect(content().string(containsString(artisan.displayName())))
                .andExpect(content().string(containsString(sister.displayName())));
        pin(phone, sister, PIN).andExpect(status().isUnprocessableContent());
        pin(phone, sister, "5682").andExpect(redirectedUrl("/sign-in/home"));
    }

    @Test
    void staffHaveNoPinAndAnArtisanWhoBecomesStaffLosesIt() throws Exception {
        var clerk = accounts.with(Role.SALE_POINT_CLERK);
        chosen(clerk, PIN, phone).andExpect(status().isUnprocessableContent());

        accounts.give(artisan, Role.REGISTRAR);

        pin(phone, artisan, PIN).andExpect(status().isUnprocessableContent());
    }

    @Test
    void figuresAnybodyWouldTryFirstAreRefused() throws Exception {
        for (var easy : new String[] {"1234", "0000", "2580", "12", "abcd"}) {
            chosen(artisan, easy, phone).andExpect(status().isUnprocessableContent());
        }
    }

    @Test
    void theFiguresAreKeptAsAnArgon2Hash() {
        assertThat(database.sql("select pin_hash from identity.device_user where account = :a")
                        .param("a", artisan.id())
                        .query(String.class)
                        .single())
                .startsWith("$argon2id$");
    }

    @Test
    void whoForgotTheirFiguresIsCalledAndAsksOnceADay() throws Exception {
        accounts.with(Role.ADMINISTRATOR);

        for (int i = 0; i < 3; i++) {
            web.perform(post("/sign-in/call")
                            .with(csrf())
                            .cookie(phone)
                            .param("person", artisan.id().toString()))
                    .andExpect(status().isOk());
        }

        assertThat(database.sql("""
                        select max(told) from (select count(*) as told from identity.notification
                        where link = :link group by account) as each""")
                        .param("link", "/app/users/" + artisan.id())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    private ResultActions chosen(Account account, String pin, Cookie device) throws Exception {
        var request = post("/me/account/pin")
                .with(csrf())
                .cookie(sessions.of(account))
                .param("pin", pin)
                .param("portrait", "3");
        return web.perform(device == null ? request : request.cookie(device));
    }

    private ResultActions pin(Cookie device, Account account, String pin) throws Exception {
        return web.perform(post("/sign-in/pin")
                .with(csrf())
                .cookie(device)
                .param("person", account.id().toString())
                .param("pin", pin));
    }
}
