package ma.qutb.registry.privacy;

import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.RegistryPermission.Code;
import ma.qutb.shell.Toast;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a second person confirms that names go. */
@Controller
@RequestMapping("/app/privacy/anonymisations")
@PreAuthorize("hasAuthority('" + Code.ANONYMISE_PEOPLE + "')")
class AnonymisationController {

    private final Anonymising anonymising;

    AnonymisationController(Anonymising anonymising) {
        this.anonymising = anonymising;
    }

    @GetMapping
    ModelAndView waiting(@AuthenticationPrincipal Actor actor) {
        return new ModelAndView("registry/privacy/anonymisations").addObject("waiting", anonymising.waiting(actor));
    }

    @PostMapping("/{id}/confirmation")
    String confirm(@PathVariable UUID id, @AuthenticationPrincipal Actor actor, RedirectAttributes redirect) {
        return act(redirect, "registry.anonymisation.confirmed", () -> anonymising.confirm(id, actor));
    }

    @PostMapping("/{id}/refusal")
    String drop(@PathVariable UUID id, @AuthenticationPrincipal Actor actor, RedirectAttributes redirect) {
        return act(redirect, "registry.anonymisation.dropped", () -> anonymising.drop(id, actor));
    }

    private static String act(RedirectAttributes redirect, String done, Runnable act) {
        try {
            act.run();
            Toast.ok(redirect, done);
        } catch (Refusal refusal) {
            Toast.warn(redirect, refusal.code(), refusal.getArguments());
        }
        return "redirect:/app/privacy/anonymisations";
    }
}
