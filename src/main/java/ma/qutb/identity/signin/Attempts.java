package ma.qutb.identity.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import ma.qutb.kernel.Refusal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts tries to sign in, for all nodes in one place. A try is counted before its password is looked at, so that many
 * at once find no gap; a success takes the account's tries away.
 */
@Component
public class Attempts {

    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final JdbcClient database;
    private final Clock clock;
    private final int byAccount;
    private final int byAddress;

    Attempts(
            JdbcClient database,
            Clock clock,
            @Value("${qutb.sign-in.tries-by-account:5}") int byAccount,
            @Value("${qutb.sign-in.tries-by-address:60}") int byAddress) {
        this.database = database;
        this.clock = clock;
        this.byAccount = byAccount;
        this.byAddress = byAddress;
    }

    /** The key tries are counted under. Unknown names are counted too, as digests: a password may have been typed there. */
    static String keyOf(UUID account) {
        return account.toString();
    }

    static String keyOfUnknown(String typed) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(typed.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
            return "?" + HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Counts a try, or refuses it and says for how many minutes. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void begin(String accountKey, String address) {
        // One at a time for this account: the sixth of six simultaneous tries must see the other five.
        database.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
                .param("key", "sign-in " + accountKey)
                .query()
                .listOfRows();
        var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        refuseBeyond(byAccount, "account_key", accountKey, now);
        refuseBeyond(byAddress, "address", address, now);
        database.sql("delete from identity.sign_in_attempt where attempted_at < :old")
                .param("old", now.minus(WINDOW.multipliedBy(2)))
                .update();
        database.sql("""
                        insert into identity.sign_in_attempt (account_key, address, attempted_at)
                        values (:key, :address, :now)""")
                .param("key", accountKey)
                .param("address", address)
                .param("now", now)
                .update();
    }

    private void refuseBeyond(int most, String counted, String value, OffsetDateTime now) {
        var oldestThatCounts = database.sql("""
                        select attempted_at from identity.sign_in_attempt
                        where %s = :value and attempted_at > :since
                        order by attempted_at desc offset :most - 1 limit 1""".formatted(counted))
                .param("value", value)
                .param("since", now.minus(WINDOW))
                .param("most", most)
                .query(OffsetDateTime.class)
                .optional();
        oldestThatCounts.ifPresent(it -> {
            var wait = Duration.between(now, it.plus(WINDOW));
            throw new Refusal(
                    "identity.sign-in.refusal.wait", wait.plusSeconds(59).toMinutes());
        });
    }

    /** After a success: earlier slips of this account are forgiven. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void forget(String accountKey) {
        database.sql("delete from identity.sign_in_attempt where account_key = :key")
                .param("key", accountKey)
                .update();
    }
}
