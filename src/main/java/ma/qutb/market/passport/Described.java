package ma.qutb.market.passport;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.qutb.kernel.Language;
import ma.qutb.market.Piece.State;
import ma.qutb.market.store.Facts;
import ma.qutb.market.store.StoreWords;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** A passport for machines: schema.org as JSON-LD, and the links that lead on from it (RFC 9264). It says what the page says. */
@Component
class Described {

    private static final String GS1 = "https://ref.gs1.org/voc/";

    private final JsonMapper json;
    private final TagAddresses addresses;

    Described(JsonMapper json, TagAddresses addresses) {
        this.json = json;
        this.addresses = addresses;
    }

    /** One piece is an individual product. It has a Digital Link of GS1 only where GS1 knows the pole. */
    String structured(PassportPage page, StoreWords words) {
        var passport = page.passport();
        var about = page.about();
        var serial = passport.piece().serial();
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("@context", "https://schema.org");
        said.put("@type", "IndividualProduct");
        said.put("@id", addresses.absolute("/p/" + serial));
        said.put("name", about.title(words.language()));
        said.put("serialNumber", serial);
        said.put("sku", String.valueOf(about.card().number()));
        said.put("url", addresses.absolute(path(serial, words.language())));
        passport.gtin().ifPresent(it -> {
            said.put("gtin14", it);
            said.put("hasGS1DigitalLink", passport.address());
        });
        var pictures = page.photos().stream()
                .map(it -> it.stored(960))
                .flatMap(Optional::stream)
                .map(addresses::absolute)
                .toList();
        if (!pictures.isEmpty()) {
            said.put("image", pictures);
        }
        said.put("material", new Facts(about, words).material());
        said.put("category", words.craft(about.family()));
        said.put("countryOfOrigin", Map.of("@type", "Country", "name", "MA"));
        said.put(
                "productionDate",
                page.history()
                        .getFirst()
                        .at()
                        .atZone(ma.qutb.shell.Formats.ZONE)
                        .toLocalDate()
                        .toString());
        about.card()
                .maker()
                .ifPresent(it -> said.put(
                        "manufacturer",
                        Map.of("@type", it.person() ? "Person" : "Organization", "name", words.name(it.name()))));
        if (about.weight() != null) {
            said.put(
                    "weight",
                    Map.of(
                            "@type", "QuantitativeValue",
                            "value", BigDecimal.valueOf(about.weight(), 3).stripTrailingZeros(),
                            "unitCode", "GRM"));
        }
        if (!page.certificates().isEmpty()) {
            said.put(
                    "hasCertification",
                    page.certificates().stream()
                            .map(it -> Map.of(
                                    "@type",
                                    "Certification",
                                    "name",
                                    it.name().isEmpty()
                                            ? words.texts()
                                                    .say(
                                                            words.language(),
                                                            "market.label."
                                                                    + it.label().code())
                                            : it.name(),
                                    "certificationIdentification",
                                    it.number(),
                                    "issuedBy",
                                    Map.of("@type", "Organization", "name", it.issuedBy())))
                            .toList());
        }
        said.put(
                "offers",
                Map.of(
                        "@type",
                        "Offer",
                        "price",
                        BigDecimal.valueOf(page.parts().price(), 2).toPlainString(),
                        "priceCurrency",
                        "MAD",
                        "availability",
                        "https://schema.org/"
                                + (page.state() == State.ON_SALE ? "InStock" : page.sold() ? "SoldOut" : "OutOfStock"),
                        "seller",
                        Map.of("@type", "Organization", "name", words.texts().say(words.language(), "shell.pole"))));
        return json.writeValueAsString(said).replace("<", "\\u003c");
    }

    /** Every link of the piece, by kind. */
    String linkset(PassportPage page) {
        var serial = page.passport().piece().serial();
        var languages = List.of(Language.AR, Language.FR, Language.EN, Language.ES);
        Map<String, Object> links = new LinkedHashMap<>();
        links.put("anchor", page.passport().address());
        links.put(GS1 + "defaultLink", List.of(link("/p/" + serial, "text/html", List.of())));
        links.put(
                GS1 + "dpp",
                languages.stream()
                        .map(it -> link(path(serial, it), "text/html", List.of(it.code())))
                        .toList());
        links.put(
                GS1 + "pip",
                languages.stream()
                        .map(it -> link(page.about().card().path(it), "text/html", List.of(it.code())))
                        .toList());
        links.put("describedby", List.of(link("/p/" + serial, "application/ld+json", List.of())));
        return json.writeValueAsString(Map.of("linkset", List.of(links)));
    }

    static String path(String serial, Language language) {
        return "/" + language.code() + "/p/" + serial;
    }

    private Map<String, Object> link(String path, String type, List<String> languages) {
        Map<String, Object> link = new LinkedHashMap<>();
        link.put("href", addresses.absolute(path));
        link.put("type", type);
        if (!languages.isEmpty()) {
            link.put("hreflang", languages);
        }
        return link;
    }
}
