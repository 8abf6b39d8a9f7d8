package ma.qutb.registry;

import java.util.Optional;
import java.util.UUID;

/** Whom public pages may name: those of the public directory, and of them what they agreed to show. */
public interface PublicNames {

    /** What may be said of this person or organisation; nothing of whoever did not agree to be named. */
    Optional<Named> of(UUID party);

    /**
     * Somebody who may be named.
     *
     * @param number as the addresses of the directory carry it
     * @param photo id of a stored file
     * @param place empty where it must not be said
     * @param path of their page in the directory, after the language
     */
    record Named(
            boolean person,
            long number,
            LocalName name,
            Optional<UUID> photo,
            Optional<TerritoryCode> place,
            LocalName story,
            String path) {}
}
