package ma.qutb.materials;

import ma.qutb.ledger.BookId;
import ma.qutb.registry.LocalName;

/**
 * A solidarity fund.
 *
 * @param code of its book too
 * @param demonstration whether what is in it is made up
 */
public record Fund(FundId id, String code, LocalName name, BookId book, boolean demonstration) {}
