package ma.qutb.registry;

/** The crafts, register number, card or cover of an artisan changed. */
public record ArtisanCorrected(PersonId person) {}
