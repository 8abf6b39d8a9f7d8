package ma.qutb.market.store;

import java.util.List;
import java.util.UUID;
import ma.qutb.market.finding.Asked;
import ma.qutb.market.finding.Card;

/** One page of what a maker offers, with how many there are in all. */
public record MakersWorks(UUID maker, List<Card> cards, long total) {

    public int pages() {
        return (int) Math.max(1, (total + Asked.SIZE - 1) / Asked.SIZE);
    }
}
