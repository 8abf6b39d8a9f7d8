package ma.qutb.documents;

import ma.qutb.kernel.Actor;

/** Issues cards of artisans: a file for card printers (both sides) and one for an ordinary printer (A4, to cut and fold). */
public interface ArtisanCards {

    /** In the caller's transaction, as {@link Documents#issue}. */
    IssuedDocument issue(ArtisanCard card, Actor by);
}
