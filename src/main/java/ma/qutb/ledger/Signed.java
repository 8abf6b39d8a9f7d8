package ma.qutb.ledger;

/** A draft and who posts it, where entries of several people are posted together. */
public record Signed(Draft draft, Poster poster) {}
