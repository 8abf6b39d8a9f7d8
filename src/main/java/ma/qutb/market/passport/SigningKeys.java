package ma.qutb.market.passport;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import ma.qutb.ledger.Poster;
import ma.qutb.platform.DataKey;
import ma.qutb.platform.SecretBox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The keys that sign. One signs; those before it still prove what they signed, for ever, and their private halves are gone. Private
 * halves lie in the database locked under the data key.
 */
@Service
@Transactional
class SigningKeys {

    private final JdbcClient database;
    private final SecretBox box;
    private final Clock clock;

    SigningKeys(JdbcClient database, DataKey key, Clock clock) {
        this.database = database;
        this.box = new SecretBox(key, "market.passport");
        this.clock = clock;
    }

    private record Signer(String kid, byte[] locked) {}

    /** A signed text. The first one makes the first key. */
    String sign(String payload) {
        var signer = signer().or(() -> {
                    make(Poster.job("market.passport"));
                    return signer();
                })
                .orElseThrow();
        return Jws.sign(signer.kid, payload, privateKey(signer));
    }

    /** Every key there ever was, the one that signs first. */
    @Transactional(readOnly = true)
    List<PublicHalf> all() {
        return database.sql("select * from market.passport_key order by retired_at is not null, made_at desc")
                .query(SigningKeys::half)
                .list();
    }

    @Transactional(readOnly = true)
    Optional<PublicHalf> find(String kid) {
        return database.sql("select * from market.passport_key where kid = :kid")
                .param("kid", kid)
                .query(SigningKeys::half)
                .optional();
    }

    /** From now on another key signs. */
    void rotate(Poster by) {
        database.sql("update market.passport_key set private_key = null, retired_at = :now where retired_at is null")
                .param("now", now())
                .update();
        make(by);
    }

    private void make(Poster by) {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            var raw = PublicHalf.raw(pair.getPublic());
            // Two nodes that sign their first passport at once make one key.
            database.sql("""
                insert into market.passport_key (kid, public_key, private_key, made_at, made_by_name)
                values (:kid, :public, :private, :now, :name) on conflict do nothing
                """)
                    .param("kid", PublicHalf.kid(raw))
                    .param("public", raw)
                    .param("private", box.lock(pair.getPrivate().getEncoded()))
                    .param("now", now())
                    .param("name", by.name())
                    .update();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no Ed25519", e);
        }
    }

    private Optional<Signer> signer() {
        return database.sql("select kid, private_key from market.passport_key where retired_at is null")
                .query((row, number) -> new Signer(row.getString("kid"), row.getBytes("private_key")))
                .optional();
    }

    private PrivateKey privateKey(Signer signer) {
        try {
            return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(box.open(signer.locked)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no Ed25519", e);
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static PublicHalf half(ResultSet row, int number) throws SQLException {
        var retired = row.getObject("retired_at", OffsetDateTime.class);
        return new PublicHalf(
                row.getString("kid"),
                row.getBytes("public_key"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                retired == null ? null : retired.toInstant());
    }
}
