package ma.qutb.ledger;

import java.util.UUID;

/**
 * Leads from an entry back to the record it came from; a bean for each kind, offered by the module that owns the records. Its
 * words are the text {@code ledger.source.<kind>}.
 *
 * @param path address of the record, {@code {id}} standing for its id
 */
public record SourceKind(String kind, String path) {

    public String pathOf(UUID id) {
        return path.replace("{id}", id.toString());
    }
}
