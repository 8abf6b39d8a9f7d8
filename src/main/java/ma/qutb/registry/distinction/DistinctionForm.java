package ma.qutb.registry.distinction;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What stands in the form about a distinction, as typed. */
public record DistinctionForm(
        String token,
        String kind,
        String titleArabic,
        String titleFrench,
        String prize,
        String rank,
        String givenOn,
        String year,
        String level,
        String craft,
        String givenBy,
        String source) {

    public DistinctionForm {
        token = text(token);
        kind = text(kind);
        titleArabic = text(titleArabic);
        titleFrench = text(titleFrench);
        prize = text(prize);
        rank = text(rank);
        givenOn = text(givenOn);
        year = text(year);
        level = text(level);
        craft = text(craft);
        givenBy = text(givenBy);
        source = text(source);
    }

    static DistinctionForm empty() {
        return new DistinctionForm(UUID.randomUUID().toString(), "AWARD", "", "", "", "", "", "", "", "", "", "");
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
