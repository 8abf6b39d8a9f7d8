package ma.qutb.programmes.fact;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where publications disagree, a sum fails or a text is ambiguous.
 *
 * @param severity {@code low}, {@code medium} or {@code high}
 * @param secondSource the publication of the other side, if it is another one
 * @param description what disagrees, with the figures of both sides
 * @param handling what Qutb does about it: it shows both
 * @param facts the facts it concerns, in the order of the reference data
 */
public record Discrepancy(
        String id,
        Words topic,
        String severity,
        @Nullable String source,
        @Nullable Locator locator,
        @Nullable String secondSource,
        Words description,
        Words handling,
        List<String> facts) {

    public String path() {
        return "/figures/discrepancies/" + id;
    }

    /** Key of the two figures in few words: {@code 103 ≠ 88}. */
    public String shortKey() {
        return "programmes.discrepancy." + id;
    }
}
