package ma.qutb.spaces.application;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.PersonId;
import ma.qutb.registry.form.ActForm;
import ma.qutb.registry.form.FormPages;
import ma.qutb.registry.form.Part;
import ma.qutb.registry.pick.PickField;
import ma.qutb.registry.pick.Picking;
import ma.qutb.shell.Choice;
import ma.qutb.spaces.Sites;
import ma.qutb.spaces.SpacesPermission.Code;
import ma.qutb.spaces.call.Call;
import ma.qutb.spaces.call.Calls;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** At the desk: a clerk fills the same screens in for somebody who is found in the registry. */
@Controller
@RequestMapping("/app/spaces/desk")
@PreAuthorize("hasAuthority('" + Code.TAKE_APPLICATIONS + "')")
class TakingAtDeskController extends FillingIn {

    private final Applications applications;
    private final Applying applying;
    private final Belonging belonging;
    private final Calls calls;
    private final Sites sites;
    private final Picking picking;
    private final FormPages pages;
    private final Clock clock;

    TakingAtDeskController(
            Tools tools,
            Applications applications,
            Applying applying,
            Belonging belonging,
            Calls calls,
            Sites sites,
            Picking picking,
            FormPages pages,
            Clock clock) {
        super(Desk.COUNTER, tools);
        this.applications = applications;
        this.applying = applying;
        this.belonging = belonging;
        this.calls = calls;
        this.sites = sites;
        this.picking = picking;
        this.pages = pages;
        this.clock = clock;
    }

    /** Who comes, and for which call. */
    @GetMapping
    ModelAndView whose(@RequestParam(required = false) Optional<String> call, @AuthenticationPrincipal Actor actor) {
        var open = open(actor);
        if (open.isEmpty()) {
            return new ModelAndView("spaces/application/none");
        }
        var chosen = call.flatMap(calls::called).filter(open::contains).orElse(open.getFirst());
        return page(form(open, Map.of("call", chosen.called()), actor));
    }

    @PostMapping
    ModelAndView begin(@RequestParam Map<String, String> typed, @AuthenticationPrincipal Actor actor) {
        var open = open(actor);
        var form = form(open, typed, actor);
        var call = open.stream()
                .filter(it -> it.called().equals(form.value("call")))
                .findFirst();
        var party = form.party("party");
        if (call.isEmpty()) {
            form.need("call");
        }
        if (party.isEmpty()) {
            form.need("party");
        }
        return form.attempt(
                        Map.of(),
                        () -> applying.begin(
                                new ApplicationId(form.key()),
                                call.orElseThrow().id(),
                                applicant(form.value("party"), party.orElseThrow()),
                                taker(actor)))
                .map(it -> new ModelAndView("redirect:" + Desk.COUNTER.path(it)))
                .orElseGet(() -> page(form));
    }

    @Override
    ApplicationId open(UUID id, Actor actor) {
        return applications
                .find(new ApplicationId(id))
                .filter(it ->
                        calls.find(it.call(), actor, Code.TAKE_APPLICATIONS).isPresent())
                .map(Application::id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @Override
    Taker taker(Actor actor) {
        return Taker.clerk(actor);
    }

    private Applicant applicant(String picked, UUID id) {
        return picked.startsWith("organisation")
                ? belonging
                        .organisation(new OrganisationId(id))
                        .orElseThrow(() -> new ma.qutb.kernel.Refusal("spaces.application.refusal.association"))
                : Applicant.of(new PersonId(id));
    }

    private List<Call> open(Actor actor) {
        return calls.published().stream()
                .filter(it -> it.open(clock.instant()))
                .filter(it ->
                        sites.find(it.site(), actor, Code.TAKE_APPLICATIONS).isPresent())
                .toList();
    }

    private ActForm form(List<Call> open, Map<String, String> typed, Actor actor) {
        var field = picking.read(
                PickField.party("party"), typed.getOrDefault("party", ""), typed.getOrDefault("partyTyped", ""), actor);
        return ActForm.of("spaces.desk", Desk.COUNTER.base(), "/app/spaces/calls", typed)
                .ask(Part.choice(
                                "call",
                                open.stream()
                                        .map(it -> new Choice(
                                                it.called(),
                                                pages.say("spaces.call.called", it.called()) + " · "
                                                        + sites.find(it.site())
                                                                .orElseThrow()
                                                                .name()
                                                                .in(FormPages.language())))
                                        .toList())
                        .must())
                .ask(Part.pick(field).must());
    }

    private ModelAndView page(ActForm form) {
        return pages.page(form, false);
    }
}
