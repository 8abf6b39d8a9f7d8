package ma.qutb.identity.account;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import ma.qutb.kernel.Refusal;
import ma.qutb.kernel.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an administrator does with accounts and roles. Nobody can take away the last administrator. */
@Service
@Transactional
public class ManagingAccounts {

    private final Accounts accounts;
    private final RolesHeld roles;
    private final Passwords passwords;
    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ManagingAccounts(
            Accounts accounts,
            RolesHeld roles,
            Passwords passwords,
            JdbcClient database,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.roles = roles;
        this.passwords = passwords;
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    public UUID open(Particulars particulars) {
        return save(Account.open(particulars)).id();
    }

    /** @param version of the account the administrator was looking at */
    public void correct(UUID id, long version, Particulars particulars) {
        var account = accounts.findById(id).orElseThrow();
        if (account.version() != version) {
            throw new Refusal("identity.account.refusal.changed-meanwhile");
        }
        save(account.correct(particulars));
    }

    private Account save(Account account) {
        try {
            return accounts.save(account);
        } catch (OptimisticLockingFailureException e) {
            throw new Refusal("identity.account.refusal.changed-meanwhile");
        } catch (DataIntegrityViolationException e) {
            throw taken(e);
        }
    }

    private static RuntimeException taken(DataIntegrityViolationException e) {
        for (var name : List.of("user-name", "phone", "email")) {
            var refusal = Refusal.when(
                    "account_" + name.replace('-', '_') + "_taken", e, "identity.account.refusal." + name + "-taken");
            if (refusal instanceof Refusal) {
                return refusal;
            }
        }
        return e;
    }

    public void lock(UUID id) {
        keepAnAdministratorBeside(id);
        accounts.save(accounts.findById(id).orElseThrow().lock());
        events.publishEvent(new AccountLocked(id));
    }

    public void unlock(UUID id) {
        accounts.save(accounts.findById(id).orElseThrow().unlock());
    }

    public void give(
            UUID account, Role role, Reach reach, List<String> places, LocalDate from, @Nullable LocalDate to) {
        try {
            roles.save(RoleHeld.give(account, role, reach, places, from, to));
        } catch (DataIntegrityViolationException e) {
            throw Refusal.when("role_held_already", e, "identity.role.refusal.already-held");
        }
    }

    /** The rights the role gave are gone at the user's next click. */
    public void end(UUID account, UUID roleHeld) {
        var held = roles.findById(roleHeld)
                .filter(it -> it.account().equals(account))
                .orElseThrow();
        if (held.role() == Role.ADMINISTRATOR) {
            keepAnAdministratorBeside(account);
        }
        roles.save(held.end(LocalDate.now(clock)));
    }

    /** Whether anybody could administer Qutb today. */
    @Transactional(readOnly = true)
    public boolean administratorExists() {
        return administratorsBeside(null) > 0;
    }

    /** The first administrator, through the set-up link. */
    public Account openFirstAdministrator(Particulars particulars, String password) {
        var account = Account.open(particulars);
        save(account.choosePassword(passwords.choose(password, particulars.userName())));
        give(account.id(), Role.ADMINISTRATOR, Reach.EVERYWHERE, List.of(), LocalDate.now(clock), null);
        return account;
    }

    void keepAnAdministratorBeside(UUID leaving) {
        // Two administrators who end each other at the same moment must not both succeed.
        database.sql("select pg_advisory_xact_lock(hashtextextended('identity.administrators', 0))")
                .query()
                .listOfRows();
        if (administratorsBeside(null) > 0 && administratorsBeside(leaving) == 0) {
            throw new Refusal("identity.role.refusal.last-administrator");
        }
    }

    private long administratorsBeside(@Nullable UUID account) {
        return database.sql("""
                        select count(*) from identity.role_held h join identity.account a on a.id = h.account
                        where h.role = 'ADMINISTRATOR' and h.from_day <= :today and h.to_day is null
                          and a.state = 'ACTIVE' and a.password_hash is not null and a.id is distinct from :account""")
                .param("today", LocalDate.now(clock))
                .param("account", account, java.sql.Types.OTHER)
                .query(Long.class)
                .single();
    }
}
