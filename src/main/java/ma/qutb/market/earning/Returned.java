package ma.qutb.market.earning;

import java.util.List;
import java.util.UUID;
import ma.qutb.ledger.AccountId;
import ma.qutb.ledger.Source;

/**
 * Things that came back after they had earned.
 *
 * @param id of the return; also the key of the entry
 * @param number of the order or the receipt
 * @param lines those of the fulfilment that came back
 * @param delivery what is given back of the delivery, in centimes: the pole bears it
 * @param owedTo who is owed the money now: the debt to the buyer, or the till that gives it back at once
 */
public record Returned(UUID id, String number, Source source, List<UUID> lines, long delivery, AccountId owedTo) {

    public Returned {
        lines = List.copyOf(lines);
    }
}
