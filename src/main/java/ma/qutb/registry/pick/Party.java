package ma.qutb.registry.pick;

import java.util.UUID;
import ma.qutb.registry.LocalName;

/**
 * A person or an organisation that can be picked.
 *
 * @param number of a person's record, six digits; empty for organisations
 * @param place where it is; empty where nobody knows
 */
public record Party(boolean person, UUID id, LocalName name, String number, LocalName place, boolean demonstration) {

    /** As a form sends it. */
    public String value() {
        return (person ? "person:" : "organisation:") + id;
    }

    public String path() {
        return (person ? "/app/people/" : "/app/organisations/") + id;
    }

    public String icon() {
        return person ? "user" : "building-community";
    }
}
