package ma.qutb.market.finding;

import java.util.Locale;
import ma.qutb.kernel.Language;
import ma.qutb.registry.LocalName;

/**
 * A maker who agreed to be named.
 *
 * @param kind {@code person} or {@code organisation}
 * @param number of the public directory, counted for each kind apart
 */
public record NamedMaker(String kind, long number, LocalName name) {

    public boolean person() {
        return kind.equals("person");
    }

    /** As the facet calls them. */
    public String value() {
        return kind + number;
    }

    /** Address of the page; organisations begin with an o. */
    public String path(Language language) {
        var words = java.text.Normalizer.normalize(name.french(), java.text.Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return "/" + language.code() + "/makers/" + (person() ? "" : "o") + number
                + (words.isEmpty() ? "" : "-" + words);
    }
}
