package ma.qutb.market.store;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.qutb.kernel.Language;
import ma.qutb.registry.PublicNames;
import ma.qutb.shell.Crumb;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Makers, and the page of one who agreed to be named, with what they offer. Whoever took it back has no page. */
@Controller
class MakerController {

    private final ReadingPieces pieces;
    private final ReadingMakers makers;
    private final PublicNames names;
    private final WordsForReaders words;

    MakerController(ReadingPieces pieces, ReadingMakers makers, PublicNames names, WordsForReaders words) {
        this.pieces = pieces;
        this.makers = makers;
        this.names = names;
        this.words = words;
    }

    @GetMapping("/{language:ar|fr|en|es|zgh}/makers")
    ModelAndView all(@PathVariable String language, @RequestParam(defaultValue = "1") String page) {
        var reader = Language.of(language).orElseThrow();
        int asked = number(page);
        var found = makers.page(asked);
        var said = words.of(reader);
        return new ModelAndView("market/store/makers")
                .addObject("makers", found.makers())
                .addObject("asked", asked)
                .addObject("last", found.last())
                .addObject("words", said)
                .addObject(
                        "crumbs",
                        List.of(
                                new Crumb(said.texts().say(reader, "market.store.title"), "/" + language + "/shop"),
                                new Crumb(said.texts().say(reader, "market.makers"), null)));
    }

    private static int number(String page) {
        return page.matches("\\d{1,3}") ? Math.max(1, Integer.parseInt(page)) : 1;
    }

    @GetMapping("/{language:ar|fr|en|es|zgh}/makers/{slug:o?\\d{1,15}(?:-.*)?}")
    ModelAndView maker(
            @PathVariable String language, @PathVariable String slug, @RequestParam(defaultValue = "1") String page) {
        var reader = Language.of(language).orElseThrow();
        var kind = slug.startsWith("o") ? "organisation" : "person";
        long number = Long.parseLong(slug.replaceAll("-.*", "").replace("o", ""));
        int asked = number(page);
        var shown = pieces.of(kind, number, asked).orElseThrow(MakerController::notFound);
        // The directory has the last word on who is named.
        var named = names.of(shown.maker()).orElseThrow(MakerController::notFound);
        var maker = shown.cards().getFirst().maker().orElseThrow(MakerController::notFound);
        if (!maker.path(reader).endsWith("/" + slug)) {
            return new ModelAndView("redirect:" + maker.path(reader));
        }
        return new ModelAndView("market/store/maker")
                .addObject("maker", maker)
                .addObject("named", named)
                .addObject("shown", shown)
                .addObject("asked", asked)
                .addObject("words", words.of(reader))
                .addObject("addresses", Stream.of(Language.values()).collect(Collectors.toMap(it -> it, maker::path)));
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
