package ma.qutb.programmes.dashboard;

import java.util.List;
import ma.qutb.identity.AuditTrail;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Scope;
import ma.qutb.programmes.figures.Overview;
import ma.qutb.registry.RegistryCounts;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Real and made-up records stand apart; every figure of the region opens to its fact, and from there to its sentence. */
@Controller
class DashboardController {

    private static final int LAST_CHANGES = 8;
    private static final String SEE_CHANGES = "registry.see-changes";

    private final RegistryCounts registry;
    private final Overview overview;
    private final AuditTrail trail;

    DashboardController(RegistryCounts registry, Overview overview, AuditTrail trail) {
        this.registry = registry;
        this.overview = overview;
        this.trail = trail;
    }

    @GetMapping("/app/dashboard")
    @PreAuthorize("hasAuthority('programmes.see-dashboard')")
    ModelAndView show(@AuthenticationPrincipal Actor actor) {
        return new ModelAndView("programmes/dashboard/dashboard")
                .addObject("counts", registry.of(actor))
                .addObject("changes", changes(actor))
                .addObject("shown", overview.whole())
                .addObject("telling", overview.telling());
    }

    /** The trail knows no territories, so only those whose reach is the whole pole read it here. */
    private List<AuditTrail.Entry> changes(Actor actor) {
        return actor.may(SEE_CHANGES) && actor.scopeOf(SEE_CHANGES) instanceof Scope.Everywhere
                ? trail.latest(LAST_CHANGES)
                : List.of();
    }
}
