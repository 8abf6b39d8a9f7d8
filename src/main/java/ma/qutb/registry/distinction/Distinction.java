package ma.qutb.registry.distinction;

import java.time.LocalDate;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.CraftCode;
import org.jspecify.annotations.Nullable;

/**
 * A distinction as it is written down: once, with who gave it and where that is told. What was wrong is withdrawn by a
 * later record.
 *
 * @param givenOn null where only the year is known
 * @param rank 1 for a first prize, or the class of an order; null where there is none
 */
record Distinction(
        DistinctionKind kind,
        String titleArabic,
        String titleFrench,
        String prize,
        @Nullable Integer rank,
        @Nullable LocalDate givenOn,
        int year,
        @Nullable String level,
        @Nullable CraftCode craft,
        String givenBy,
        String source) {

    Distinction {
        if ((titleArabic + titleFrench).isBlank()) {
            throw new Refusal("registry.distinction.refusal.no-title");
        }
        if (givenBy.isBlank()) {
            throw new Refusal("registry.distinction.refusal.no-giver");
        }
        if (source.isBlank()) {
            throw new Refusal("registry.distinction.refusal.no-source");
        }
        if (givenOn != null && givenOn.getYear() != year) {
            throw new Refusal("registry.distinction.refusal.year-differs", String.valueOf(year));
        }
    }

    /** @throws Refusal when it has not been given yet */
    Distinction checkedOn(LocalDate today) {
        if (year > today.getYear() || givenOn != null && givenOn.isAfter(today)) {
            throw new Refusal("registry.distinction.refusal.ahead");
        }
        if (year < 1900) {
            throw new Refusal("registry.distinction.refusal.too-early", String.valueOf(year));
        }
        return this;
    }
}
