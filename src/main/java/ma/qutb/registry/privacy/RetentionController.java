package ma.qutb.registry.privacy;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.RegistryPermission.Code;
import ma.qutb.shell.Toast;
import ma.qutb.shell.list.Lists;
import ma.qutb.shell.list.RecordList;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whose time has come and why, before anything is done; the periods themselves. */
@Controller
@RequestMapping("/app/privacy/retention")
@PreAuthorize("hasAuthority('" + Code.RUN_RETENTION + "')")
class RetentionController {

    private final Retention retention;
    private final Terms terms;
    private final Lists lists;
    private final RecordList list;
    private final Clock clock;

    RetentionController(
            Retention retention, Terms terms, Lists lists, @Qualifier("retentionList") RecordList list, Clock clock) {
        this.retention = retention;
        this.terms = terms;
        this.lists = lists;
        this.list = list;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView report(HttpServletRequest request, HttpServletResponse response) {
        return new ModelAndView("registry/privacy/retention")
                .addObject("outcome", retention.rehearse())
                .addObject("terms", terms.on(LocalDate.now(clock)))
                .addObject("list", lists.open(list, request, response));
    }

    @PostMapping("/run")
    String run(@AuthenticationPrincipal Actor actor, RedirectAttributes redirect) {
        var done = retention.run(actor);
        Toast.ok(redirect, "registry.retention.done", done.people(), done.papers());
        return "redirect:/app/privacy/retention";
    }

    @PostMapping("/terms/{code}")
    String change(
            @PathVariable String code,
            @RequestParam String amount,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        try {
            int number = amount.strip().matches("\\d{1,3}") ? Integer.parseInt(amount.strip()) : 0;
            terms.change(code, number, LocalDate.now(clock), actor.displayName());
            Toast.ok(redirect, "shell.toast.saved");
        } catch (Refusal refusal) {
            Toast.warn(redirect, refusal.code(), refusal.getArguments());
        }
        return "redirect:/app/privacy/retention";
    }
}
