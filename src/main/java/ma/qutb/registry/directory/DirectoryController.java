package ma.qutb.registry.directory;

import java.util.Locale;
import java.util.Optional;
import ma.qutb.kernel.Language;
import ma.qutb.registry.Crafts;
import ma.qutb.registry.Territories;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The public directory. */
@Controller
@RequestMapping("/{language:ar|fr|en|es|zgh}/directory")
class DirectoryController {

    private final Directory directory;
    private final Facets facets;
    private final Crafts crafts;
    private final Territories territories;
    private final StructuredData structured;

    DirectoryController(
            Directory directory, Facets facets, Crafts crafts, Territories territories, StructuredData structured) {
        this.directory = directory;
        this.facets = facets;
        this.crafts = crafts;
        this.territories = territories;
        this.structured = structured;
    }

    @GetMapping
    ModelAndView list(
            @PathVariable String language,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String craft,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "false") String award,
            @RequestParam(defaultValue = "1") String page) {
        var reader = Language.of(language).orElseThrow();
        var asked = new Asked(
                q, kind, craft, place, award.equals("true"), page.matches("\\d{1,4}") ? Integer.parseInt(page) : 1);
        return new ModelAndView("registry/directory/list")
                .addObject("asked", asked)
                .addObject("found", directory.find(asked, reader))
                .addObject("crafts", facets.crafts(reader))
                .addObject("places", facets.places(reader))
                .addObject("map", facets.map(reader).orElse(null))
                .addObject("names", new Names(crafts, territories, reader));
    }

    @GetMapping("/artisans/{slug}")
    ModelAndView artisan(@PathVariable String language, @PathVariable String slug) {
        return show(language, slug, number(slug).flatMap(directory::artisan));
    }

    @GetMapping("/organisations/{slug}")
    ModelAndView organisation(@PathVariable String language, @PathVariable String slug) {
        return show(language, slug, number(slug).flatMap(directory::organisation));
    }

    private ModelAndView show(String language, String slug, Optional<DirectoryEntry> found) {
        var reader = Language.of(language).orElseThrow();
        var entry = found.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!slug.equals(entry.slug())) {
            // A name was corrected, or typed by hand: one page has one address.
            return new ModelAndView("redirect:" + entry.path(reader));
        }
        var awards = directory.awards(entry);
        return new ModelAndView("registry/directory/show")
                .addObject("entry", entry)
                .addObject("awards", awards)
                .addObject("names", new Names(crafts, territories, reader))
                .addObject("structured", structured.of(entry, awards, reader));
    }

    private static Optional<Long> number(String slug) {
        var digits = slug.toLowerCase(Locale.ROOT).replaceAll("-.*", "");
        return digits.matches("[0-9]{1,15}") ? Optional.of(Long.parseLong(digits)) : Optional.empty();
    }
}
