package ma.qutb.identity.account;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import ma.qutb.identity.DemonstrationAccounts;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.Role;
import ma.qutb.shell.Texts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class DemonstrationAccountsMaker implements DemonstrationAccounts {

    private final Accounts accounts;
    private final RolesHeld roles;
    private final Passwords passwords;
    private final Texts texts;
    private final Clock clock;
    private final DemonstrationLogins logins;

    DemonstrationAccountsMaker(
            Accounts accounts,
            RolesHeld roles,
            Passwords passwords,
            Texts texts,
            Clock clock,
            DemonstrationLogins logins) {
        this.accounts = accounts;
        this.roles = roles;
        this.passwords = passwords;
        this.texts = texts;
        this.clock = clock;
        this.logins = logins;
    }

    @Override
    @Transactional
    public List<DemonstrationAccount> create() {
        var all = logins.all();
        all.forEach(this::make);
        return all;
    }

    private void make(DemonstrationAccount login) {
        var userName = login.userName();
        if (accounts.findByUserName(userName).isEmpty()) {
            var name = texts.say(Language.AR, "identity.demonstration." + userName);
            var account = Account.forDemonstration(new Particulars(userName, name, null, null, Language.AR, null));
            accounts.save(account.choosePassword(passwords.hash(login.password())));
            roles.save(
                    RoleHeld.give(account.id(), login.role(), Reach.EVERYWHERE, List.of(), LocalDate.now(clock), null));
        }
    }

    @Override
    @Transactional
    public void belongsTo(Role role, UUID person) {
        accounts.findByUserName(DemonstrationLogins.userName(role))
                .filter(it -> it.demonstration() && !it.person().equals(java.util.Optional.of(person)))
                .ifPresent(it -> accounts.save(it.belongsTo(person)));
    }
}
