package ma.qutb.market.finding;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ma.qutb.kernel.Language;
import ma.qutb.market.Product;
import ma.qutb.market.Wording;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.TerritoryCode;
import org.jspecify.annotations.Nullable;

/**
 * What a list shows of one product.
 *
 * @param maker whoever agreed to be named
 * @param share what is left for the work, in percent of the price
 * @param offer 1 to be had now, 2 made to order, 3 held for somebody just now, 0 sold
 */
public record Card(
        long number,
        Wording title,
        CraftCode craft,
        Product.Kind kind,
        @Nullable Integer leadDays,
        long price,
        int share,
        int offer,
        Optional<NamedMaker> maker,
        Optional<TerritoryCode> place,
        List<Photo> photos,
        boolean demonstration) {

    /** Address of the page: the number finds it, the words are for people and search engines. */
    public String path(Language language) {
        return path(language, number, title);
    }

    /** The address of a product with this number and title. */
    public static String path(Language language, long number, Wording title) {
        var words = java.text.Normalizer.normalize(
                        language.rightToLeft() ? title.arabic() : title.in(language), java.text.Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        return "/" + language.code() + "/piece/" + number
                + (words.isEmpty()
                        ? ""
                        : "-" + java.net.URLEncoder.encode(words, java.nio.charset.StandardCharsets.UTF_8));
    }

    public Optional<Photo> photo() {
        return photos.stream().findFirst();
    }
}
