package ma.qutb.programmes.figures;

import static org.springframework.http.HttpStatus.NOT_FOUND;

import java.util.List;
import ma.qutb.programmes.fact.Fact;
import ma.qutb.programmes.fact.FactTables;
import ma.qutb.programmes.fact.Facts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The region in figures. */
@Controller
@RequestMapping("/{language:ar|fr|en|es|zgh}/figures")
class FiguresController {

    private final Facts facts;
    private final PartPages pages;
    private final Telling telling;

    FiguresController(Facts facts, PartPages pages, Telling telling) {
        this.facts = facts;
        this.pages = pages;
        this.telling = telling;
    }

    @GetMapping
    ModelAndView overview(
            @RequestParam(defaultValue = "") String territory,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String axis,
            @RequestParam(defaultValue = "") String borders) {
        return draw("overview").addObject("shown", pages.overview(Selection.of(territory, year, axis, borders)));
    }

    @GetMapping("/{part:[a-z]+}")
    ModelAndView part(
            @PathVariable String part,
            @RequestParam(defaultValue = "") String territory,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String axis,
            @RequestParam(defaultValue = "") String borders) {
        var asked = Part.of(part).orElseThrow(FiguresController::notFound);
        return draw("part").addObject("shown", pages.of(asked, Selection.of(territory, year, axis, borders)));
    }

    /** One fact; its id may hold slashes. */
    @GetMapping("/facts/{*id}")
    ModelAndView fact(@PathVariable String id) {
        var fact = facts.find(id.substring(1)).orElseThrow(FiguresController::notFound);
        var subject = fact.subject();
        return draw("fact")
                .addObject("fact", fact)
                .addObject(
                        "others",
                        subject == null
                                ? List.of()
                                : facts.about(subject).stream()
                                        .filter(it -> !it.equals(fact))
                                        .toList())
                .addObject("naming", subject == null ? List.of() : facts.naming(subject))
                .addObject("discrepancies", facts.discrepanciesOf(List.of(fact)));
    }

    @GetMapping("/tables/{table}")
    ModelAndView table(@PathVariable String table) {
        var asked = FactTables.named(table).orElseThrow(FiguresController::notFound);
        return draw("table").addObject("table", asked).addObject("rows", facts.of(asked.name()));
    }

    @GetMapping("/discrepancies")
    ModelAndView discrepancies() {
        return draw("discrepancies").addObject("discrepancies", facts.discrepancies());
    }

    @GetMapping("/discrepancies/{id}")
    ModelAndView discrepancy(@PathVariable String id) {
        var discrepancy = facts.discrepancy(id).orElseThrow(FiguresController::notFound);
        return draw("discrepancy")
                .addObject("discrepancy", discrepancy)
                .addObject(
                        "concerned",
                        discrepancy.facts().stream().map(facts::get).toList());
    }

    @GetMapping("/sources")
    ModelAndView sources() {
        return draw("sources").addObject("publications", facts.publications());
    }

    /** A publication with all it says, in its order. */
    @GetMapping("/sources/{number}")
    ModelAndView source(@PathVariable String number) {
        var publication = facts.publications().stream()
                .filter(it -> it.number().equals(number))
                .findFirst()
                .orElseThrow(FiguresController::notFound);
        return draw("source").addObject("publication", publication).addObject("rows", saidBy(publication.id()));
    }

    private List<Fact> saidBy(String source) {
        return facts.all().stream()
                .filter(it -> source.equals(it.source())
                        && it.locator() != null
                        && !it.says().isEmpty())
                .sorted(java.util.Comparator.comparing(Fact::locator))
                .toList();
    }

    private ModelAndView draw(String template) {
        return new ModelAndView("programmes/figures/" + template).addObject("telling", telling);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(NOT_FOUND);
    }
}
