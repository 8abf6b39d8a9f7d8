package ma.qutb.spaces.meeting;

import java.util.Map;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.form.ActForm;
import ma.qutb.registry.form.FormPages;
import ma.qutb.registry.form.Part;
import ma.qutb.registry.pick.PickField;
import ma.qutb.registry.pick.Picking;
import ma.qutb.registry.writing.Writing;
import ma.qutb.shell.Crumb;
import ma.qutb.spaces.SpacesPermission.Code;
import ma.qutb.spaces.premises.Premises;
import ma.qutb.spaces.premises.PremisesId;
import ma.qutb.spaces.premises.PremisesPapers;
import ma.qutb.spaces.premises.PremisesTable;
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

/** Proposals for a premises. */
@Controller
@RequestMapping("/app/premises/{id:[0-9a-f-]{36}}/proposals")
@PreAuthorize("hasAuthority('" + Code.SEE_PREMISES + "')")
class ProposalController {

    private static final String STEER = "hasAuthority('" + Code.STEER_ROADMAP + "')";

    private final Proposals proposals;
    private final PremisesTable premises;
    private final PremisesPapers papers;
    private final Picking picking;
    private final FormPages pages;

    ProposalController(
            Proposals proposals, PremisesTable premises, PremisesPapers papers, Picking picking, FormPages pages) {
        this.proposals = proposals;
        this.premises = premises;
        this.papers = papers;
        this.picking = picking;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView show(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var it = open(id, actor, Code.SEE_PREMISES);
        return new ModelAndView("spaces/meeting/proposals")
                .addObject("it", it)
                .addObject("proposals", proposals.of(it.id()));
    }

    @GetMapping("/new")
    @PreAuthorize(STEER)
    ModelAndView ask(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var it = open(id, actor, Code.STEER_ROADMAP);
        return page(it, form(it, Map.of("made", pages.today()), actor));
    }

    @PostMapping
    @PreAuthorize(STEER)
    ModelAndView propose(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var it = open(id, actor, Code.STEER_ROADMAP);
        var form = form(it, typed, actor);
        var by = form.party("by").map(OrganisationId::new);
        var made = form.neededDay("made");
        form.needed("purpose");
        var purpose = form.read("purpose", () -> Writing.line(form.value("purpose"), 500), "");
        int women = (int) Math.min(form.neededQuantity("women", 0), Integer.MAX_VALUE);
        var document = pages.file(form, "document", papers, actor);
        return form.does(
                        Map.of("spaces.proposal.refusal.future", "made", "spaces.proposal.refusal.content", "women"),
                        () -> proposals.propose(
                                new Proposals.New(form.key(), it.id(), by, made, purpose, women, document),
                                actor.displayName()))
                ? FormPages.done(it.path() + "/proposals", redirect)
                : page(it, form);
    }

    @GetMapping("/{proposal}/{decision:retained|declined}")
    @PreAuthorize(STEER)
    ModelAndView askDecision(
            @PathVariable UUID id,
            @PathVariable UUID proposal,
            @PathVariable String decision,
            @AuthenticationPrincipal Actor actor) {
        var it = open(id, actor, Code.STEER_ROADMAP);
        return page(it, decisionForm(it, proposal, decision, Map.of()));
    }

    @PostMapping("/{proposal}/{decision:retained|declined}")
    @PreAuthorize(STEER)
    ModelAndView decide(
            @PathVariable UUID id,
            @PathVariable UUID proposal,
            @PathVariable String decision,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var it = open(id, actor, Code.STEER_ROADMAP);
        var form = decisionForm(it, proposal, decision, typed);
        var reason = form.line("reason");
        return form.does(
                        Map.of("spaces.proposal.refusal.reason", "reason"),
                        () -> proposals.decide(it.id(), proposal, decision.equals("retained"), reason))
                ? FormPages.done(it.path() + "/proposals", redirect)
                : page(it, form);
    }

    private ActForm form(Premises it, Map<String, String> typed, Actor actor) {
        return ActForm.of("spaces.proposal.new", it.path() + "/proposals", it.path() + "/proposals", typed)
                .ask(Part.pick(picking.read(
                        PickField.organisation("by"),
                        typed.getOrDefault("by", ""),
                        typed.getOrDefault("byTyped", ""),
                        actor)))
                .ask(Part.typed("made", "date").must())
                .ask(Part.typed("purpose", "text").must())
                .ask(Part.typed("women", "number").must())
                .ask(Part.file("document", papers));
    }

    private ActForm decisionForm(Premises it, UUID proposal, String decision, Map<String, String> typed) {
        var reason = Part.typed("reason", "text").called(pages.say("spaces.proposal.reason"));
        return ActForm.of(
                        "spaces.proposal.decide." + decision,
                        it.path() + "/proposals/" + proposal + "/" + decision,
                        it.path() + "/proposals",
                        typed)
                .ask(decision.equals("declined") ? reason.must() : reason);
    }

    private Premises open(UUID id, Actor actor, String permission) {
        return premises.find(new PremisesId(id), actor, permission)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ModelAndView page(Premises it, ActForm form) {
        return pages.page(
                form,
                it.demonstration(),
                new Crumb(pages.say("spaces.premises.title"), "/app/premises"),
                new Crumb(it.details().name(), it.path()),
                new Crumb(pages.say("spaces.proposal.title"), it.path() + "/proposals"));
    }
}
