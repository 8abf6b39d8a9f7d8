package ma.qutb.identity.admin;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import ma.qutb.identity.ScopePlaces;
import ma.qutb.identity.account.ManagingAccounts;
import ma.qutb.identity.account.Reach;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.Refusal;
import ma.qutb.shell.Toast;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Roles of a user: seen by those who see accounts, given and ended by administrators. */
@Controller
@RequestMapping("/app/users/{id}/roles")
@PreAuthorize("hasAuthority('identity.manage-accounts')")
class RoleController {

    private final ManagingAccounts accounts;
    private final UserPages pages;
    private final ObjectProvider<ScopePlaces> places;
    private final Clock clock;

    RoleController(ManagingAccounts accounts, UserPages pages, ObjectProvider<ScopePlaces> places, Clock clock) {
        this.accounts = accounts;
        this.pages = pages;
        this.places = places;
        this.clock = clock;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('identity.see-accounts')")
    ModelAndView roles(@PathVariable UUID id) {
        return page(id, new RoleForm(null, Reach.EVERYWHERE, List.of(), LocalDate.now(clock), null), null);
    }

    @PostMapping
    ModelAndView give(
            @PathVariable UUID id,
            @ModelAttribute("form") RoleForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        var role = form.role();
        if (role == null && !errors.hasFieldErrors("role")) {
            errors.rejectValue("role", "identity.role.refusal.role-missing");
        }
        if (role != null && !errors.hasErrors()) {
            try {
                accounts.give(
                        pages.account(id).id(),
                        role,
                        form.reach() == null ? Reach.EVERYWHERE : form.reach(),
                        form.codes(),
                        form.from() == null ? LocalDate.now(clock) : form.from(),
                        form.to());
                Toast.ok(redirect, "identity.role.given");
                return new ModelAndView("redirect:/app/users/" + id + "/roles");
            } catch (Refusal refusal) {
                errors.reject(refusal.code(), refusal.getArguments(), null);
            }
        }
        var page = page(id, form, errors);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    @PostMapping("/{role}/end")
    String end(@PathVariable UUID id, @PathVariable UUID role, RedirectAttributes redirect) {
        try {
            accounts.end(id, role);
            Toast.ok(redirect, "identity.role.ended");
        } catch (Refusal refusal) {
            Toast.warn(redirect, refusal.code());
        }
        return "redirect:/app/users/" + id + "/roles";
    }

    private ModelAndView page(UUID id, RoleForm form, @Nullable BindingResult errors) {
        var language =
                Language.of(LocaleContextHolder.getLocale().getLanguage()).orElse(Language.AR);
        return new ModelAndView("identity/admin/roles")
                .addObject("account", pages.account(id))
                .addObject("roles", pages.roles(id))
                .addObject(
                        "places",
                        places.stream()
                                .flatMap(it -> it.places(language).stream())
                                .toList())
                .addObject("form", form)
                .addObject("errors", errors);
    }
}
