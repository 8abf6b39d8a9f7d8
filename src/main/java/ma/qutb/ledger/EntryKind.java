package ma.qutb.ledger;

/**
 * A kind of entry readers can filter the journal by; a bean for each, offered by the module that posts them. Its words are the
 * text {@code ledger.kind.<code>}.
 */
public record EntryKind(String code) {}
