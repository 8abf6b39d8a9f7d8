package ma.qutb.ledger;

import java.util.Set;

/**
 * A book to open.
 *
 * @param code short and unique, stands before the numbers of its entries: {@code GLM-1}
 * @param territories codes of the places it concerns: whoever sees one of them sees the book
 * @param demonstration whether what is in it is made up
 */
public record NewBook(BookKind kind, String code, Label name, Set<String> territories, boolean demonstration) {

    public NewBook {
        territories = Set.copyOf(territories);
    }
}
