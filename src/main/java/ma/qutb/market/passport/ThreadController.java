package ma.qutb.market.passport;

import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.market.MarketPermission.Code;
import ma.qutb.market.PieceId;
import ma.qutb.market.inspection.HallReading;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The thread of a piece for staff, from silver to the paid maker. */
@Controller
class ThreadController {

    private final HallReading hall;
    private final PieceThread thread;

    ThreadController(HallReading hall, PieceThread thread) {
        this.hall = hall;
        this.thread = thread;
    }

    @GetMapping("/app/pieces/{id}/thread")
    @PreAuthorize("hasAuthority('" + Code.SEE + "')")
    ModelAndView show(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        return new ModelAndView("market/passport/thread")
                .addObject("piece", hall.piece(id, actor, Code.SEE))
                .addObject("links", thread.of(new PieceId(id)));
    }
}
