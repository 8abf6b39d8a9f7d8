package ma.qutb.ledger;

import java.util.UUID;

/** The business record an entry came from: a kind some {@link SourceKind} declares, and its id. */
public record Source(String kind, UUID id) {}
