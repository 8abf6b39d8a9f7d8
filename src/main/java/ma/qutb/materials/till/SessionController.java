package ma.qutb.materials.till;

import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Poster;
import ma.qutb.materials.MaterialsPermission.Code;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.SalePoints;
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

/** A day of a till: what was counted, what differed, who agreed. */
@Controller
@RequestMapping("/app/tills/sessions/{id}")
@PreAuthorize("hasAuthority('" + Code.SEE + "')")
class SessionController {

    private final SalePoints points;
    private final TillTable tills;
    private final KeepingTheTill keeping;

    SessionController(SalePoints points, TillTable tills, KeepingTheTill keeping) {
        this.points = points;
        this.tills = tills;
        this.keeping = keeping;
    }

    @GetMapping
    ModelAndView show(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        return show(find(id, actor), actor, null);
    }

    @PostMapping("/explanation")
    @PreAuthorize("hasAuthority('" + Code.KEEP_TILL + "')")
    ModelAndView explain(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var session = find(id, actor);
        try {
            keeping.explain(id, reason, Poster.of(actor));
        } catch (Refusal refusal) {
            return show(session, actor, refusal);
        }
        Toast.ok(redirect, "materials.till.closed");
        return new ModelAndView("redirect:/app/tills/sessions/" + id);
    }

    @PostMapping("/approval")
    @PreAuthorize("hasAuthority('" + Code.APPROVE + "')")
    ModelAndView approve(
            @PathVariable UUID id,
            @RequestParam String moment,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var session = find(id, actor);
        var point = point(session, actor);
        try {
            var till = points.tills(point.id()).stream()
                    .filter(it -> it.id().equals(session.till()))
                    .findFirst()
                    .orElseThrow();
            keeping.approve(point, till, id, moment, Poster.of(actor));
        } catch (Refusal refusal) {
            return show(session, actor, refusal);
        }
        Toast.ok(redirect, "materials.till.approved");
        return new ModelAndView("redirect:/app/tills/sessions/" + id);
    }

    private ModelAndView show(TillSession session, Actor actor, @Nullable Refusal refusal) {
        return new ModelAndView(
                        "materials/till/session", refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("session", session)
                .addObject("point", point(session, actor))
                .addObject("refusal", refusal);
    }

    private SalePoint point(TillSession session, Actor actor) {
        return points.find(session.point(), actor, Code.SEE)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private TillSession find(UUID id, Actor actor) {
        var session = tills.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        point(session, actor);
        return session;
    }
}
