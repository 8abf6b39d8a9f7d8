package ma.qutb.spaces.meeting;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.Territories;
import ma.qutb.registry.TerritoryCode;
import ma.qutb.registry.form.ActForm;
import ma.qutb.registry.form.FormPages;
import ma.qutb.registry.form.Part;
import ma.qutb.registry.pick.PickField;
import ma.qutb.registry.pick.Picking;
import ma.qutb.registry.writing.Writing;
import ma.qutb.shell.Choice;
import ma.qutb.shell.Crumb;
import ma.qutb.shell.list.Lists;
import ma.qutb.shell.list.RecordList;
import ma.qutb.spaces.SpacesPermission.Code;
import ma.qutb.spaces.premises.PremisesId;
import ma.qutb.spaces.premises.PremisesPapers;
import ma.qutb.spaces.premises.PremisesTable;
import org.springframework.beans.factory.annotation.Qualifier;
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

/** Meetings: who came, what was said, what was decided and whether it is done. */
@Controller
@RequestMapping(MeetingList.PATH)
@PreAuthorize("hasAuthority('" + Code.SEE_PREMISES + "')")
class MeetingController {

    private static final String STEER = "hasAuthority('" + Code.STEER_ROADMAP + "')";

    private final RecordList list;
    private final Lists lists;
    private final Meetings meetings;
    private final HoldingMeetings holding;
    private final PremisesTable premises;
    private final PremisesPapers papers;
    private final Territories territories;
    private final Picking picking;
    private final FormPages pages;
    private final Clock clock;

