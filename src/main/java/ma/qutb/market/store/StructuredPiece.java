package ma.qutb.market.store;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import ma.qutb.market.Product;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The page of a product for search engines: schema.org, saying what the page says and no more. */
@Component
class StructuredPiece {

    private final JsonMapper json;
    private final String publicAddress;

    StructuredPiece(JsonMapper json, @Value("${qutb.public-address}") String publicAddress) {
        this.json = json;
        this.publicAddress = publicAddress;
    }

    /** JSON-LD, safe to stand inside a script element. A thing of its kind is an individual product, a series is not. */
    String of(PiecePage page, PiecePage.Offer offer, StoreWords words) {
        var card = page.card();
        var language = words.language();
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("@context", "https://schema.org");
        said.put("@type", card.kind() == Product.Kind.UNIQUE ? "IndividualProduct" : "Product");
        said.put("name", page.title(language));
        said.put("sku", String.valueOf(card.number()));
        said.put("url", publicAddress + card.path(language));
        var pictures = card.photos().stream()
                .map(it -> it.stored(960))
                .flatMap(Optional::stream)
                .map(it -> publicAddress + it)
                .toList();
        if (!pictures.isEmpty()) {
            said.put("image", pictures);
        }
        page.texts().story(language).ifPresent(it -> said.put("description", it.words()));
        var material = new Facts(page, words).material();
        if (!material.isEmpty()) {
            said.put("material", material);
        }
        said.put("category", words.craft(page.family()));
        said.put("countryOfOrigin", Map.of("@type", "Country", "name", "MA"));
        card.maker()
                .ifPresent(it -> said.put(
                        "manufacturer",
                        Map.of("@type", it.person() ? "Person" : "Organization", "name", words.name(it.name()))));
        if (page.weight() != null) {
            said.put(
                    "weight",
                    Map.of(
                            "@type", "QuantitativeValue",
                            "value", BigDecimal.valueOf(page.weight(), 3).stripTrailingZeros(),
                            "unitCode", "GRM"));
        }
        said.put("offers", offer(page, offer, words));
        return json.writeValueAsString(said).replace("<", "\\u003c");
    }

    private Map<String, Object> offer(PiecePage page, PiecePage.Offer offer, StoreWords words) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("@type", "Offer");
        said.put("price", BigDecimal.valueOf(page.card().price(), 2).toPlainString());
        said.put("priceCurrency", "MAD");
        said.put(
                "availability",
                "https://schema.org/"
                        + switch (offer) {
                            case READY -> "InStock";
                            case TO_ORDER -> "MadeToOrder";
                            case HELD -> "OutOfStock";
                            case SOLD -> "SoldOut";
                        });
        said.put("itemCondition", "https://schema.org/NewCondition");
        said.put("url", publicAddress + page.card().path(words.language()));
        said.put("seller", Map.of("@type", "Organization", "name", words.texts().say(words.language(), "shell.pole")));
        return said;
    }
}
