package ma.qutb.identity.signin;

import java.util.Optional;
import ma.qutb.identity.FirstAdministrator;
import ma.qutb.identity.account.Account;
import ma.qutb.identity.account.ManagingAccounts;
import ma.qutb.identity.account.Particulars;
import ma.qutb.kernel.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes the first administrator of a start without demonstration accounts. */
@Service
@Transactional
class SettingUp implements FirstAdministrator {

    private final OneTimeLinks links;
    private final ManagingAccounts accounts;

    SettingUp(OneTimeLinks links, ManagingAccounts accounts) {
        this.links = links;
        this.accounts = accounts;
    }

    @Override
    public Optional<String> link() {
        return accounts.administratorExists()
                ? Optional.empty()
                : Optional.of("/set-up/" + links.make(OneTimeLinks.SET_UP, null));
    }

    boolean good(String token) {
        return links.good(token, OneTimeLinks.SET_UP);
    }

    Account setUp(String token, Particulars particulars, String password) {
        links.useUp(token, OneTimeLinks.SET_UP);
        if (accounts.administratorExists()) {
            throw new Refusal("identity.link.refusal.void");
        }
        return accounts.openFirstAdministrator(particulars, password);
    }
}
