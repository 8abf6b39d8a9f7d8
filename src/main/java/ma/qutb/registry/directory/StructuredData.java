package ma.qutb.registry.directory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ma.qutb.kernel.Language;
import ma.qutb.registry.Crafts;
import ma.qutb.registry.Territories;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** A directory page for search engines: schema.org Person or Organization, saying what the page says and no more. */
@Component
class StructuredData {

    private final Crafts crafts;
    private final Territories territories;
    private final JsonMapper json;
    private final String publicAddress;

    StructuredData(
            Crafts crafts,
            Territories territories,
            JsonMapper json,
            @Value("${qutb.public-address}") String publicAddress) {
        this.crafts = crafts;
        this.territories = territories;
        this.json = json;
        this.publicAddress = publicAddress;
    }

    /** JSON-LD, safe to stand inside a script element. */
    String of(DirectoryEntry entry, List<Award> awards, Language language) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("@context", "https://schema.org");
        said.put("@type", entry.artisan() ? "Person" : "Organization");
        said.put("name", entry.name().in(language));
        entry.otherName(language).ifPresent(it -> said.put("alternateName", it));
        said.put("url", publicAddress + entry.path(language));
        entry.picture(960).ifPresent(it -> said.put("image", publicAddress + it));
        if (entry.phone() != null) {
            said.put("telephone", entry.phone().value());
        }
        var trades = entry.crafts().stream()
                .map(it -> crafts.nameOf(it).in(language))
                .toList();
        if (!trades.isEmpty()) {
            said.put(entry.artisan() ? "jobTitle" : "knowsAbout", trades);
        }
        entry.place()
                .ifPresent(it -> said.put(
                        "address",
                        Map.of(
                                "@type", "PostalAddress",
                                "addressLocality", territories.nameOf(it).in(language),
                                "addressCountry", "MA")));
        if (!awards.isEmpty()) {
            said.put("award", awards.stream().map(it -> it.title().in(language)).toList());
        }
        return json.writeValueAsString(said).replace("<", "\\u003c");
    }
}
