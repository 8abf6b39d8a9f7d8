package ma.qutb.identity.account;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.Role;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Fresh accounts for tests. */
public class TestAccounts {

    public static final String PASSWORD = "correct horse 4 stables";

    private final Accounts accounts;
    private final RolesHeld roles;
    private final Clock clock;
    private final String hash;

    TestAccounts(Accounts accounts, RolesHeld roles, PasswordEncoder encoder, Clock clock) {
        this.accounts = accounts;
        this.roles = roles;
        this.clock = clock;
        this.hash = String.valueOf(encoder.encode(PASSWORD));
    }

    /** Somebody who holds these roles everywhere. */
    public Account with(Role... held) {
        var account = open("+2126" + String.format("%08d", (int) (Math.random() * 1e8)));
        for (var role : held) {
            give(account, role);
        }
        return account;
    }

    private Account open(String phone) {
        var name = "u" + UUID.randomUUID().toString().substring(0, 12);
        var who = new Particulars(name, "نزهة " + name, phone, name + "@exemple.ma", Language.AR, null);
        return accounts.save(Account.open(who).choosePassword(hash));
    }

    public UUID give(Account account, Role role, String... territories) {
        var reach = territories.length == 0 ? Reach.EVERYWHERE : Reach.TERRITORIES;
        return roles.save(RoleHeld.give(account.id(), role, reach, List.of(territories), LocalDate.now(clock), null))
                .id();
    }

    public void end(UUID roleHeld) {
        roles.save(roles.findById(roleHeld).orElseThrow().end(LocalDate.now(clock)));
    }

    public void lock(Account account) {
        accounts.save(accounts.findById(account.id()).orElseThrow().lock());
    }

    public Account fresh(Account account) {
        return accounts.findById(account.id()).orElseThrow();
    }
}
