package ma.qutb.identity.account;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.qutb.identity.OwnAccounts;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Closes what belongs to somebody who is made anonymous. */
@Service
@Transactional
class ClosingAccounts implements OwnAccounts {

    private final Accounts accounts;
    private final ManagingAccounts managing;
    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ClosingAccounts(
            Accounts accounts,
            ManagingAccounts managing,
            JdbcClient database,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.managing = managing;
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Map<String, Object>> about(UUID person) {
        return accounts.findByPerson(person).stream().map(ClosingAccounts::told).toList();
    }

    private static Map<String, Object> told(Account account) {
        var told = new LinkedHashMap<String, Object>();
        told.put("user_name", account.userName());
        told.put("display_name", account.displayName());
        account.phone().ifPresent(it -> told.put("phone", it));
        account.email().ifPresent(it -> told.put("email", it));
        told.put("language", account.language().code());
        return told;
    }

    @Override
    public void close(UUID person) {
        for (var account : accounts.findByPerson(person)) {
            managing.keepAnAdministratorBeside(account.id());
            events.publishEvent(new AccountLocked(account.id()));
            database.sql("select identity.close_account(:account, :today)")
                    .param("account", account.id())
                    .param("today", LocalDate.now(clock))
                    .query(row -> {});
        }
    }
}
