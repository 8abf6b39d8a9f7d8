package ma.qutb.spaces.premises;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.registry.form.ActForm;
import ma.qutb.registry.form.FormPages;
import ma.qutb.registry.form.Part;
import ma.qutb.shell.Crumb;
import ma.qutb.spaces.SpacesPermission.Code;
import org.springframework.http.HttpStatus;
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

/** Premises entered at a desk, their details, photos and assessments. */
@Controller
@RequestMapping(PremisesList.PATH)
@PreAuthorize("hasAuthority('" + Code.RECORD_PREMISES + "')")
class PremisesFormController {

    private static final String ONE = "/{id:[0-9a-f-]{36}}";

    private final RecordingPremises recording;
    private final AssessingPremises assessing;
    private final PremisesTable premises;
    private final PremisesPapers papers;
    private final PremisesForms forms;
    private final FormPages pages;
    private final Clock clock;

    PremisesFormController(
            RecordingPremises recording,
            AssessingPremises assessing,
            PremisesTable premises,
            PremisesPapers papers,
            PremisesForms forms,
            FormPages pages,
            Clock clock) {
        this.recording = recording;
        this.assessing = assessing;
        this.premises = premises;
        this.papers = papers;
        this.forms = forms;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/new")
    ModelAndView blank(@AuthenticationPrincipal Actor actor) {
        return page(form("new", PremisesList.PATH, PremisesList.PATH, Map.of(), actor), false);
    }

    @PostMapping
    ModelAndView enter(
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var form = form("new", PremisesList.PATH, PremisesList.PATH, typed, actor);
        return forms.read(form, actor)
                .flatMap(details -> form.attempt(
                        Map.of(),
                        () -> recording.record(
                                new RecordingPremises.Seen(
                                        new PremisesId(form.key()), details, Map.of(), clock.instant(), false, false),
                                by(actor))))
                .map(id -> FormPages.done(PremisesList.PATH + "/" + id, redirect))
                .orElseGet(() -> page(form, false));
    }

    @GetMapping(ONE + "/details")
    ModelAndView details(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var it = open(id, actor);
        return page(it, form("details", it.path() + "/details", it.path(), PremisesForms.start(it.details()), actor));
    }

    @PostMapping(ONE + "/details")
    ModelAndView describe(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var it = open(id, actor);
        var form = form("details", it.path() + "/details", it.path(), typed, actor);
        return forms.read(form, actor)
                .filter(details -> form.does(Map.of(), () -> recording.describe(it.id(), details)))
                .map(_ -> FormPages.done(it.path(), redirect))
                .orElseGet(() -> page(it, form));
    }

    @GetMapping(ONE + "/assessment")
    ModelAndView questions(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var it = open(id, actor);
        return page(it, assessment(it, Map.of("day", pages.today())));
    }

    @PostMapping(ONE + "/assessment")
    ModelAndView assess(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var it = open(id, actor);
        var form = assessment(it, typed);
        var day = form.neededDay("day");
        var answers = PremisesForms.answers(form);
        var note = form.line("note");
        return form.does(
                        Map.of("spaces.premises.refusal.future", "day"),
                        () -> assessing.assess(it.id(), day, answers, note, by(actor)))
                ? FormPages.done(it.path(), redirect)
                : page(it, form);
    }

    @GetMapping(ONE + "/photo")
    ModelAndView camera(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var it = open(id, actor);
        return page(it, photo(it, Map.of()));
    }

    @PostMapping(ONE + "/photo")
    ModelAndView addPhoto(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var it = open(id, actor);
        var form = photo(it, typed);
        var file = pages.file(form, "photo", papers, actor);
        if (file.isEmpty()) {
            form.need("photo");
        }
        return form.does(Map.of(), () -> recording.addPhoto(it.id(), form.key(), file.orElseThrow(), by(actor)))
                ? FormPages.done(it.path(), redirect)
                : page(it, form);
    }

    private ActForm form(String texts, String action, String back, Map<String, String> typed, Actor actor) {
        return forms.asking(ActForm.of("spaces.premises." + texts, action, back, typed), actor);
    }

    private ActForm assessment(Premises it, Map<String, String> typed) {
        return forms.asking(ActForm.of("spaces.premises.assess", it.path() + "/assessment", it.path(), typed))
                .ask(Part.typed("day", "date").must())
                .ask(Part.typed("note", "text"));
    }

    private ActForm photo(Premises it, Map<String, String> typed) {
        return ActForm.of("spaces.premises.photo", it.path() + "/photo", it.path(), typed)
                .ask(Part.file("photo", papers).must());
    }

    private Premises open(UUID id, Actor actor) {
        return premises.find(new PremisesId(id), actor, Code.RECORD_PREMISES)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ModelAndView page(Premises it, ActForm form) {
        return pages.page(
                form, it.demonstration(), above(), new Crumb(it.details().name(), it.path()));
    }

    private ModelAndView page(ActForm form, boolean demonstration) {
        return pages.page(form, demonstration, above());
    }

    private Crumb above() {
        return new Crumb(pages.say("spaces.premises.title"), PremisesList.PATH);
    }

    private static RecordingPremises.By by(Actor actor) {
        return new RecordingPremises.By(actor.id(), actor.displayName());
    }
}
