package ma.qutb.identity.signin;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import ma.qutb.identity.AuditTrail;
import ma.qutb.kernel.Refusal;
import ma.qutb.platform.DataKey;
import ma.qutb.platform.SecretBox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Time-based codes (RFC 6238) from an application on the user's phone, and the recovery codes for when the phone is lost. */
@Service
@Transactional
class SecondFactor {

    private static final int RECOVERY_CODES = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final TimeBasedOneTimePasswordGenerator codes = new TimeBasedOneTimePasswordGenerator();
    private final JdbcClient database;
    private final SecretBox box;
    private final AuditTrail audit;
    private final Clock clock;

    SecondFactor(JdbcClient database, DataKey key, AuditTrail audit, Clock clock) {
        this.database = database;
        this.box = new SecretBox(key, "identity.second-factor");
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    boolean on(UUID account) {
        return database.sql(
                                "select count(*) from identity.second_factor where account = :a and confirmed_at is not null")
                        .param("a", account)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** The secret to be typed or photographed into the phone; the same until it is confirmed. */
    byte[] begin(UUID account) {
        var fresh = new byte[20];
        RANDOM.nextBytes(fresh);
        database.sql("""
                        insert into identity.second_factor (account, secret) values (:a, :secret)
                        on conflict (account) do nothing""").param("a", account).param("secret", box.lock(fresh)).update();
        return secret(account);
    }

    private byte[] secret(UUID account) {
        return box.open(database.sql("select secret from identity.second_factor where account = :a")
                .param("a", account)
                .query(byte[].class)
                .single());
    }

    /** Turns the codes on once the phone has shown a right one; the recovery codes are told this once. */
    List<String> confirm(UUID account, String code) {
        if (on(account)) {
            throw new Refusal("identity.code.refusal.already-on");
        }
        if (!used(account, code)) {
            throw new Refusal("identity.code.refusal.wrong");
        }
        database.sql("update identity.second_factor set confirmed_at = :now where account = :a")
                .param("now", now())
                .param("a", account)
                .update();
        audit.record("codes-on", SigningIn.ACCOUNT, account.toString(), Map.of());
        return newRecoveryCodes(account);
    }

    private List<String> newRecoveryCodes(UUID account) {
        database.sql("delete from identity.recovery_code where account = :a")
                .param("a", account)
                .update();
        var told = new ArrayList<String>();
        for (int i = 0; i < RECOVERY_CODES; i++) {
            var secret = new byte[10];
            RANDOM.nextBytes(secret);
            var code = Base32.encode(secret);
            database.sql("insert into identity.recovery_code (account, digest) values (:a, :digest)")
                    .param("a", account)
                    .param("digest", digest(code))
                    .update();
            told.add(String.join("-", code.split("(?<=\\G.{4})")));
        }
        return told;
    }

    /** Whether this code, of the phone or of the recovery list, is right; then it is used up. */
    boolean accepts(UUID account, String typed) {
        return on(account) && (used(account, typed) || recovered(account, typed));
    }

    private boolean used(UUID account, String typed) {
        var code = typed.replaceAll("\\s", "");
        var key = new SecretKeySpec(secret(account), "HmacSHA1");
        long step = clock.instant().getEpochSecond() / 30;
        // One step back and one ahead: clocks of phones are not exact.
        for (long tried = step - 1; tried <= step + 1; tried++) {
            if (codeAt(key, tried).equals(code)) {
                return database.sql("""
                                update identity.second_factor set last_step = :step
                                where account = :a and last_step < :step""")
                                .param("step", tried)
                                .param("a", account)
                                .update()
                        == 1;
            }
        }
        return false;
    }

    private String codeAt(SecretKeySpec key, long step) {
        try {
            return codes.generateOneTimePasswordString(key, java.time.Instant.ofEpochSecond(step * 30), Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean recovered(UUID account, String typed) {
        var code = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        boolean right = database.sql("""
                        update identity.recovery_code set used_at = :now
                        where account = :a and digest = :digest and used_at is null""")
                        .param("now", now())
                        .param("a", account)
                        .param("digest", digest(code))
                        .update()
                == 1;
        if (right) {
            audit.record("recovery-code", SigningIn.ACCOUNT, account.toString(), Map.of());
        }
        return right;
    }

    /** Back to the password alone. */
    void off(UUID account) {
        database.sql("delete from identity.recovery_code where account = :a")
                .param("a", account)
                .update();
        int gone = database.sql("delete from identity.second_factor where account = :a")
                .param("a", account)
                .update();
        if (gone > 0) {
            audit.record("codes-off", SigningIn.ACCOUNT, account.toString(), Map.of());
        }
    }

    private static byte[] digest(String code) {
        return Digests.sha256(code.getBytes(StandardCharsets.UTF_8));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
