package ma.qutb.identity.admin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import ma.qutb.identity.account.ManagingAccounts;
import ma.qutb.identity.signin.EndingSessions;
import ma.qutb.identity.signin.OneTimeLinks;
import ma.qutb.kernel.Refusal;
import ma.qutb.shell.Toast;
import ma.qutb.shell.list.Lists;
import ma.qutb.shell.list.RecordList;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Accounts of users: the list, a new one, corrections, lock and link. */
@Controller
@RequestMapping("/app/users")
@PreAuthorize("hasAuthority('identity.manage-accounts')")
class UserController {

    private final ManagingAccounts accounts;
    private final UserPages pages;
    private final OneTimeLinks links;
    private final EndingSessions sessions;
    private final Lists lists;
    private final RecordList list;

    UserController(
            ManagingAccounts accounts,
            UserPages pages,
            OneTimeLinks links,
            EndingSessions sessions,
            Lists lists,
            @Qualifier("usersList") RecordList list) {
        this.accounts = accounts;
        this.pages = pages;
        this.links = links;
        this.sessions = sessions;
        this.lists = lists;
        this.list = list;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('identity.see-accounts')")
    ModelAndView list(HttpServletRequest request, HttpServletResponse response) {
        return new ModelAndView("identity/admin/users", "list", lists.open(list, request, response));
    }

    /** From a person's record the registry leads here with their id, name and phone. */
    @GetMapping("/new")
    ModelAndView form(
            @RequestParam(required = false) @Nullable UUID person,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String phone) {
        return new ModelAndView("identity/admin/form")
                .addObject("form", new AccountForm("", name, phone, "", "ar", person, 0))
                .addObject("action", "/app/users");
    }

    @PostMapping
    ModelAndView open(@ModelAttribute("form") AccountForm form, BindingResult errors, RedirectAttributes redirect) {
        try {
            var id = accounts.open(form.particulars());
            Toast.ok(redirect, "identity.users.opened");
            return new ModelAndView("redirect:/app/users/" + id + "/roles");
        } catch (Refusal refusal) {
            AccountForm.show(refusal, errors);
            return again(form, errors, "/app/users");
        }
    }

    @GetMapping("/{id}/edit")
    ModelAndView edit(@PathVariable UUID id) {
        return new ModelAndView("identity/admin/form")
                .addObject("form", AccountForm.of(pages.account(id)))
                .addObject("action", "/app/users/" + id);
    }

    @PostMapping("/{id}")
    ModelAndView correct(
            @PathVariable UUID id,
            @ModelAttribute("form") AccountForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        pages.account(id);
        try {
            accounts.correct(id, form.version(), form.particulars());
            Toast.ok(redirect, "identity.users.saved");
            return new ModelAndView("redirect:/app/users/" + id);
        } catch (Refusal refusal) {
            AccountForm.show(refusal, errors);
            return again(form, errors, "/app/users/" + id);
        }
    }

    @PostMapping("/{id}/lock")
    String lock(@PathVariable UUID id, RedirectAttributes redirect) {
        pages.account(id);
        try {
            accounts.lock(id);
            Toast.ok(redirect, "identity.users.locked");
        } catch (Refusal refusal) {
            Toast.warn(redirect, refusal.code());
        }
        return "redirect:/app/users/" + id;
    }

    @PostMapping("/{id}/unlocking")
    String unlock(@PathVariable UUID id, RedirectAttributes redirect) {
        pages.account(id);
        accounts.unlock(id);
        Toast.ok(redirect, "identity.users.unlocked");
        return "redirect:/app/users/" + id;
    }

    /** The link is drawn once, in the answer itself: it is kept nowhere. */
    @PostMapping("/{id}/link")
    ModelAndView link(@PathVariable UUID id) {
        var account = pages.account(id);
        return new ModelAndView("identity/admin/link")
                .addObject("account", account)
                .addObject("link", links.forPassword(id));
    }

    @PostMapping("/{id}/sessions/end")
    String endSessions(@PathVariable UUID id, RedirectAttributes redirect) {
        pages.account(id);
        sessions.all(id, null);
        Toast.ok(redirect, "identity.users.sessions-ended");
        return "redirect:/app/users/" + id + "/sessions";
    }

    private static ModelAndView again(AccountForm form, BindingResult errors, String action) {
        var page = new ModelAndView("identity/admin/form")
                .addObject("form", form)
                .addObject("errors", errors)
                .addObject("action", action);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
