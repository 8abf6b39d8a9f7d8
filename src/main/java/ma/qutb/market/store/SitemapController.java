package ma.qutb.market.store;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import ma.qutb.kernel.Language;
import ma.qutb.market.collection.ReadingCollections;
import ma.qutb.market.taxonomy.Article;
import ma.qutb.market.taxonomy.Taxonomy;
import ma.qutb.shell.PublicPages;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/**
 * What search engines may read, each address with the same page in the other languages. Tamazight has no two-letter code, which is all
 * they know: its pages are read by their links.
 */
@Controller
class SitemapController {

    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final String XHTML = "http://www.w3.org/1999/xhtml";
    private static final List<Language> TOLD = List.of(Language.AR, Language.FR, Language.EN, Language.ES);

    private static final List<String> PAGES = List.of(
            "",
            "/shop",
            "/collections",
            "/makers",
            "/directory",
            "/figures",
            "/verify",
            "/passport",
            "/terms",
            "/privacy");

    /** Four languages of each stay far below the fifty thousand addresses a file may have. */
    private static final int PER_FILE = 5_000;

    private final ReadingPieces pieces;
    private final ReadingMakers makers;
    private final ReadingCollections collections;
    private final Taxonomy taxonomy;
    private final List<PublicPages> others;
    private final String publicAddress;

    SitemapController(
            ReadingPieces pieces,
            ReadingMakers makers,
            ReadingCollections collections,
            Taxonomy taxonomy,
            List<PublicPages> others,
            @Value("${qutb.public-address}") String publicAddress) {
        this.pieces = pieces;
        this.makers = makers;
        this.collections = collections;
        this.taxonomy = taxonomy;
        this.others = others;
        this.publicAddress = publicAddress;
    }

    @GetMapping(path = "/robots.txt", produces = MediaType.TEXT_PLAIN_VALUE)
    @ResponseBody
    String robots() {
        return """
            User-agent: *
            Disallow: /app/
            Disallow: /me
            Disallow: /*?
            Sitemap: %s/sitemap.xml
            """.formatted(publicAddress);
    }

    @GetMapping("/sitemap.xml")
    void index(HttpServletResponse response) throws IOException, XMLStreamException {
        long files = pieces.highestNumber() / PER_FILE + 1;
        write(response, "sitemapindex", xml -> {
            sitemap(xml, "/sitemap/pages.xml");
            for (long file = 0; file < files; file++) {
                sitemap(xml, "/sitemap/pieces-" + file + ".xml");
            }
        });
    }

    @GetMapping("/sitemap/pages.xml")
    void pages(HttpServletResponse response) throws IOException, XMLStreamException {
        write(response, "urlset", xml -> {
            for (var path : Stream.concat(
                            PAGES.stream(),
                            taxonomy.articles().stream()
                                    .map(Article::family)
                                    .distinct()
                                    .map(it -> "/shop/" + it.value().toLowerCase(java.util.Locale.ROOT)))
                    .toList()) {
                entry(xml, language -> "/" + language.code() + path);
            }
            for (var other : others) {
                for (var path : other.paths()) {
                    entry(xml, language -> "/" + language.code() + path);
                }
            }
            for (var collection : collections.shown(PER_FILE)) {
                entry(xml, collection::path);
            }
            for (var maker : makers.named()) {
                entry(xml, maker::path);
            }
        });
    }

    @GetMapping("/sitemap/pieces-{file:\\d{1,6}}.xml")
    void pieces(@PathVariable long file, HttpServletResponse response) throws IOException, XMLStreamException {
        var cards = pieces.between(file * PER_FILE, (file + 1) * PER_FILE);
        if (cards.isEmpty() && file > 0) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        write(response, "urlset", xml -> {
            for (var card : cards) {
                entry(xml, card::path);
            }
        });
    }

    private interface Content {
        void write(XMLStreamWriter xml) throws XMLStreamException;
    }

    private static void write(HttpServletResponse response, String root, Content content)
            throws IOException, XMLStreamException {
        response.setContentType(MediaType.APPLICATION_XML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        var xml = XMLOutputFactory.newInstance().createXMLStreamWriter(response.getWriter());
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement(root);
        xml.writeDefaultNamespace(NAMESPACE);
        xml.writeNamespace("xhtml", XHTML);
        content.write(xml);
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.flush();
    }

    private void sitemap(XMLStreamWriter xml, String path) throws XMLStreamException {
        xml.writeStartElement("sitemap");
        text(xml, "loc", publicAddress + path);
        xml.writeEndElement();
    }

    /** The page once for each language, each naming all, itself too. */
    private void entry(XMLStreamWriter xml, Function<Language, String> path) throws XMLStreamException {
        for (var language : TOLD) {
            xml.writeStartElement("url");
            text(xml, "loc", publicAddress + path.apply(language));
            for (var other : TOLD) {
                alternate(xml, other.code(), path.apply(other));
            }
            alternate(xml, "x-default", path.apply(Language.AR));
            xml.writeEndElement();
        }
    }

    private void alternate(XMLStreamWriter xml, String language, String path) throws XMLStreamException {
        xml.writeEmptyElement(XHTML, "link");
        xml.writeAttribute("rel", "alternate");
        xml.writeAttribute("hreflang", language);
        xml.writeAttribute("href", publicAddress + path);
    }

    private static void text(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
