package ma.qutb.market.till;

import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Poster;
import ma.qutb.market.MarketPermission.Code;
import ma.qutb.shell.Toast;
import org.jspecify.annotations.Nullable;
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

/** A day of a till of the hall: what was counted of each currency, what differed, who agreed. */
@Controller
@RequestMapping("/app/till/sessions/{id}")
@PreAuthorize("hasAuthority('" + Code.SEE_TILL + "')")
class HallSessionController {

    private final HallTills tills;
    private final HallSessionTable sessions;
    private final KeepingHallTill keeping;

    HallSessionController(HallTills tills, HallSessionTable sessions, KeepingHallTill keeping) {
        this.tills = tills;
        this.sessions = sessions;
        this.keeping = keeping;
    }

    @GetMapping
    ModelAndView show(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var session = find(id);
        return page(session, tills.open(session.till(), actor, Code.SEE_TILL), null);
    }

    @PostMapping("/explanation")
    @PreAuthorize("hasAuthority('" + Code.USE_TILL + "')")
    ModelAndView explain(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var session = find(id);
        var till = tills.open(session.till(), actor, Code.USE_TILL);
        return act(session, till, redirect, "market.till.closed", () -> keeping.explain(id, reason, Poster.of(actor)));
    }

    @PostMapping("/approval")
    @PreAuthorize("hasAuthority('" + Code.APPROVE_TILL + "')")
    ModelAndView approve(
            @PathVariable UUID id,
            @RequestParam String moment,
            @RequestParam Currency currency,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var session = find(id);
        var till = tills.open(session.till(), actor, Code.APPROVE_TILL);
        return act(
                session,
                till,
                redirect,
                "market.till.approved",
                () -> keeping.approve(till, id, moment, currency, Poster.of(actor)));
    }

    private ModelAndView act(
            HallSession session, HallTill till, RedirectAttributes redirect, String done, Runnable act) {
        try {
            act.run();
        } catch (Refusal refusal) {
            return page(session, till, refusal);
        }
        Toast.ok(redirect, done);
        return new ModelAndView("redirect:/app/till/sessions/" + session.id());
    }

    private ModelAndView page(HallSession session, HallTill till, @Nullable Refusal refusal) {
        return new ModelAndView(
                        "market/till/session", refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("session", session)
                .addObject("till", till)
                .addObject("refusal", refusal);
    }

    private HallSession find(UUID id) {
        return sessions.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
