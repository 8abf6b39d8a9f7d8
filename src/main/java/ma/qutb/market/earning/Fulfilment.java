package ma.qutb.market.earning;

import java.util.List;
import java.util.UUID;
import ma.qutb.ledger.AccountId;
import ma.qutb.ledger.Source;
import ma.qutb.market.MakerId;
import ma.qutb.market.PriceParts;

/**
 * Something sold that is now the buyer's. It earns once, whoever tells it how often.
 *
 * @param id of the order or the receipt; also the key of the entry
 * @param number as people call it
 * @param source where the entry leads back to
 * @param lines one for each thing that was handed over
 * @param delivery what the buyer pays for the way, in centimes: the carrier's
 * @param carrier whose it is; of no meaning when there is none
 * @param paidFrom who holds the buyer's money; together the prices and the delivery
 */
public record Fulfilment(
        UUID id,
        String number,
        Source source,
        List<Line> lines,
        long delivery,
        AccountId carrier,
        List<Paid> paidFrom) {

    public Fulfilment {
        lines = List.copyOf(lines);
        paidFrom = List.copyOf(paidFrom);
        long owed = lines.stream().mapToLong(it -> it.parts().price()).sum() + delivery;
        if (paidFrom.stream().mapToLong(Paid::amount).sum() != owed) {
            throw new IllegalArgumentException("what is paid is not what is owed: " + number);
        }
    }

    /**
     * One thing.
     *
     * @param id of the line of the order or the receipt
     * @param parts as they were frozen when it was sold
     */
    public record Line(UUID id, MakerId maker, PriceParts parts) {}

    /** Part of the money and where it is: the till, the carrier, the debt to a buyer who paid before. */
    public record Paid(AccountId account, long amount) {}
}
