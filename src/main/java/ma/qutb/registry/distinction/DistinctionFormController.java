package ma.qutb.registry.distinction;

import java.util.List;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.RegistryPermission.Code;
import ma.qutb.registry.person.FormChoices;
import ma.qutb.shell.Toast;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.validation.DirectFieldBindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Recording a distinction: first who receives it is found, then the form says what it is. */
@Controller
@RequestMapping("/app/distinctions")
@PreAuthorize("hasAuthority('" + Code.EDIT_DISTINCTIONS + "')")
class DistinctionFormController {

    private final Recipients recipients;
    private final RecordingDistinctions recording;
    private final DistinctionReading reading;
    private final FormChoices choices;

    DistinctionFormController(
            Recipients recipients, RecordingDistinctions recording, DistinctionReading reading, FormChoices choices) {
        this.recipients = recipients;
        this.recording = recording;
        this.reading = reading;
        this.choices = choices;
    }

    @GetMapping("/new")
    ModelAndView blank(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable UUID person,
            @RequestParam(required = false) @Nullable UUID organisation,
            @AuthenticationPrincipal Actor actor) {
        if (person == null && organisation == null) {
            return new ModelAndView("registry/distinction/recipient")
                    .addObject("typed", q)
                    .addObject("found", q.strip().length() < 2 ? List.of() : recipients.find(q, actor));
        }
        var form = DistinctionForm.empty();
        return form(open(person, organisation, actor), form, new DirectFieldBindingResult(form, "form"));
    }

    @PostMapping
    ModelAndView record(
            @RequestParam(required = false) @Nullable UUID person,
            @RequestParam(required = false) @Nullable UUID organisation,
            @ModelAttribute DistinctionForm form,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var recipient = open(person, organisation, actor);
        var errors = new DirectFieldBindingResult(form, "form");
        var distinction = reading.read(form, errors);
        if (distinction.isPresent()) {
            try {
                var id = recording.record(token(form), recipient, distinction.get());
                Toast.ok(redirect, "shell.toast.saved");
                return new ModelAndView("redirect:/app/distinctions/" + id);
            } catch (Refusal refusal) {
                DistinctionReading.tell(refusal, errors);
            }
        }
        return form(recipient, form, errors);
    }

    private ModelAndView form(Recipient recipient, DistinctionForm form, BindingResult errors) {
        var language =
                Language.of(LocaleContextHolder.getLocale().getLanguage()).orElse(Language.AR);
        return new ModelAndView(
                        "registry/distinction/new",
                        errors.hasErrors() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK)
                .addObject("recipient", recipient)
                .addObject("form", form)
                .addObject("errors", errors)
                .addObject("crafts", choices.crafts(language))
                .addObject("levels", DistinctionReading.LEVELS);
    }

    private Recipient open(@Nullable UUID person, @Nullable UUID organisation, Actor actor) {
        return recipients
                .open(person, organisation, actor)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static UUID token(DistinctionForm form) {
        try {
            return UUID.fromString(form.token());
        } catch (IllegalArgumentException e) {
            // Not one of our forms: it is sent for the first time, whatever it is.
            return UUID.randomUUID();
        }
    }
}
