package ma.qutb.spaces.award;

import java.util.Map;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.form.ActForm;
import ma.qutb.registry.form.FormPages;
import ma.qutb.spaces.SpacesPermission.Code;
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

/** One's own results on the telephone: why, what is offered, an appeal. Nobody else's are found here. */
@Controller
@RequestMapping(TellingApplicants.MINE)
@PreAuthorize("hasAuthority('" + Code.FOLLOW + "')")
class MyResultController {

    private final ReadingResults reading;
    private final Offering offering;
    private final ResultForms forms;

    MyResultController(ReadingResults reading, Offering offering, ResultForms forms) {
        this.reading = reading;
        this.offering = offering;
        this.forms = forms;
    }

    @GetMapping
    ModelAndView mine(@AuthenticationPrincipal Actor actor) {
        return new ModelAndView("spaces/award/mine").addObject("outcomes", reading.of(actor));
    }

    @GetMapping("/{application}")
    ModelAndView show(@PathVariable UUID application, @AuthenticationPrincipal Actor actor) {
        return page(own(application, actor), null);
    }

    @PostMapping("/{application}/offers/{offer}/{answer:acceptance|refusal}")
    ModelAndView answer(
            @PathVariable UUID application,
            @PathVariable UUID offer,
            @PathVariable String answer,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var it = own(application, actor);
        if (it.offers().stream().noneMatch(one -> one.id().equals(offer))) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        try {
            offering.answer(offer, answer.equals("acceptance"), actor.displayName());
        } catch (Refusal refusal) {
            return page(it, refusal);
        }
        return FormPages.done(it.mine(), redirect);
    }

    @GetMapping("/{application}/appeal")
    ModelAndView ask(@PathVariable UUID application, @AuthenticationPrincipal Actor actor) {
        var it = own(application, actor);
        return asking(it, forms.appeal(it.mine(), Map.of()));
    }

    @PostMapping("/{application}/appeal")
    ModelAndView appeal(
            @PathVariable UUID application,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var it = own(application, actor);
        var form = forms.appeal(it.mine(), typed);
        return forms.send(it, form, actor) ? FormPages.done(it.mine(), redirect) : asking(it, form);
    }

    private Outcome own(UUID application, Actor actor) {
        return reading.of(actor).stream()
                .filter(it -> it.application().id().value().equals(application))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ModelAndView page(Outcome it, @Nullable Refusal refusal) {
        return new ModelAndView(
                        "spaces/award/my-result", refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("it", it)
                .addObject("refusal", refusal);
    }

    private static ModelAndView asking(Outcome it, ActForm form) {
        return new ModelAndView(
                        "spaces/award/my-appeal", form.refused() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK)
                .addObject("it", it)
                .addObject("form", form);
    }
}
