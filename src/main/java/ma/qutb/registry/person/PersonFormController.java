package ma.qutb.registry.person;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.PersonId;
import ma.qutb.registry.RegistryPermission.Code;
import ma.qutb.registry.person.PersonFormPage.Candidate;
import ma.qutb.registry.writing.Difference;
import ma.qutb.shell.Toast;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.DirectFieldBindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form with which people are registered and corrected. */
@Controller
@RequestMapping("/app/people")
@PreAuthorize("hasAuthority('" + Code.EDIT_PEOPLE + "')")
class PersonFormController {

    private final PersonFile file;
    private final RegisteringPeople registering;
    private final CorrectingPeople correcting;
    private final PersonFormReading reading;
    private final PersonForms forms;
    private final ObjectProvider<PossibleDuplicates> duplicates;

    PersonFormController(
            PersonFile file,
            RegisteringPeople registering,
            CorrectingPeople correcting,
            PersonFormReading reading,
            PersonForms forms,
            ObjectProvider<PossibleDuplicates> duplicates) {
        this.file = file;
        this.registering = registering;
        this.correcting = correcting;
        this.reading = reading;
        this.forms = forms;
        this.duplicates = duplicates;
    }

    @GetMapping("/new")
    ModelAndView blank(@AuthenticationPrincipal Actor actor) {
        return forms.fresh(PersonForm.empty(), CraftForm.empty(), List.of(), actor);
    }

    @PostMapping
    ModelAndView register(
            @ModelAttribute PersonForm form,
            @ModelAttribute CraftForm craft,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var errors = new DirectFieldBindingResult(form, "form");
        var craftErrors = new DirectFieldBindingResult(craft, "craft");
        var details = reading.read(form, null, errors);
        var work = craft.practises() ? CraftFormReading.read(craft, craftErrors) : Optional.<ArtisanDetails>empty();
        if (details.isPresent() && !craftErrors.hasErrors()) {
            // A second click would find the record of the first as the likeliest duplicate.
            var before = registering.registered(token(form));
            if (before.isPresent()) {
                return new ModelAndView("redirect:/app/people/" + before.get());
            }
            var alike = form.confirmed() ? List.<Candidate>of() : alike(details.get(), actor);
            if (!alike.isEmpty()) {
                return forms.fresh(form, craft, alike, actor, errors, craftErrors);
            }
            try {
                var id = registering.registerOnce(token(form), details.get(), work, actor);
                Toast.ok(
                        redirect,
                        "registry.person.toast.registered",
                        details.get().name().local().arabic());
                return new ModelAndView("redirect:/app/people/" + id);
            } catch (Refusal refusal) {
                RefusedField.tell(refusal, errors, craftErrors);
            }
        }
        return forms.fresh(form, craft, List.of(), actor, errors, craftErrors);
    }

    @GetMapping("/{id}/correction")
    ModelAndView correction(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var person = open(id, actor);
        var form = PersonForm.of(UUID.randomUUID().toString(), person.version(), person.details());
        return forms.correction(person, form, List.of(), new DirectFieldBindingResult(form, "form"), actor);
    }

    @PostMapping("/{id}/correction")
    ModelAndView correct(
            @PathVariable UUID id,
            @ModelAttribute PersonForm form,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var person = open(id, actor);
        var errors = new DirectFieldBindingResult(form, "form");
        var details = reading.read(form, person.details().identity(), errors);
        if (details.isEmpty()) {
            return forms.correction(person, form, List.of(), errors, actor);
        }
        try {
            return switch (outcome(id, form, details.get(), actor)) {
                case Outcome.Saved() -> {
                    Toast.ok(redirect, "shell.toast.saved");
                    yield new ModelAndView("redirect:/app/people/" + id);
                }
                case Outcome.Overtaken(long standing) -> overtaken(id, form, standing, actor);
            };
        } catch (Refusal refusal) {
            RefusedField.tell(refusal, errors, errors);
            return forms.correction(person, form, List.of(), errors, actor);
        }
    }

    private Outcome outcome(UUID id, PersonForm form, PersonDetails details, Actor actor) {
        return correcting
                .correct(new PersonId(id), form.version(), details, actor)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** What the colleague saved stands beside what was typed; saving again now is a decision. */
    private ModelAndView overtaken(UUID id, PersonForm form, long standing, Actor actor) {
        var person = open(id, actor);
        var theirs = PersonForm.of(form.token(), standing, person.details()).values();
        var mine = form.values();
        var differences = Difference.between(theirs, mine);
        var decided = form.against(standing);
        return forms.correction(person, decided, differences, new DirectFieldBindingResult(decided, "form"), actor);
    }

    private List<Candidate> alike(PersonDetails details, Actor actor) {
        var known = duplicates.getIfAvailable();
        return known == null
                ? List.of()
                : known.of(details, actor).stream()
                        .flatMap(
                                it -> file
                                        .open(it.id().value(), actor)
                                        .map(person -> new Candidate(person, it.certain()))
                                        .stream())
                        .toList();
    }

    private PersonPage open(UUID id, Actor actor) {
        return file.open(id, actor, Code.EDIT_PEOPLE)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static UUID token(PersonForm form) {
        try {
            return UUID.fromString(form.token());
        } catch (IllegalArgumentException e) {
            // Not one of our forms: it is sent for the first time, whatever it is.
            return UUID.randomUUID();
        }
    }
}
