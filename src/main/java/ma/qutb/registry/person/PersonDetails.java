package ma.qutb.registry.person;

import org.jspecify.annotations.Nullable;

/** Everything a registrar writes down about a person, already checked piece by piece. */
public record PersonDetails(
        PersonName name,
        Ancestors ancestors,
        @Nullable Sex sex,
        @Nullable Birth birth,
        @Nullable SealedIdentity identity,
        Contact contact,
        Speaking speaking,
        Story story,
        String note) {}
