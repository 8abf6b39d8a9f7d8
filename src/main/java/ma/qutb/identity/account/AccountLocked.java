package ma.qutb.identity.account;

import java.util.UUID;

/** An account may no longer be used. */
public record AccountLocked(UUID account) {}
