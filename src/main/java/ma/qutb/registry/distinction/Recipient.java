package ma.qutb.registry.distinction;

import java.util.Optional;
import java.util.UUID;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.TerritoryCode;

/** Who receives a distinction: a person or an organisation of the registry. */
public record Recipient(boolean person, UUID id, LocalName name, Optional<TerritoryCode> place, boolean demonstration) {

    /** The record. */
    public String path() {
        return (person ? "/app/people/" : "/app/organisations/") + id;
    }

    /** The form for a distinction of theirs. */
    public String form() {
        return "/app/distinctions/new?" + (person ? "person=" : "organisation=") + id;
    }
}
