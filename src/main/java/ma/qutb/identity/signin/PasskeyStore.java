package ma.qutb.identity.signin;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/** Passkeys in our own table; the user handle is the account id. */
@Component
class PasskeyStore implements UserCredentialRepository {

    private final JdbcClient database;

    PasskeyStore(JdbcClient database) {
        this.database = database;
    }

    static Bytes handle(UUID account) {
        return new Bytes(ByteBuffer.allocate(16)
                .putLong(account.getMostSignificantBits())
                .putLong(account.getLeastSignificantBits())
                .array());
    }

    static UUID account(Bytes handle) {
        var bytes = ByteBuffer.wrap(handle.getBytes());
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    @Override
    public void save(CredentialRecord key) {
        database.sql("""
                        insert into identity.passkey (id, account, label, public_key, signature_count, user_verified,
                            transports, backup_eligible, backed_up, attestation, attestation_client, created_at, last_used_at)
                        values (:id, :account, :label, :public_key, :count, :verified, :transports, :eligible, :backed_up,
                            :attestation, :client, :created, :used)
                        on conflict (id) do update set signature_count = excluded.signature_count,
                            user_verified = excluded.user_verified, backed_up = excluded.backed_up,
                            last_used_at = excluded.last_used_at""")
                .param("id", key.getCredentialId().getBytes())
                .param("account", account(key.getUserEntityUserId()))
                .param("label", key.getLabel())
                .param("public_key", key.getPublicKey().getBytes())
                .param("count", key.getSignatureCount())
                .param("verified", key.isUvInitialized())
                .param(
                        "transports",
                        key.getTransports().stream()
                                .map(AuthenticatorTransport::getValue)
                                .toArray(String[]::new))
                .param("eligible", key.isBackupEligible())
                .param("backed_up", key.isBackupState())
                .param("attestation", bytes(key.getAttestationObject()), java.sql.Types.BINARY)
                .param("client", bytes(key.getAttestationClientDataJSON()), java.sql.Types.BINARY)
                .param("created", at(key.getCreated()))
                .param("used", at(key.getLastUsed()))
                .update();
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes id) {
        return database.sql("select * from identity.passkey where id = :id")
                .param("id", id.getBytes())
                .query(PasskeyStore::read)
                .optional()
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes user) {
        return database.sql("select * from identity.passkey where account = :account order by created_at")
                .param("account", account(user))
                .query(PasskeyStore::read)
                .list();
    }

    @Override
    public void delete(Bytes id) {
        database.sql("delete from identity.passkey where id = :id")
                .param("id", id.getBytes())
                .update();
    }

    private static CredentialRecord read(ResultSet row, int number) throws SQLException {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getBytes("id")))
                .userEntityUserId(handle(row.getObject("account", UUID.class)))
                .label(row.getString("label"))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .signatureCount(row.getLong("signature_count"))
                .uvInitialized(row.getBoolean("user_verified"))
                .transports(Arrays.stream((String[]) row.getArray("transports").getArray())
                        .map(AuthenticatorTransport::valueOf)
                        .collect(Collectors.toSet()))
                .backupEligible(row.getBoolean("backup_eligible"))
                .backupState(row.getBoolean("backed_up"))
                .attestationObject(optional(row.getBytes("attestation")))
                .attestationClientDataJSON(optional(row.getBytes("attestation_client")))
                .created(row.getObject("created_at", OffsetDateTime.class).toInstant())
                .lastUsed(row.getObject("last_used_at", OffsetDateTime.class).toInstant())
                .build();
    }

    private static byte @Nullable [] bytes(@Nullable Bytes value) {
        return value == null ? null : value.getBytes();
    }

    private static @Nullable Bytes optional(byte @Nullable [] value) {
        return value == null ? null : new Bytes(value);
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
