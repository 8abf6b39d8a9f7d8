package ma.qutb.market.store;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.qutb.kernel.Language;
import ma.qutb.market.collection.ReadingCollections;
import ma.qutb.shell.Crumb;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Collections, as visitors see them. */
@Controller
@RequestMapping("/{language:ar|fr|en|es|zgh}/collections")
class CollectionController {

    private static final int MOST = 60;

    private final ReadingCollections collections;
    private final WordsForReaders words;

    CollectionController(ReadingCollections collections, WordsForReaders words) {
        this.collections = collections;
        this.words = words;
    }

    @GetMapping
    ModelAndView all(@PathVariable String language) {
        var reader = Language.of(language).orElseThrow();
        var said = words.of(reader);
        return new ModelAndView("market/store/collections")
                .addObject("collections", collections.shown(MOST))
                .addObject(
                        "crumbs",
                        List.of(
                                new Crumb(said.texts().say(reader, "market.store.title"), "/" + language + "/shop"),
                                new Crumb(said.texts().say(reader, "market.collections"), null)));
    }

    @GetMapping("/{slug:[a-z0-9-]{1,60}}")
    ModelAndView one(@PathVariable String language, @PathVariable String slug) {
        var reader = Language.of(language).orElseThrow();
        var said = words.of(reader);
        var collection = collections.bySlug(slug).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new ModelAndView("market/store/collection")
                .addObject("collection", collection)
                .addObject("cards", collections.cards(collection))
                .addObject("words", said)
                .addObject(
                        "addresses", Stream.of(Language.values()).collect(Collectors.toMap(it -> it, collection::path)))
                .addObject(
                        "crumbs",
                        List.of(
                                new Crumb(said.texts().say(reader, "market.store.title"), "/" + language + "/shop"),
                                new Crumb(
                                        said.texts().say(reader, "market.collections"),
                                        "/" + language + "/collections"),
                                new Crumb(ReadingCollections.said(collection.name(), reader), null)));
    }
}
