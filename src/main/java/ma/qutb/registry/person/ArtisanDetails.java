package ma.qutb.registry.person;

import java.util.List;
import ma.qutb.registry.writing.Writing;
import org.jspecify.annotations.Nullable;

/**
 * What a registrar writes down about somebody's craft.
 *
 * @param crafts the main one first
 * @param practisingSince first year of practice in any craft
 */
public record ArtisanDetails(
        List<PractisedCraft> crafts,
        Category category,
        @Nullable Integer practisingSince,
        Registration registration,
        @Nullable Workplace workplace,
        String workplaceNote,
        Cover cover) {

    public ArtisanDetails {
        crafts = List.copyOf(crafts);
        workplaceNote = Writing.line(workplaceNote, 200);
    }
}
