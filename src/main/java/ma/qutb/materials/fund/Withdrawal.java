package ma.qutb.materials.fund;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.materials.FundId;
import ma.qutb.materials.SalePointId;
import ma.qutb.registry.OrganisationId;

/**
 * Money a partner asked back.
 *
 * @param decision {@code authorised}, {@code refused}, or none yet
 * @param fine milligrams of silver K₀ became smaller by
 */
public record Withdrawal(
        UUID id,
        UUID key,
        FundId fund,
        SalePointId point,
        OrganisationId partner,
        String reason,
        long centimes,
        Instant askedAt,
        String askedBy,
        String askedByName,
        Optional<String> decision,
        Optional<Instant> decidedAt,
        Optional<String> decidedByName,
        Optional<Long> fine,
        Optional<UUID> entry) {}
