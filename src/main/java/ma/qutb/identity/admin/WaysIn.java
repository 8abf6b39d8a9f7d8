package ma.qutb.identity.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import ma.qutb.identity.DemonstrationAccounts;
import ma.qutb.identity.FirstAdministrator;
import ma.qutb.identity.account.DemonstrationLogins;
import ma.qutb.platform.StartUpLines;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the terminal says about getting in: the demonstration accounts, or the link for the first administrator. */
@Component
class WaysIn implements StartUpLines {

    private final DemonstrationLogins demonstration;
    private final ObjectProvider<FirstAdministrator> first;

    WaysIn(DemonstrationLogins demonstration, ObjectProvider<FirstAdministrator> first) {
        this.demonstration = demonstration;
        this.first = first;
    }

    @Override
    public List<String> lines(String publicAddress) {
        var lines = new ArrayList<String>();
        var accounts = demonstration.all();
        if (accounts.isEmpty()) {
            first.getObject().link().ifPresent(it -> lines.add(publicAddress + it));
        } else {
            lines.add(accounts.stream()
                    .map(DemonstrationAccounts.DemonstrationAccount::userName)
                    .collect(Collectors.joining(", ")));
            lines.add("* / " + accounts.getFirst().password());
        }
        return lines;
    }
}
