package ma.qutb.spaces.roadmap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.qutb.documents.Documents;
import ma.qutb.documents.PrintAnswer;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.Territories;
import ma.qutb.shell.MenuEntry;
import ma.qutb.shell.Toast;
import ma.qutb.spaces.SpacesPermission.Code;
import ma.qutb.spaces.premises.Communes;
import ma.qutb.spaces.premises.PremisesId;
import ma.qutb.spaces.premises.PremisesTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The roadmap on a board and in figures, and the way of each premises. */
@Controller
@RequestMapping("/app/premises")
@PreAuthorize("hasAuthority('" + Code.SEE_PREMISES + "')")
class RoadmapController {

    static final String BOARD = "/app/premises/board";

    private static final Set<String> KINDS = Set.of("region", "province", "city", "town", "rural_commune");

    private final Board board;
    private final ReadingConversions reading;
    private final PremisesTable premises;
    private final IssuingRoadmap papers;
    private final Documents documents;
    private final Communes communes;
    private final Territories territories;
    private final Clock clock;

    RoadmapController(
            Board board,
            ReadingConversions reading,
            PremisesTable premises,
            IssuingRoadmap papers,
            Documents documents,
            Communes communes,
            Territories territories,
            Clock clock) {
        this.board = board;
        this.reading = reading;
        this.premises = premises;
        this.papers = papers;
        this.documents = documents;
        this.communes = communes;
        this.territories = territories;
        this.clock = clock;
    }

    /** Its place in the menu. */
    @Configuration
    static class RoadmapMenu {

        @Bean
        MenuEntry roadmapEntry() {
            return new MenuEntry("menu.spaces", 561, "menu.roadmap", "route", BOARD, Code.SEE_PREMISES);
        }
    }

    @GetMapping("/board")
    ModelAndView board(@RequestParam(defaultValue = "") String which, @AuthenticationPrincipal Actor actor) {
        return page("spaces/roadmap/board", which, actor);
    }

    @GetMapping("/figures")
    ModelAndView figures(@RequestParam(defaultValue = "") String which, @AuthenticationPrincipal Actor actor) {
        return page("spaces/roadmap/figures", which, actor)
                .addObject("papers", papers.issued(actor))
                .addObject("places", places(actor, board.cards(actor, demonstration(which))));
    }

    @GetMapping("/{id:[0-9a-f-]{36}}/roadmap")
    ModelAndView show(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var it = premises.find(new PremisesId(id), actor, Code.SEE_PREMISES).orElseThrow(RoadmapController::notFound);
        return new ModelAndView("spaces/roadmap/show")
                .addObject("it", it)
                .addObject("way", reading.of(it.id()))
                .addObject("today", LocalDate.now(clock));
    }

    @PostMapping("/papers")
    @PreAuthorize("hasAuthority('" + Code.STEER_ROADMAP + "')")
    String issue(
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "false") boolean demonstration,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var chosen = places(actor, board.cards(actor, demonstration)).stream()
                .filter(it -> it.code().value().equals(place))
                .findFirst()
                .orElseThrow(RoadmapController::notFound);
        try {
            var issued = papers.issue(chosen.code(), demonstration, actor);
            Toast.ok(redirect, "spaces.roadmap.paper.issued", issued.number());
        } catch (Refusal refusal) {
            Toast.warn(redirect, refusal.code());
        }
        return "redirect:/app/premises/figures" + (demonstration ? "?which=demonstration" : "");
    }

    @GetMapping("/papers/{document}/{form:[a-z]+}.pdf")
    ResponseEntity<byte[]> paper(
            @PathVariable UUID document, @PathVariable String form, @AuthenticationPrincipal Actor actor) {
        var issued = papers.issued(actor).stream()
                .filter(it -> it.id().value().equals(document))
                .findFirst()
                .orElseThrow(RoadmapController::notFound);
        return PrintAnswer.of(documents, issued, form);
    }

    /** The communes of the premises this user sees, with their provinces and regions; those that hold most of them first. */
    private List<Territories.Place> places(Actor actor, List<Board.Card> cards) {
        var known = cards.stream()
                .map(Board.Card::commune)
                .flatMap(it -> Stream.of(communes.around(it)))
                .collect(Collectors.groupingBy(it -> it, Collectors.counting()));
        return territories.all().stream()
                .filter(it -> KINDS.contains(it.type())
                        && known.containsKey(it.code().value())
                        && territories.covers(actor.scopeOf(Code.SEE_PREMISES), Optional.of(it.code())))
                .sorted(Comparator.comparing(
                        it -> known.getOrDefault(it.code().value(), 0L), Comparator.reverseOrder()))
                .toList();
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    /** Where there are no real ones, those of the demonstration are shown. */
    private boolean demonstration(String which) {
        return which.equals("demonstration") || which.isEmpty() && !board.real();
    }

    private ModelAndView page(String view, String which, Actor actor) {
        boolean real = board.real();
        boolean demonstration = demonstration(which);
        var places = territories.covered(actor.scopeOf(Code.SEE_PREMISES));
        return new ModelAndView(view)
                .addObject(
                        "it",
                        new Whole(
                                board.cards(actor, demonstration),
                                board.quarters(places, demonstration),
                                demonstration))
                .addObject("both", real && !board.cards(actor, true).isEmpty())
                .addObject("today", LocalDate.now(clock));
    }
}
