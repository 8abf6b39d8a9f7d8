package ma.qutb.documents;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the card of an artisan says.
 *
 * @param person of the registry
 * @param name of the artisan
 * @param woman decides the words: صانعة or صانع, artisane or artisan
 * @param maalem a recognised master
 * @param crafts practised, the main one first
 * @param commune where they work
 * @param registerNumber in the national register of handicraft, if they are in it
 * @param validUntil last day the card holds
 * @param photo stored before, if there is one
 * @param territories codes of the commune and of all that contain it
 * @param demonstration made up: the card is marked as a specimen
 */
public record ArtisanCard(
        UUID person,
        Name name,
        boolean woman,
        boolean maalem,
        List<Name> crafts,
        Name commune,
        @Nullable String registerNumber,
        LocalDate validUntil,
        @Nullable FileId photo,
        Set<String> territories,
        boolean demonstration) {

    /** What the documents about a person are listed under. */
    public static final String SUBJECT = "registry.person";

    public ArtisanCard {
        crafts = List.copyOf(crafts);
        territories = Set.copyOf(territories);
        if (crafts.isEmpty()) {
            throw new IllegalArgumentException("An artisan practises a craft");
        }
    }

    /** A name in both scripts; where one is missing the other stands in. */
    public record Name(String arabic, String latin) {
        public Name {
            arabic = arabic.isBlank() ? latin : arabic;
            latin = latin.isBlank() ? arabic : latin;
        }
    }
}
