package ma.qutb.registry.role;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.RegistryPermission.Code;
import ma.qutb.registry.person.PersonFile;
import ma.qutb.registry.person.PersonPage;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Adding what somebody is, correcting and ending it. */
@Controller
@RequestMapping("/app/people/{id}/roles")
@PreAuthorize("hasAuthority('" + Code.EDIT_PEOPLE + "')")
class PersonRoleController {

    private final PersonFile file;
    private final KeepingRoles keeping;
    private final RoleForms forms;
    private final Clock clock;

    PersonRoleController(PersonFile file, KeepingRoles keeping, RoleForms forms, Clock clock) {
        this.file = file;
        this.keeping = keeping;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping("/{kind:apprentice|trainer|manager}")
    ModelAndView blank(@PathVariable UUID id, @PathVariable String kind, @AuthenticationPrincipal Actor actor) {
        var person = open(id, actor);
        var role = kind(kind);
        var known = person.craft() == null || role != RoleKind.TRAINER
                ? List.<String>of()
                : person.craft().crafts().stream().map(it -> it.code()).toList();
        var form = RoleForm.empty(known);
        return forms.draw(person, role, null, form, List.of(), new DirectFieldBindingResult(form, "form"), actor);
    }

    @PostMapping("/{kind:apprentice|trainer|manager}")
    ModelAndView begin(
            @PathVariable UUID id,
            @PathVariable String kind,
            @ModelAttribute RoleForm form,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var person = open(id, actor);
        var role = kind(kind);
        var errors = new DirectFieldBindingResult(form, "form");
        var details = RoleReading.read(form, forms.organisation(form, actor), forms.tutor(form, actor), errors);
        if (!errors.hasErrors()) {
            try {
                keeping.begin(token(form), person, role, details);
                Toast.ok(redirect, "shell.toast.saved");
                return new ModelAndView("redirect:" + person.path());
            } catch (Refusal refusal) {
                RoleReading.tell(refusal, errors);
            }
        }
        return forms.draw(person, role, null, form, List.of(), errors, actor);
    }

    @GetMapping("/{role:[0-9a-f-]{36}}")
    ModelAndView correction(@PathVariable UUID id, @PathVariable UUID role, @AuthenticationPrincipal Actor actor) {
        var person = open(id, actor);
        var known = role(person, role);
        var form = RoleForm.of(known.version(), known.details());
        return forms.draw(
                person, known.kind(), role, form, List.of(), new DirectFieldBindingResult(form, "form"), actor);
    }

    @PostMapping("/{role:[0-9a-f-]{36}}")
    ModelAndView correct(
            @PathVariable UUID id,
            @PathVariable UUID role,
            @ModelAttribute RoleForm form,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var person = open(id, actor);
        var known = role(person, role);
        var errors = new DirectFieldBindingResult(form, "form");
        var details = RoleReading.read(form, forms.organisation(form, actor), forms.tutor(form, actor), errors);
        if (!errors.hasErrors()) {
            var standing = RoleForm.of(known.version(), known.details()).values();
            try {
                var overtaken = keeping.correct(person, known, form.version(), details.getFirst());
                if (overtaken.isPresent()) {
                    var decided = form.against(overtaken.get());
                    var differences = Difference.between(standing, form.values());
                    var fresh = new DirectFieldBindingResult(decided, "form");
                    return forms.draw(person, known.kind(), role, decided, differences, fresh, actor);
                }
                Toast.ok(redirect, "shell.toast.saved");
                return new ModelAndView("redirect:" + person.path());
            } catch (Refusal refusal) {
                RoleReading.tell(refusal, errors);
            }
        }
        return forms.draw(person, known.kind(), role, form, List.of(), errors, actor);
    }

    @PostMapping("/{role:[0-9a-f-]{36}}/end")
    String end(
            @PathVariable UUID id,
            @PathVariable UUID role,
            @RequestParam(defaultValue = "") String on,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var person = open(id, actor);
        try {
            keeping.end(role(person, role), on.isBlank() ? LocalDate.now(clock) : LocalDate.parse(on));
            Toast.ok(redirect, "shell.toast.saved");
        } catch (DateTimeException e) {
            Toast.warn(redirect, "registry.writing.refusal.day", on);
        } catch (Refusal refusal) {
            Toast.warn(redirect, refusal.code(), refusal.getArguments());
        }
        return "redirect:" + person.path();
    }

    private PersonPage open(UUID id, Actor actor) {
        return file.open(id, actor, Code.EDIT_PEOPLE).orElseThrow(PersonRoleController::notFound);
    }

    private PersonRole role(PersonPage person, UUID role) {
        return keeping.of(person, role).orElseThrow(PersonRoleController::notFound);
    }

    private static RoleKind kind(String code) {
        return RoleKind.of(code).orElseThrow(PersonRoleController::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private static UUID token(RoleForm form) {
        try {
            return UUID.fromString(form.token());
        } catch (IllegalArgumentException e) {
            // Not one of our forms: it is sent for the first time, whatever it is.
            return UUID.randomUUID();
        }
    }
}
