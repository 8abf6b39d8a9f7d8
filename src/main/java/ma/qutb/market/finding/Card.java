package ma.qutb.market.finding;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
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
        return "/" + language.code() + "/piece/" + URLEncoder.encode(slug(language), StandardCharsets.UTF_8);
    }

    /** The last part of its address, before it is encoded. */
    public String slug(Language language) {
        var words = Normalizer.normalize(title.in(language), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        return words.isEmpty() ? String.valueOf(number) : number + "-" + words;
    }

    public Optional<Photo> photo() {
        return photos.stream().findFirst();
    }
}
