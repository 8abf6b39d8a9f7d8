package ma.qutb.registry.person;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.CraftCode;
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

    private static final int MOST_CRAFTS = 6;
    private static final int YOUNGEST = 8;

    public ArtisanDetails {
        crafts = List.copyOf(crafts);
        workplaceNote = Writing.line(workplaceNote, 200);
    }

    /**
     * Whether this can be of somebody born then.
     *
     * @throws Refusal when there is no craft, one twice, or a date that cannot be
     */
    public ArtisanDetails checked(@Nullable Birth birth, LocalDate today) {
        if (crafts.isEmpty()) {
            throw new Refusal("registry.artisan.refusal.no-craft");
        }
        if (crafts.size() > MOST_CRAFTS) {
            throw new Refusal("registry.artisan.refusal.too-many-crafts", MOST_CRAFTS);
        }
        var seen = new HashSet<CraftCode>();
        for (var craft : crafts) {
            if (!seen.add(craft.craft())) {
                throw new Refusal("registry.artisan.refusal.craft-twice");
            }
            checkYear(craft.since(), birth, today);
        }
        checkYear(practisingSince, birth, today);
        if (registration.on() != null && registration.on().isAfter(today)) {
            throw new Refusal("registry.artisan.refusal.registered-ahead");
        }
        if (cover.provedOn() != null && cover.provedOn().isAfter(today)) {
            throw new Refusal("registry.artisan.refusal.cover-ahead");
        }
        return this;
    }

    private static void checkYear(@Nullable Integer since, @Nullable Birth birth, LocalDate today) {
        if (since == null) {
            return;
        }
        if (since > today.getYear()) {
            throw new Refusal("registry.artisan.refusal.practice-ahead", String.valueOf(since));
        }
        int earliest = birth == null ? 1920 : birth.date().getYear() + YOUNGEST;
        if (since < earliest) {
            throw new Refusal("registry.artisan.refusal.practice-too-early", String.valueOf(since));
        }
    }
}
