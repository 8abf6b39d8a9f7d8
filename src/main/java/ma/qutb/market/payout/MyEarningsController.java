package ma.qutb.market.payout;

import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.market.MakerId;
import ma.qutb.market.MarketPermission.Code;
import ma.qutb.registry.PersonId;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** What I earned: one big number that waits, what was paid, line by line, read aloud. */
@Controller
@PreAuthorize("hasAuthority('" + Code.OFFER + "')")
class MyEarningsController {

    private final Dues dues;
    private final Payouts payouts;
    private final PayoutSheet sheet;

    MyEarningsController(Dues dues, Payouts payouts, PayoutSheet sheet) {
        this.dues = dues;
        this.payouts = payouts;
        this.sheet = sheet;
    }

    @GetMapping("/app/my/earnings")
    ModelAndView show(@AuthenticationPrincipal Actor actor) {
        var me = me(actor);
        return new ModelAndView("market/payout/mine")
                .addObject("owed", dues.owed(me))
                .addObject("open", dues.open(me))
                .addObject(
                        "payouts",
                        payouts.of(me).stream()
                                .filter(it -> it.state() != Payout.State.CANCELLED)
                                .toList());
    }

    @GetMapping(path = "/app/my/earnings/{id}.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> paper(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var payout = payouts.find(id)
                .filter(it -> it.maker().equals(me(actor)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + payout.said() + ".pdf\"")
                .body(sheet.draw(payout, payouts.lines(id)));
    }

    private static MakerId me(Actor actor) {
        return actor.person()
                .map(it -> MakerId.of(new PersonId(it)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
