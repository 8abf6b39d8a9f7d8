package ma.qutb.registry.organisation;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.RegistryPermission.Code;
import ma.qutb.registry.pick.PickField;
import ma.qutb.registry.pick.Picking;
import ma.qutb.registry.privacy.PrivacyProperties;
import ma.qutb.registry.search.SearchEntry.Kind;
import ma.qutb.registry.writing.Typed;
import ma.qutb.registry.writing.Writing;
import ma.qutb.shell.Toast;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.DirectFieldBindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes members in and lets them go. */
@Controller
@RequestMapping("/app/organisations/{id}/members")
@PreAuthorize("hasAuthority('" + Code.EDIT_ORGANISATIONS + "')")
class MemberController {

    static final PickField FIELD = PickField.empty("member", Kind.PERSON, Kind.ORGANISATION);

    private final OrganisationFile file;
    private final KeepingMembers keeping;
    private final Picking picking;
    private final PrivacyProperties privacy;
    private final Clock clock;

    MemberController(
            OrganisationFile file, KeepingMembers keeping, Picking picking, PrivacyProperties privacy, Clock clock) {
        this.file = file;
        this.keeping = keeping;
        this.picking = picking;
        this.privacy = privacy;
        this.clock = clock;
    }

    @PostMapping
    ModelAndView join(
            @PathVariable UUID id,
            @ModelAttribute MemberForm form,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var errors = new DirectFieldBindingResult(form, "form");
        var typed = new Typed(errors);
        var pick = picking.read(FIELD, form.member(), form.memberTyped(), actor);
        var member = typed.optional("member", () -> Picking.chosen(pick));
        if (member == null && !errors.hasFieldErrors("member")) {
            typed.refuse("member", "registry.membership.refusal.no-member");
        }
        var role = typed.one("role", MemberRole.class, form.role());
        var on = typed.day("joinedOn", form.joinedOn());
        var shares = typed.optional("shares", () -> form.shares().isBlank() ? null : (int) number(form.shares()));
        if (member != null && !typed.refused()) {
            try {
                if (!keeping.join(
                        new OrganisationId(id),
                        member,
                        role == null ? MemberRole.MEMBER : role,
                        on == null ? LocalDate.now(clock) : on,
                        shares,
                        actor)) {
                    throw new ResponseStatusException(HttpStatus.NOT_FOUND);
                }
                Toast.ok(redirect, "registry.membership.toast.joined");
                return new ModelAndView("redirect:/app/organisations/" + id + "/members");
            } catch (Refusal refusal) {
                errors.rejectValue(field(refusal), refusal.code(), refusal.getArguments(), null);
            }
        }
        return refused(id, form, pick, errors, actor);
    }

    @PostMapping("/{membership}/end")
    ModelAndView leave(
            @PathVariable UUID id,
            @PathVariable UUID membership,
            @RequestParam(defaultValue = "") String on,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        try {
            var day = on.isBlank() ? LocalDate.now(clock) : LocalDate.parse(on);
            if (!keeping.leave(new OrganisationId(id), membership, day, actor)) {
                throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            }
            Toast.ok(redirect, "registry.membership.toast.left");
        } catch (DateTimeException e) {
            Toast.warn(redirect, "registry.writing.refusal.day", on);
        } catch (Refusal refusal) {
            Toast.warn(redirect, refusal.code(), refusal.getArguments());
        }
        return new ModelAndView("redirect:/app/organisations/" + id + "/members");
    }

    private static long number(String typed) {
        var digits = Writing.digits(typed, 9);
        if (digits.isEmpty()) {
            throw new Refusal("registry.membership.refusal.number");
        }
        return Long.parseLong(digits);
    }

    private static String field(Refusal refusal) {
        return switch (refusal.code()) {
            case "registry.membership.refusal.ahead" -> "joinedOn";
            case "registry.membership.refusal.shares" -> "shares";
            case "registry.membership.refusal.office-of-people" -> "role";
            default -> "member";
        };
    }

    private ModelAndView refused(UUID id, MemberForm form, PickField member, Errors errors, Actor actor) {
        var organisation = file.open(id, actor, Code.EDIT_ORGANISATIONS)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new ModelAndView("registry/organisation/members", HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("organisation", organisation)
                .addObject("form", form)
                .addObject("member", member)
                .addObject("privacy", privacy)
                .addObject("refused", errors);
    }
}
