package ma.qutb.ledger.proof;

/**
 * Something that is not as it was written.
 *
 * @param kind what is wrong: the text {@code ledger.damage.<kind>}
 * @param place code of the book and number of the entry, or the account
 */
public record Damage(String kind, String place) {

    /** As it is stored. */
    String line() {
        return kind + " " + place;
    }

    static Damage of(String line) {
        int blank = line.indexOf(' ');
        return new Damage(line.substring(0, blank), line.substring(blank + 1));
    }
}
