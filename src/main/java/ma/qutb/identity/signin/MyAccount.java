package ma.qutb.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.qutb.identity.AuditTrail;
import ma.qutb.identity.account.Account;
import ma.qutb.identity.account.Accounts;
import ma.qutb.identity.account.Passwords;
import ma.qutb.identity.account.SignedIn;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.Refusal;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A user's own account: how they sign in, and where they are signed in now. */
@Service
public class MyAccount {

    private final Accounts accounts;
    private final Passwords passwords;
    private final Attempts attempts;
    private final SecondFactor factor;
    private final SecondFactorRule rule;
    private final Devices devices;
    private final Pins pins;
    private final PasskeyStore passkeys;
    private final OpenSessions open;
    private final EndingSessions ending;
    private final AuditTrail audit;

    MyAccount(
            Accounts accounts,
            Passwords passwords,
            Attempts attempts,
            SecondFactor factor,
            SecondFactorRule rule,
            Devices devices,
            Pins pins,
            PasskeyStore passkeys,
            OpenSessions open,
            EndingSessions ending,
            AuditTrail audit) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.attempts = attempts;
        this.factor = factor;
        this.rule = rule;
        this.devices = devices;
        this.pins = pins;
        this.passkeys = passkeys;
        this.open = open;
        this.ending = ending;
        this.audit = audit;
    }

    /** What the page shows. */
    public record View(
            Account account,
            boolean staff,
            List<Key> passkeys,
            boolean codes,
            boolean codesRequired,
            boolean pinAllowed,
            boolean pinSet,
            List<OpenSessions.OpenSession> sessions,
            UUID here) {}

    /** A passkey, by an id that fits into an address. */
    public record Key(String id, String label, Instant added, Instant used) {}

    View view(SignedIn user, HttpServletRequest request) {
        var device = devices.of(request);
        return new View(
                accounts.findById(user.id()).orElseThrow(),
                user.staff(),
                passkeys.findByUserId(PasskeyStore.handle(user.id())).stream()
                        .map(it -> new Key(
                                it.getCredentialId().toBase64UrlString(),
                                it.getLabel(),
                                it.getCreated(),
                                it.getLastUsed()))
                        .toList(),
                factor.on(user.id()),
                rule.requires(user.roles()),
                pins.allowed(user.id()),
                device.isPresent() && pins.set(device.get(), user.id()),
                open.of(user.id()),
                user.signIn());
    }

    @Transactional
    void speak(UUID user, Language language) {
        accounts.save(accounts.findById(user).orElseThrow().speak(language));
    }

    /** Ends every other session: whoever may have known the old password is out. */
    @Transactional(noRollbackFor = Refusal.class)
    void changePassword(SignedIn user, String current, String wanted, String address) {
        var account = proven(user, current, address);
        accounts.save(account.choosePassword(passwords.choose(wanted, account.userName())));
        ending.all(user.id(), user.signIn());
    }

    private Account proven(SignedIn user, String password, String address) {
        var account = accounts.findById(user.id()).orElseThrow();
        attempts.begin(Attempts.keyOf(user.id()), address);
        if (!passwords.matches(password, account.passwordHash().orElse(null))) {
            throw new Refusal("identity.me.refusal.password");
        }
        attempts.forget(Attempts.keyOf(user.id()));
        return account;
    }

    boolean hasCodes(UUID user) {
        return factor.on(user);
    }

    List<String> confirmCodes(UUID user, String code) {
        return factor.confirm(user, code);
    }

    void codesOff(SignedIn user, String current, String address) {
        if (rule.requires(user.roles())) {
            throw new Refusal("identity.code.refusal.required");
        }
        proven(user, current, address);
        factor.off(user.id());
    }

    void choosePin(UUID user, String pin, int portrait, HttpServletRequest request, HttpServletResponse response) {
        pins.choose(devices.remembered(request, response), user, pin, Math.clamp(portrait, 1, 6));
    }

    void forgetPin(UUID user, HttpServletRequest request) {
        devices.of(request).ifPresent(it -> pins.forget(it, user));
    }

    @Transactional
    void removePasskey(UUID user, String key) {
        var id = Bytes.fromBase64(key);
        passkeys.findByUserId(PasskeyStore.handle(user)).stream()
                .filter(it -> it.getCredentialId().equals(id))
                .findFirst()
                .ifPresent(it -> {
                    passkeys.delete(id);
                    audit.record("passkey-off", SigningIn.ACCOUNT, user.toString(), Map.of("device", it.getLabel()));
                });
    }
}
