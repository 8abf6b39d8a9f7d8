package ma.qutb.registry.demonstration;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import ma.qutb.registry.demonstration.Lexicon.Craft;
import ma.qutb.registry.demonstration.Lexicon.Name;
import ma.qutb.registry.demonstration.Lexicon.Place;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who does not exist.
 *
 * @param place of the lexicon
 * @param since first year of practice
 */
record MadeUpPerson(
        UUID id,
        int index,
        boolean woman,
        Name given,
        Name family,
        Name father,
        LocalDate birth,
        boolean yearOnly,
        Place place,
        @Nullable String phone,
        boolean phoneShared,
        List<Craft> crafts,
        int since,
        boolean maalem,
        String registerStatus,
        LocalDate registeredAt) {

    String reference() {
        return "DEMO-P-%05d".formatted(index);
    }

    Craft mainCraft() {
        return crafts.getFirst();
    }
}