    MeetingController(
            @Qualifier("listOfMeetings") RecordList list,
            Lists lists,
            Meetings meetings,
            HoldingMeetings holding,
            PremisesTable premises,
            PremisesPapers papers,
            Territories territories,
            Picking picking,
            FormPages pages,
            Clock clock) {
        this.list = list;
        this.lists = lists;
        this.meetings = meetings;
        this.holding = holding;
        this.premises = premises;
        this.papers = papers;
        this.territories = territories;
        this.picking = picking;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(HttpServletRequest request, HttpServletResponse response) {
        return new ModelAndView("spaces/meeting/list").addObject("list", lists.open(list, request, response));
    }

    @GetMapping("/{id:[0-9a-f-]{36}}")
    ModelAndView show(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var it = open(id, actor, Code.SEE_PREMISES);
        return new ModelAndView("spaces/meeting/show")
                .addObject("it", it)
                .addObject("place", territories.nameOf(it.territory()))
                .addObject("today", LocalDate.now(clock));
    }

    @GetMapping("/new")
    @PreAuthorize(STEER)
    ModelAndView blank(@AuthenticationPrincipal Actor actor) {
        return page(form(Map.of("day", pages.today()), actor));
    }

    @PostMapping
    @PreAuthorize(STEER)
    ModelAndView hold(
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var form = form(typed, actor);
        var name = form.needed("name");
        var day = form.neededDay("day");
        var place = places(actor).stream()
                .filter(it -> it.value().equals(form.value("place")))
                .findFirst()
                .map(it -> new TerritoryCode(it.value()));
        if (place.isEmpty()) {
            form.need("place");
        }
        var organisation = form.party("organisation").map(OrganisationId::new);
        var who = form.read("participants", () -> Writing.paragraphs(form.value("participants"), 2000), "");
        var minutes = form.read("minutes", () -> Writing.paragraphs(form.value("minutes"), 8000), "");
        var file = pages.file(form, "file", papers, actor);
        return form.attempt(
                        Map.of(
                                "spaces.meeting.refusal.future", "day",
                                "spaces.meeting.refusal.nobody", "participants"),
                        () -> holding.hold(
                                new HoldingMeetings.Held(
                                        form.key(),
                                        day,
                                        typedWords(name),
                                        place.orElseThrow(),
                                        who.lines()
                                                .filter(it -> !it.isBlank())
                                                .map(MeetingController::typedWords)
                                                .toList(),
                                        organisation.stream().toList(),
                                        typedWords(minutes),
                                        file,
                                        "",
                                        "",
                                        Optional.empty(),
                                        false),
                                actor.displayName()))
                .map(id -> FormPages.done(MeetingList.PATH + "/" + id, redirect))
                .orElseGet(() -> page(form));
    }

    @GetMapping("/{id:[0-9a-f-]{36}}/decision")
    @PreAuthorize(STEER)
    ModelAndView ask(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var it = open(id, actor, Code.STEER_ROADMAP);
        return page(it, decisionForm(it, Map.of(), actor));
    }

    @PostMapping("/{id:[0-9a-f-]{36}}/decision")
    @PreAuthorize(STEER)
    ModelAndView decide(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var it = open(id, actor, Code.STEER_ROADMAP);
        var form = decisionForm(it, typed, actor);
        var words = form.needed("words");
        var due = form.day("due");
        var about = form.id("premises")
                .map(PremisesId::new)
                .filter(one -> premises.find(one, actor, Code.SEE_PREMISES).isPresent());
        return form.does(Map.of(), () -> holding.decide(it.id(), typedWords(words), about, due, ""))
                ? FormPages.done(it.path(), redirect)
                : page(it, form);
    }

    @PostMapping("/{id:[0-9a-f-]{36}}/decisions/{decision}/fulfilment")
    @PreAuthorize(STEER)
    ModelAndView fulfil(
            @PathVariable UUID id,
            @PathVariable UUID decision,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var it = open(id, actor, Code.STEER_ROADMAP);
        holding.fulfil(it.id(), decision);
        return FormPages.done(it.path(), redirect);
    }

    private Meeting open(UUID id, Actor actor, String permission) {
        return meetings.find(id, actor, permission)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ActForm form(Map<String, String> typed, Actor actor) {
        return ActForm.of("spaces.meeting.new", MeetingList.PATH, MeetingList.PATH, typed)
                .ask(Part.typed("name", "text").must())
                .ask(Part.typed("day", "date").must())
                .ask(Part.choice("place", places(actor)).must())
                .ask(Part.pick(picking.read(
                        PickField.organisation("organisation"),
                        typed.getOrDefault("organisation", ""),
                        typed.getOrDefault("organisationTyped", ""),
                        actor)))
                .ask(Part.typed("participants", "textarea"))
                .ask(Part.typed("minutes", "textarea"))
                .ask(Part.file("file", papers));
    }

    private ActForm decisionForm(Meeting it, Map<String, String> typed, Actor actor) {
        var all = premises.all(actor, Code.SEE_PREMISES, it.demonstration()).stream()
                .map(one -> new Choice(
                        one.id().toString(),
                        one.number() + " · " + one.details().name() + " · "
                                + one.place().in(FormPages.language())))
                .toList();
        return ActForm.of("spaces.meeting.decision", it.path() + "/decision", it.path(), typed)
                .ask(Part.typed("words", "text").must())
                .ask(Part.choice("premises", all))
                .ask(Part.typed("due", "date"));
    }

    private List<Choice> places(Actor actor) {
        var year = LocalDate.now(clock).getYear();
        return territories.all().stream()
                .filter(it -> it.existedIn(year)
                        && it.parentToday().isPresent()
                        && territories.covers(actor.scopeOf(Code.STEER_ROADMAP), Optional.of(it.code())))
                .map(it -> new Choice(it.code().value(), it.name().in(FormPages.language())))
                .toList();
    }

    private ModelAndView page(ActForm form) {
        return pages.page(form, false, above());
    }

    private ModelAndView page(Meeting it, ActForm form) {
        return pages.page(form, it.demonstration(), above(), new Crumb(it.name().in(FormPages.language()), it.path()));
    }

    private Crumb above() {
        return new Crumb(pages.say("spaces.meetings.title"), MeetingList.PATH);
    }

    /** What people type stands in the language they typed it in. */
    private static LocalName typedWords(String typed) {
        return new LocalName(typed, "", "");
    }
}
