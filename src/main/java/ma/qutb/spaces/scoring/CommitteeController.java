package ma.qutb.spaces.scoring;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ma.qutb.documents.Documents;
import ma.qutb.documents.PrintAnswer;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.form.ActForm;
import ma.qutb.registry.form.FormPages;
import ma.qutb.registry.form.Part;
import ma.qutb.shell.Crumb;
import ma.qutb.shell.Toast;
import ma.qutb.spaces.SpacesPermission.Code;
import ma.qutb.spaces.call.Call;
import ma.qutb.spaces.call.CallId;
import ma.qutb.spaces.call.Calls;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The committee of a call: naming it, how far it is, what it talks about, closing it. */
@Controller
@RequestMapping("/app/spaces/calls/{call}/committee")
@PreAuthorize("hasAuthority('" + Code.SEE_SCORES + "') or hasAuthority('" + Code.SCORE + "')")
class CommitteeController {

    private static final int USUAL_SPREAD = 30;

    private final ReadingCommittee reading;
    private final ConveningCommittee convening;
    private final ClosingScoring closing;
    private final IssuingMinutes minutes;
    private final Documents documents;
    private final Calls calls;
    private final ReadingMinutes lines;
    private final FormPages pages;

    CommitteeController(
            ReadingCommittee reading,
            ConveningCommittee convening,
            ClosingScoring closing,
            IssuingMinutes minutes,
            Documents documents,
            Calls calls,
            ReadingMinutes lines,
            FormPages pages) {
        this.reading = reading;
        this.convening = convening;
        this.closing = closing;
        this.minutes = minutes;
        this.documents = documents;
        this.calls = calls;
        this.lines = lines;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView show(@PathVariable UUID call, @AuthenticationPrincipal Actor actor) {
        return page(reading.open(call, actor), null);
    }

    private ModelAndView page(Call call, @Nullable Refusal refusal) {
        var committee = reading.of(call);
        return new ModelAndView(
                        "spaces/scoring/committee", refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("call", call)
                .addObject("committee", committee.orElse(null))
                .addObject("candidates", convening.candidates())
                .addObject("spread", USUAL_SPREAD)
                .addObject("minutes", minutes.of(call))
                .addObject("refusal", refusal);
    }

    @PostMapping("/naming")
    @PreAuthorize("hasAuthority('" + Code.CONVENE + "')")
    ModelAndView name(
            @PathVariable UUID call,
            @RequestParam(defaultValue = "") Set<UUID> member,
            @RequestParam(required = false) @Nullable UUID chair,
            @RequestParam(defaultValue = "30") int spread,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var it = calls.find(new CallId(call), actor, Code.CONVENE).orElseThrow(ReadingCommittee::notFound);
        try {
            if (chair == null) {
                throw new Refusal("spaces.scoring.refusal.chair");
            }
            convening.convene(it, member, chair, Math.clamp(spread, 1, 100), actor);
        } catch (Refusal refusal) {
            return page(it, refusal);
        }
        return FormPages.done(Committee.path(it.id()), redirect);
    }

    @PostMapping("/freezing")
    ModelAndView freeze(@PathVariable UUID call, @AuthenticationPrincipal Actor actor, RedirectAttributes redirect) {
        var it = reading.open(call, actor);
        try {
            var issued = closing.freeze(it, actor);
            Toast.ok(redirect, "spaces.scoring.frozen", issued.number());
        } catch (Refusal refusal) {
            return page(it, refusal);
        }
        return new ModelAndView("redirect:" + Committee.path(it.id()));
    }

    @GetMapping("/talks/{application}")
    ModelAndView ask(@PathVariable UUID call, @PathVariable UUID application, @AuthenticationPrincipal Actor actor) {
        var it = reading.open(call, actor);
        return asking(it, form(it, line(it, application), Map.of()));
    }

    @PostMapping("/talks/{application}")
    ModelAndView talked(
            @PathVariable UUID call,
            @PathVariable UUID application,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var it = reading.open(call, actor);
        var form = form(it, line(it, application), typed);
        var agreed = form.read("agreed", () -> Points.of(form.value("agreed")), Optional.<Integer>empty());
        var words = form.needed("words");
        return form.does(Map.of(), () -> closing.talked(it, application, agreed, words, actor))
                ? FormPages.done(ComparisonList.of(it), redirect)
                : asking(it, form);
    }

    @GetMapping("/minutes/{document}/{form:[a-z]+}.pdf")
    ResponseEntity<byte[]> paper(
            @PathVariable UUID call,
            @PathVariable UUID document,
            @PathVariable String form,
            @AuthenticationPrincipal Actor actor) {
        var issued = minutes.of(reading.open(call, actor)).stream()
                .filter(it -> it.id().value().equals(document))
                .findFirst()
                .orElseThrow(ReadingCommittee::notFound);
        return PrintAnswer.of(documents, issued, form);
    }

    private ReadingMinutes.Line line(Call call, UUID application) {
        return lines.lines(call.id()).stream()
                .filter(it -> it.application().equals(application))
                .findFirst()
                .orElseThrow(ReadingCommittee::notFound);
    }

    private static ActForm form(Call call, ReadingMinutes.Line line, Map<String, String> typed) {
        return ActForm.of(
                        "spaces.scoring.talk",
                        Committee.path(call.id()) + "/talks/" + line.application(),
                        ComparisonList.of(call),
                        typed)
                .ask(Part.typed("words", "textarea").must())
                .ask(Part.typed("agreed", "number"));
    }

    private ModelAndView asking(Call call, ActForm form) {
        return pages.page(
                form,
                call.demonstration(),
                new Crumb(pages.say("spaces.scoring.title"), "/app/spaces/scoring"),
                new Crumb(call.called(), Committee.path(call.id())));
    }
}
