package ma.qutb.registry.person;

import java.util.Arrays;
import org.springframework.data.relational.core.mapping.Column;

/** An identity number as it is stored: encrypted, with a keyed hash that finds doubles and a mask to show. */
public record SealedIdentity(
        @Column("identity_kind") IdentityKind kind,
        @Column("identity_encrypted") byte[] encrypted,
        @Column("identity_hash") byte[] hash,
        @Column("identity_mask") String mask) {

    @Override
    public boolean equals(Object other) {
        return other instanceof SealedIdentity it && Arrays.equals(hash, it.hash);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hash);
    }

    @Override
    public String toString() {
        return mask;
    }
}
