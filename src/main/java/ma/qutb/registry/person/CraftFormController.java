package ma.qutb.registry.person;

import java.util.List;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.PersonId;
import ma.qutb.registry.RegistryPermission.Code;
import ma.qutb.registry.writing.Difference;
import ma.qutb.shell.Toast;
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

/** The form about what somebody practises. */
@Controller
@RequestMapping("/app/people/{id}/craft")
@PreAuthorize("hasAuthority('" + Code.EDIT_PEOPLE + "')")
class CraftFormController {

    private final PersonFile file;
    private final CorrectingPeople correcting;
    private final PersonForms forms;

    CraftFormController(PersonFile file, CorrectingPeople correcting, PersonForms forms) {
        this.file = file;
        this.correcting = correcting;
        this.forms = forms;
    }

    @GetMapping
    ModelAndView show(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var person = open(id, actor);
        var form = standing(person);
        return forms.craft(person, form, List.of(), new DirectFieldBindingResult(form, "form"));
    }

    @PostMapping
    ModelAndView correct(
            @PathVariable UUID id,
            @ModelAttribute CraftForm form,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var person = open(id, actor);
        var errors = new DirectFieldBindingResult(form, "form");
        var details = CraftFormReading.read(form, errors);
        if (details.isPresent()) {
            try {
                var outcome = correcting
                        .correctCraft(new PersonId(id), form.craftVersion(), details.get(), actor)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
                if (outcome instanceof Outcome.Overtaken(long standing)) {
                    return overtaken(open(id, actor), form, standing);
                }
                Toast.ok(redirect, "shell.toast.saved");
                return new ModelAndView("redirect:/app/people/" + id);
            } catch (Refusal refusal) {
                RefusedField.tell(refusal, errors, errors);
            }
        }
        return forms.craft(person, form, List.of(), errors);
    }

    private ModelAndView overtaken(PersonPage person, CraftForm form, long standing) {
        var theirs = standing(person).values();
        var mine = form.values();
        var differences = Difference.between(theirs, mine);
        var decided = form.against(standing);
        return forms.craft(person, decided, differences, new DirectFieldBindingResult(decided, "form"));
    }

    private static CraftForm standing(PersonPage person) {
        var work = person.craft();
        return work == null ? CraftForm.empty() : CraftForm.of(work.version(), work.details());
    }

    private PersonPage open(UUID id, Actor actor) {
        return file.open(id, actor, Code.EDIT_PEOPLE)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
