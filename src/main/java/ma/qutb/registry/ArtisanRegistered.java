package ma.qutb.registry;

import java.util.Set;

/** A person is known as an artisan from now on. */
public record ArtisanRegistered(PersonId person, Set<CraftCode> crafts) {}
