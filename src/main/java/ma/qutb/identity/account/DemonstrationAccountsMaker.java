package ma.qutb.identity.account;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import ma.qutb.identity.DemonstrationAccounts;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.Role;
import ma.qutb.shell.Texts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class DemonstrationAccountsMaker implements DemonstrationAccounts {

    private final Accounts accounts;
    private final RolesHeld roles;
    private final Passwords passwords;
    private final Texts texts;
    private final Clock clock;
    private final boolean wanted;
    private final String password;

    DemonstrationAccountsMaker(
            Accounts accounts,
            RolesHeld roles,
            Passwords passwords,
            Texts texts,
            Clock clock,
            @Value("${qutb.demo:false}") boolean wanted,
            @Value("${qutb.demo.password:qutb-demo}") String password) {
        this.accounts = accounts;
        this.roles = roles;
        this.passwords = passwords;
        this.texts = texts;
        this.clock = clock;
        this.wanted = wanted;
        this.password = password;
    }

    @Override
    @Transactional
    public List<DemonstrationAccount> create() {
        return wanted ? Arrays.stream(Role.values()).map(this::make).toList() : List.of();
    }

    private DemonstrationAccount make(Role role) {
        var userName = userName(role);
        if (accounts.findByUserName(userName).isEmpty()) {
            var name = texts.say(Language.AR, "identity.demonstration." + userName);
            var account = Account.forDemonstration(new Particulars(userName, name, null, null, Language.AR, null));
            accounts.save(account.choosePassword(passwords.hash(password)));
            roles.save(RoleHeld.give(account.id(), role, Reach.EVERYWHERE, List.of(), LocalDate.now(clock), null));
        }
        return new DemonstrationAccount(role, userName, password);
    }

    @Override
    @Transactional
    public void belongsTo(Role role, UUID person) {
        accounts.findByUserName(userName(role))
                .filter(it -> it.demonstration() && !it.person().equals(java.util.Optional.of(person)))
                .ifPresent(it -> accounts.save(it.belongsTo(person)));
    }

    private static String userName(Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
