package ma.qutb.spaces.award;

import java.util.Map;
import java.util.UUID;
import ma.qutb.documents.Documents;
import ma.qutb.documents.PrintAnswer;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.form.ActForm;
import ma.qutb.registry.form.FormPages;
import ma.qutb.shell.Crumb;
import ma.qutb.spaces.SpacesPermission.Code;
import ma.qutb.spaces.application.ApplicationId;
import ma.qutb.spaces.application.Applications;
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
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A result at the desk: explained, printed, answered for whoever came. */
@Controller
@RequestMapping(AwardLists.RESULTS + "/{application}")
@PreAuthorize("hasAuthority('" + Code.SEE_AWARDS + "')")
class ResultController {

    private static final String ALLOCATE = "hasAuthority('" + Code.ALLOCATE + "')";

    private final ReadingResults reading;
    private final Applications applications;
    private final Calls calls;
    private final Offering offering;
    private final IssuingLetters letters;
    private final Documents documents;
    private final ResultForms forms;
    private final FormPages pages;

    ResultController(
            ReadingResults reading,
            Applications applications,
            Calls calls,
            Offering offering,
            IssuingLetters letters,
            Documents documents,
            ResultForms forms,
            FormPages pages) {
        this.reading = reading;
        this.applications = applications;
        this.calls = calls;
        this.offering = offering;
        this.letters = letters;
        this.documents = documents;
        this.forms = forms;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView show(@PathVariable UUID application, @AuthenticationPrincipal Actor actor) {
        return page(open(application, actor, Code.SEE_AWARDS), null);
    }

    @PostMapping("/offers/{offer}/{answer:acceptance|refusal}")
    @PreAuthorize(ALLOCATE)
    ModelAndView answer(
            @PathVariable UUID application,
            @PathVariable UUID offer,
            @PathVariable String answer,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var it = open(application, actor, Code.ALLOCATE);
        if (it.offers().stream().noneMatch(one -> one.id().equals(offer))) {
            throw notFound();
        }
        try {
            offering.answer(offer, answer.equals("acceptance"), actor.displayName());
        } catch (Refusal refusal) {
            return page(it, refusal);
        }
        return FormPages.done(it.desk(), redirect);
    }

    @GetMapping("/appeal")
    @PreAuthorize(ALLOCATE)
    ModelAndView ask(@PathVariable UUID application, @AuthenticationPrincipal Actor actor) {
        var it = open(application, actor, Code.ALLOCATE);
        return asking(it, forms.appeal(it.desk(), Map.of()));
    }

    @PostMapping("/appeal")
    @PreAuthorize(ALLOCATE)
    ModelAndView appeal(
            @PathVariable UUID application,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var it = open(application, actor, Code.ALLOCATE);
        var form = forms.appeal(it.desk(), typed);
        return forms.send(it, form, actor) ? FormPages.done(it.desk(), redirect) : asking(it, form);
    }

    @PostMapping("/letter")
    ModelAndView letter(
            @PathVariable UUID application, @AuthenticationPrincipal Actor actor, RedirectAttributes redirect) {
        var it = open(application, actor, Code.SEE_AWARDS);
        letters.issue(it, actor);
        return FormPages.done(it.desk(), redirect);
    }

    @GetMapping("/letters/{document}/{form:[a-z]+}.pdf")
    ResponseEntity<byte[]> paper(
            @PathVariable UUID application,
            @PathVariable UUID document,
            @PathVariable String form,
            @AuthenticationPrincipal Actor actor) {
        var letter = letters.of(open(application, actor, Code.SEE_AWARDS)).stream()
                .filter(it -> it.id().value().equals(document))
                .findFirst()
                .orElseThrow(ResultController::notFound);
        return PrintAnswer.of(documents, letter, form);
    }

    private Outcome open(UUID application, Actor actor, String permission) {
        return applications
                .find(new ApplicationId(application))
                .filter(it -> calls.find(it.call(), actor, permission).isPresent())
                .flatMap(reading::of)
                .orElseThrow(ResultController::notFound);
    }

    private ModelAndView page(Outcome it, @Nullable Refusal refusal) {
        return new ModelAndView(
                        "spaces/award/result", refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("it", it)
                .addObject("letters", letters.of(it))
                .addObject("refusal", refusal);
    }

    private ModelAndView asking(Outcome it, ActForm form) {
        return pages.page(
                form,
                it.call().demonstration(),
                new Crumb(pages.say("spaces.results.title"), AwardLists.RESULTS),
                new Crumb(it.number(), it.desk()));
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
