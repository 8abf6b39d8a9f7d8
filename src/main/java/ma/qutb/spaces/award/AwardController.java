package ma.qutb.spaces.award;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.form.ActForm;
import ma.qutb.registry.form.FormPages;
import ma.qutb.registry.form.Part;
import ma.qutb.shell.Crumb;
import ma.qutb.spaces.SpacesPermission.Code;
import ma.qutb.spaces.call.Call;
import ma.qutb.spaces.call.CallId;
import ma.qutb.spaces.call.Calls;
import ma.qutb.spaces.scoring.Scores;
import org.jspecify.annotations.Nullable;
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

/** The allocation of a call, one act after the other: promise, seed, run, publication, offers. */
@Controller
@RequestMapping("/app/spaces/calls/{call}/award")
@PreAuthorize("hasAuthority('" + Code.SEE_AWARDS + "')")
class AwardController {

    private static final String ALLOCATE = "hasAuthority('" + Code.ALLOCATE + "')";

    private final HoldingDraws draws;
    private final AskingRuns runs;
    private final RunningAllocations running;
    private final Offering offering;
    private final Appealing appealing;
    private final AwardTable awards;
    private final OfferTable offers;
    private final AppealTable appeals;
    private final Scores scores;
    private final Calls calls;
    private final FormPages pages;
    private final Clock clock;

    AwardController(
            HoldingDraws draws,
            AskingRuns runs,
            RunningAllocations running,
            Offering offering,
            Appealing appealing,
            AwardTable awards,
            OfferTable offers,
            AppealTable appeals,
            Scores scores,
            Calls calls,
            FormPages pages,
            Clock clock) {
        this.draws = draws;
        this.runs = runs;
        this.running = running;
        this.offering = offering;
        this.appealing = appealing;
        this.awards = awards;
        this.offers = offers;
        this.appeals = appeals;
        this.scores = scores;
        this.calls = calls;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(@PathVariable UUID call, @AuthenticationPrincipal Actor actor) {
        return page(open(call, actor, Code.SEE_AWARDS), null);
    }

    private ModelAndView page(Call call, @Nullable Refusal refusal) {
        var all = awards.runs(call.id());
        return new ModelAndView("spaces/award/show", refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject(
                        "it",
                        new AwardPage(
                                call,
                                scores.frozen(call.id()),
                                awards.draws(call.id()),
                                all,
                                all.reversed().stream().findFirst().flatMap(it -> running.progress(it.id())),
                                offers.of(call.id()),
                                appeals.of(call.id()),
                                appealing.pending(call.id()),
                                appealing.open(call.id())))
                .addObject("refusal", refusal);
    }

    @GetMapping("/{act:promise|seed|run}")
    @PreAuthorize(ALLOCATE)
    ModelAndView ask(@PathVariable UUID call, @PathVariable String act, @AuthenticationPrincipal Actor actor) {
        var it = open(call, actor, Code.ALLOCATE);
        var draw = LocalDateTime.ofInstant(it.calendar().drawAt(), clock.getZone());
        return asking(
                it,
                form(
                        it,
                        act,
                        Map.of(
                                "day",
                                draw.toLocalDate().toString(),
                                "time",
                                draw.toLocalTime().toString())));
    }

    @PostMapping("/{act:promise|seed|run}")
    @PreAuthorize(ALLOCATE)
    ModelAndView act(
            @PathVariable UUID call,
            @PathVariable String act,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var it = open(call, actor, Code.ALLOCATE);
        var form = form(it, act, typed);
        boolean done = switch (act) {
            case "promise" -> promise(it, form, actor);
            case "seed" -> seed(it, form, actor);
            default -> run(it, form, actor);
        };
        return done ? FormPages.done(AwardPage.path(it), redirect) : asking(it, form);
    }

    private boolean promise(Call call, ActForm form, Actor actor) {
        var day = form.neededDay("day");
        var at = form.read("time", () -> at(day + "T" + form.value("time")), clock.instant());
        var reason = form.line("reason");
        return form.does(
                Map.of("spaces.award.refusal.ceremony-past", "day", "spaces.award.refusal.reason", "reason"),
                () -> draws.promise(call, reason, at, actor));
    }

    private Instant at(String moment) {
        try {
            return LocalDateTime.parse(moment).atZone(clock.getZone()).toInstant();
        } catch (DateTimeParseException e) {
            throw new Refusal("spaces.award.refusal.time");
        }
    }

    private boolean seed(Call call, ActForm form, Actor actor) {
        var seed = form.needed("seed");
        var witnesses = form.needed("witnesses");
        return form.does(Map.of(), () -> draws.drawn(call, seed, witnesses, actor));
    }

    private boolean run(Call call, ActForm form, Actor actor) {
        var reason = form.line("reason");
        return form.does(Map.of("spaces.award.refusal.reason", "reason"), () -> runs.ask(call, reason, actor));
    }

    @PostMapping("/{act:publication|offers}")
    @PreAuthorize(ALLOCATE)
    ModelAndView go(
            @PathVariable UUID call,
            @PathVariable String act,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var it = open(call, actor, Code.ALLOCATE);
        try {
            if (act.equals("publication")) {
                runs.publish(it, actor);
            } else {
                offering.begin(it.id());
            }
        } catch (Refusal refusal) {
            return page(it, refusal);
        }
        return FormPages.done(AwardPage.path(it), redirect);
    }

    private ActForm form(Call call, String act, Map<String, String> typed) {
        var form = ActForm.of("spaces.award." + act, AwardPage.path(call) + "/" + act, AwardPage.path(call), typed);
        return switch (act) {
            case "promise" -> {
                form.ask(Part.typed("day", "date").must())
                        .ask(Part.typed("time", "time").must());
                yield awards.draws(call.id()).isEmpty()
                        ? form
                        : form.ask(Part.typed("reason", "text").must());
            }
            case "seed" ->
                form.ask(Part.typed("seed", "code").must())
                        .ask(Part.typed("witnesses", "textarea").must());
            default ->
                awards.runs(call.id()).isEmpty()
                        ? form
                        : form.ask(Part.typed("reason", "text").must());
        };
    }

    private Call open(UUID call, Actor actor, String permission) {
        return calls.find(new CallId(call), actor, permission)
                .filter(it -> it.publishedAt().isPresent())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ModelAndView asking(Call call, ActForm form) {
        return pages.page(
                form,
                call.demonstration(),
                new Crumb(pages.say("spaces.awards.title"), AwardsController.PATH),
                new Crumb(call.called(), AwardPage.path(call)));
    }
}
