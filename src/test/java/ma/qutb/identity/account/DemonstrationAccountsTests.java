package ma.qutb.identity.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import java.util.UUID;
import ma.qutb.identity.DemonstrationAccounts;
import ma.qutb.identity.IdentityTest;
import ma.qutb.identity.TestSessions;
import ma.qutb.kernel.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IdentityTest
class DemonstrationAccountsTests {

    @Autowired
    DemonstrationAccounts demonstration;

    @Autowired
    Accounts accounts;

    @Autowired
    RolesHeld roles;

    @Autowired
    TestSessions sessions;

    @Test
    void eachRoleHasOneAccountMarkedAsDemonstrationHoweverOftenTheyAreMade() throws Exception {
        demonstration.create();
        var made = demonstration.create();

        assertThat(made).hasSize(Role.values().length);
        for (var entry : made) {
            var account = accounts.findByUserName(entry.userName()).orElseThrow();
            assertThat(account.demonstration()).isTrue();
            assertThat(roles.findByAccount(account.id()))
                    .extracting(RoleHeld::role)
                    .containsExactly(entry.role());
        }
        sessions.tried("registrar", "qutb-demo").andExpect(redirectedUrl("/sign-in/home"));
    }

    @Test
    void theArtisansAccountCanBeThatOfAPersonOfTheRegistry() {
        demonstration.create();
        var person = UUID.randomUUID();

        demonstration.belongsTo(Role.ARTISAN, person);

        assertThat(accounts.findByUserName("artisan").orElseThrow().person()).contains(person);
    }
}
