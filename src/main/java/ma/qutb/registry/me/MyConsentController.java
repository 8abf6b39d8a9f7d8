package ma.qutb.registry.me;

import java.util.Arrays;
import java.util.Map;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Language;
import ma.qutb.registry.ConsentPurpose;
import ma.qutb.registry.Notice;
import ma.qutb.registry.consent.ConsentLedger;
import ma.qutb.registry.consent.Manner;
import ma.qutb.registry.consent.RecordingConsent;
import ma.qutb.registry.privacy.AnsweringRequests;
import ma.qutb.registry.privacy.Asker;
import ma.qutb.registry.privacy.RequestKind;
import ma.qutb.shell.Toast;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
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

/** Yes or no, one question a screen; and the request to see or erase what is known. */
@Controller
@RequestMapping("/me")
class MyConsentController {

    private final KnowingMe knowing;
    private final ConsentLedger ledger;
    private final RecordingConsent recording;
    private final AnsweringRequests requests;

    MyConsentController(
            KnowingMe knowing, ConsentLedger ledger, RecordingConsent recording, AnsweringRequests requests) {
        this.knowing = knowing;
        this.ledger = ledger;
        this.recording = recording;
        this.requests = requests;
    }

    @GetMapping("/consent")
    ModelAndView list(@AuthenticationPrincipal Actor actor) {
        var me = knowing.of(actor);
        return new ModelAndView("registry/me/consent").addObject("me", me).addObject("now", ledger.now(me.id()));
    }

    @GetMapping("/consent/{code}")
    ModelAndView ask(@PathVariable String code, @AuthenticationPrincipal Actor actor) {
        var me = knowing.of(actor);
        var purpose = purpose(code);
        return new ModelAndView("registry/me/question")
                .addObject("purpose", purpose)
                .addObject("answer", ledger.now(me.id()).get(purpose));
    }

    /** Then the next question nobody has answered yet, or the list. */
    @PostMapping("/consent/{code}")
    String answer(
            @PathVariable String code,
            @RequestParam String answer,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var me = knowing.of(actor);
        var purpose = purpose(code);
        recording.record(me.id(), Map.of(purpose, answer.equals("yes")), Manner.ONLINE, Notice.CONSENT, actor);
        Toast.ok(redirect, answer.equals("yes") ? "registry.me.said-yes" : "registry.me.said-no");
        var known = ledger.now(me.id());
        return Arrays.stream(ConsentPurpose.values())
                .filter(it -> it.compareTo(purpose) > 0 && !known.containsKey(it))
                .findFirst()
                .map(it -> "redirect:/me/consent/" + it.code())
                .orElse("redirect:/me/consent");
    }

    /** To see or erase one's data: whoever is signed in is known. */
    @PostMapping("/requests")
    String request(@RequestParam RequestKind kind, @AuthenticationPrincipal Actor actor, RedirectAttributes redirect) {
        var me = knowing.of(actor);
        var language =
                Language.of(LocaleContextHolder.getLocale().getLanguage()).orElse(Language.AR);
        var asker = new Asker(me.person().name().in(language), me.phone().orElse(null), null);
        var request = requests.receiveFrom(me.id(), kind, asker, "", language);
        Toast.ok(redirect, "registry.me.asked", request.number());
        return "redirect:/me/consent";
    }

    private static ConsentPurpose purpose(String code) {
        return ConsentPurpose.of(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
