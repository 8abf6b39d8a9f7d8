package ma.qutb.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account to open. Book, role, commodity, owner and subject together make it the one it is.
 *
 * @param commodity code of what it counts
 * @param subject what it is the account of, where an owner has several of a role: a lot, a till
 */
public record NewAccount(
        BookId book,
        ChartRole role,
        String commodity,
        Owner owner,
        @Nullable UUID subject,
        Label name,
        Bounds bounds) {}
