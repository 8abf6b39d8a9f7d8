package ma.qutb.identity.notification;

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
import java.util.List;
import java.util.Set;
import java.util.UUID;
import ma.qutb.identity.IdentityTest;
import ma.qutb.identity.Notifications;
import ma.qutb.identity.TestSessions;
import ma.qutb.identity.account.Account;
import ma.qutb.identity.account.TestAccounts;
import ma.qutb.kernel.Role;
import ma.qutb.kernel.Scope;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@IdentityTest
class NotificationTests {

    private static final String MESSAGE = "identity.notification.call-me";

    @Autowired
    MockMvc web;

    @Autowired
    Notifications notifications;

    @Autowired
    NotificationTable table;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestSessions sessions;

    @Test
    void aNotificationIsReadInTheReadersOwnLanguageAndCountedUntilItIsOpened() throws Exception {
        var clerk = accounts.with(Role.REGISTRAR);
        notifications.tell(clerk.id(), MESSAGE, List.of("السالكة", "+212661234567"), "/app/users");
        var session = sessions.of(clerk);

        web.perform(get("/app/notifications").cookie(session, new Cookie("lang", "fr")))
                .andExpect(content().string(containsString("السالكة a oublié son code")));
        var notice = table.of(clerk.id()).getFirst();
        assertThat(notice.unread()).isTrue();

        web.perform(post("/app/notifications/" + notice.id() + "/reading")
                        .with(csrf())
                        .cookie(session))
                .andExpect(redirectedUrl("/app/users"));

        assertThat(table.of(clerk.id()).getFirst().unread()).isFalse();
    }

    @Test
    void nobodyOpensAnothersNotification() throws Exception {
        var clerk = accounts.with(Role.REGISTRAR);
        notifications.tell(clerk.id(), MESSAGE, List.of("x", "y"), "/app/users");
        var notice = table.of(clerk.id()).getFirst();

        web.perform(post("/app/notifications/" + notice.id() + "/reading")
                        .with(csrf())
                        .cookie(sessions.of(accounts.with(Role.REGISTRAR))))
                .andExpect(status().isNotFound());
        assertThat(table.of(clerk.id()).getFirst().unread()).isTrue();
    }

    @Test
    void aRoleIsToldWhereItHoldsAndNowhereElse() {
        var here = accounts.with();
        accounts.give(here, Role.ZONE_MANAGER, "P-GUE");
        var elsewhere = accounts.with();
        accounts.give(elsewhere, Role.ZONE_MANAGER, "P-TAT");
        var everywhere = accounts.with(Role.ZONE_MANAGER);
        var former = accounts.with();
        accounts.end(accounts.give(former, Role.ZONE_MANAGER, "P-GUE"));
        var link = "/app/" + UUID.randomUUID();

        notifications.tell(Role.ZONE_MANAGER, new Scope.Within(Set.of("P-GUE")), MESSAGE, List.of("x", "y"), link);

        assertThat(told(here, link)).isTrue();
        assertThat(told(everywhere, link)).isTrue();
        assertThat(told(elsewhere, link)).isFalse();
        assertThat(told(former, link)).isFalse();
    }

    @Test
    void allCanBeMarkedAsReadAtOnce() throws Exception {
        var artisan = accounts.with(Role.ARTISAN);
        notifications.tell(artisan.id(), MESSAGE, List.of("x", "y"), "/me");
        notifications.tell(artisan.id(), MESSAGE, List.of("x", "y"), "/me");
        var session = sessions.of(artisan);

        web.perform(post("/app/notifications/reading").with(csrf()).cookie(session))
                .andExpect(redirectedUrl("/me/notifications"));

        web.perform(get("/me/notifications").cookie(session))
                .andExpect(content().string(not(containsString("class=\"unread\""))));
    }

    private boolean told(Account account, String link) {
        return table.of(account.id()).stream().anyMatch(it -> it.link().equals(link));
    }
}
