package ma.qutb.identity.signin;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import ma.qutb.identity.AuditTrail;
import ma.qutb.identity.account.Account;
import ma.qutb.identity.account.Accounts;
import ma.qutb.identity.account.Passwords;
import ma.qutb.identity.account.SignedInUsers;
import ma.qutb.kernel.Refusal;
import ma.qutb.kernel.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Four figures instead of a password, on a phone that already knows its owner. For artisans only: their account opens
 * their own record, a clerk's opens everybody's.
 */
@Service
@Transactional
public class Pins {

    static final int TRIES = 5;
    private static final Pattern FOUR_DIGITS = Pattern.compile("\\d{4}");
    private static final Pattern GUESSABLE = Pattern.compile("(\\d)\\1{3}|1234|4321|0123|2580");

    private final JdbcClient database;
    private final Accounts accounts;
    private final SignedInUsers users;
    private final Passwords passwords;
    private final AuditTrail audit;

    Pins(JdbcClient database, Accounts accounts, SignedInUsers users, Passwords passwords, AuditTrail audit) {
        this.database = database;
        this.accounts = accounts;
        this.users = users;
        this.passwords = passwords;
        this.audit = audit;
    }

    /** Somebody a phone knows. */
    public record Person(UUID account, String name, int portrait) {}

    /** Who may sign in with a PIN on this phone: active artisans with tries left. */
    @Transactional(readOnly = true)
    List<Person> people(UUID device) {
        return database
                .sql("""
                        select a.id, a.display_name, u.portrait
                        from identity.device_user u join identity.account a on a.id = u.account
                        where u.device = :device and u.tries < :most and a.state = 'ACTIVE' order by a.display_name""")
                .param("device", device)
                .param("most", TRIES)
                .query((row, number) -> new Person(row.getObject(1, UUID.class), row.getString(2), row.getInt(3)))
                .list()
                .stream()
                .filter(it -> allowed(it.account()))
                .toList();
    }

    boolean allowed(UUID account) {
        return users.rolesOf(account).stream().noneMatch(Role::staff);
    }

    @Transactional(readOnly = true)
    boolean set(UUID device, UUID account) {
        return database.sql(
                                "select count(*) from identity.device_user where device = :d and account = :a and tries < :most")
                        .param("d", device)
                        .param("a", account)
                        .param("most", TRIES)
                        .query(Long.class)
                        .single()
                > 0;
    }

    void choose(UUID device, UUID account, String pin, int portrait) {
        if (!FOUR_DIGITS.matcher(pin).matches()) {
            throw new Refusal("identity.pin.refusal.four-digits");
        }
        if (GUESSABLE.matcher(pin).matches()) {
            throw new Refusal("identity.pin.refusal.guessable");
        }
        if (!allowed(account)) {
            throw new Refusal("identity.pin.refusal.staff");
        }
        database.sql("""
                        insert into identity.device_user (device, account, pin_hash, portrait) values (:d, :a, :hash, :portrait)
                        on conflict (device, account)
                        do update set pin_hash = excluded.pin_hash, portrait = excluded.portrait, tries = 0""")
                .param("d", device)
                .param("a", account)
                .param("hash", passwords.hash(pin))
                .param("portrait", portrait)
                .update();
        audit.record("pin-on", SigningIn.ACCOUNT, account.toString(), Map.of());
    }

    /** The account this PIN opens on this phone. The try is counted whatever becomes of it. */
    @Transactional(noRollbackFor = Refusal.class)
    Account check(UUID device, UUID account, String pin) {
        var hash = database.sql("""
                        update identity.device_user set tries = tries + 1
                        where device = :d and account = :a and tries < :most returning pin_hash""")
                .param("d", device)
                .param("a", account)
                .param("most", TRIES)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new Refusal("identity.pin.refusal.used-up"));
        if (!passwords.matches(pin, hash)) {
            audit.record("sign-in-failed", SigningIn.ACCOUNT, account.toString(), Map.of("reason", "pin"));
            int left = TRIES - tries(device, account);
            throw left == 0
                    ? new Refusal("identity.pin.refusal.used-up")
                    : new Refusal("identity.pin.refusal.wrong", left);
        }
        var opened = accounts.findById(account).orElseThrow();
        if (!opened.active() || !allowed(account)) {
            throw new Refusal("identity.pin.refusal.used-up");
        }
        freshTries(device, account);
        return opened;
    }

    private int tries(UUID device, UUID account) {
        return database.sql("select tries from identity.device_user where device = :d and account = :a")
                .param("d", device)
                .param("a", account)
                .query(Integer.class)
                .single();
    }

    /** After the password: whoever has it has not forgotten who they are. */
    void freshTries(UUID device, UUID account) {
        database.sql("update identity.device_user set tries = 0 where device = :d and account = :a")
                .param("d", device)
                .param("a", account)
                .update();
    }

    /** This phone asks for the password again. */
    void forget(UUID device, UUID account) {
        database.sql("delete from identity.device_user where device = :d and account = :a")
                .param("d", device)
                .param("a", account)
                .update();
        audit.record("pin-off", SigningIn.ACCOUNT, account.toString(), Map.of());
    }
}
