package ma.qutb.market.collection;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import ma.qutb.kernel.Language;
import ma.qutb.market.finding.Photo;
import ma.qutb.registry.LocalName;

/**
 * Products that are shown together.
 *
 * @param slug of its address, never changed
 * @param text what holds them together; may be empty
 * @param shown whether visitors see it
 * @param goods how many of it can be had
 * @param photos the first picture of the first few
 */
public record ShopCollection(
        UUID id,
        String slug,
        LocalName name,
        LocalName text,
        int position,
        boolean shown,
        boolean demonstration,
        int goods,
        List<Photo> photos) {

    private static final int LONGEST = 50;

    public String path(Language language) {
        return "/" + language.code() + "/collections/" + slug;
    }

    /** What of a name fits an address; {@code collection} where no Latin letter is in it. */
    static String slug(String name) {
        var words = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", "-");
        var cut = words.substring(0, Math.min(words.length(), LONGEST)).replaceAll("^-|-$", "");
        return cut.isEmpty() ? "collection" : cut;
    }
}
