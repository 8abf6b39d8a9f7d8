package ma.qutb.registry.consent;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumMap;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.registry.ConsentPurpose;
import ma.qutb.registry.Notice;
import ma.qutb.registry.PersonId;
import ma.qutb.registry.RegistryPermission.Code;
import ma.qutb.registry.person.PersonFile;
import ma.qutb.registry.privacy.PeopleInReach;
import ma.qutb.shell.Toast;
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

/** The consent tab of a person's record. */
@Controller
@RequestMapping("/app/people/{id}/consent")
class ConsentController {

    private final PeopleInReach people;
    private final PersonFile file;
    private final ConsentLedger ledger;
    private final RecordingConsent recording;

    ConsentController(PeopleInReach people, PersonFile file, ConsentLedger ledger, RecordingConsent recording) {
        this.people = people;
        this.file = file;
        this.ledger = ledger;
        this.recording = recording;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('" + Code.SEE_PEOPLE + "')")
    ModelAndView show(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        return new ModelAndView("registry/consent/show")
                .addObject(
                        "file",
                        file.open(id, actor).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)))
                .addObject("person", people.find(id, Code.SEE_PEOPLE, actor))
                .addObject("now", ledger.now(new PersonId(id)))
                .addObject("history", ledger.history(new PersonId(id)));
    }

    @PostMapping
    @PreAuthorize("hasAuthority('" + Code.RECORD_CONSENT + "')")
    String record(
            @PathVariable UUID id,
            @RequestParam Manner manner,
            HttpServletRequest request,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var person = people.find(id, Code.RECORD_CONSENT, actor);
        var answers = new EnumMap<ConsentPurpose, Boolean>(ConsentPurpose.class);
        for (var purpose : ConsentPurpose.values()) {
            var said = request.getParameter(purpose.code());
            if ("yes".equals(said) || "no".equals(said)) {
                answers.put(purpose, said.equals("yes"));
            }
        }
        // At the counter one signs or speaks; the artisan's own page has a manner of its own.
        var how = manner == Manner.SPOKEN ? Manner.SPOKEN : Manner.SIGNED;
        int written = recording.record(person.id(), answers, how, Notice.CONSENT, actor);
        Toast.ok(redirect, "registry.consent.recorded", written);
        return "redirect:/app/people/" + id + "/consent";
    }
}
