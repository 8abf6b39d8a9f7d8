package ma.qutb.ledger.proof;

import java.util.List;

/** What a proof found: how much it read, and the first pieces of damage; none: the ledger is whole. */
public record Finding(long entries, long postings, List<Damage> damage) {

    public boolean whole() {
        return damage.isEmpty();
    }
}
