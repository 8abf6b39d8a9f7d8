package ma.qutb.market.till;

import java.util.Map;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Ids;
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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The day of a till: opening, money in and out, the closing count. */
@Controller
@RequestMapping("/app/till/{till:[0-9a-f-]{36}}/day")
@PreAuthorize("hasAuthority('" + Code.USE_TILL + "')")
class HallDayController {

    private final HallTills tills;
    private final HallSessionTable sessions;
    private final KeepingHallTill keeping;

    HallDayController(HallTills tills, HallSessionTable sessions, KeepingHallTill keeping) {
        this.tills = tills;
        this.sessions = sessions;
        this.keeping = keeping;
    }

    @GetMapping
    ModelAndView show(@PathVariable UUID till, @AuthenticationPrincipal Actor actor) {
        return page(tills.open(till, actor, Code.USE_TILL), Map.of(), null);
    }

    @PostMapping("/opening")
    ModelAndView open(
            @PathVariable UUID till,
            @RequestParam UUID key,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor) {
        var at = tills.open(till, actor, Code.USE_TILL);
        try {
            keeping.open(key, at, Counted.read(typed), typed.getOrDefault("reason", ""), false, Poster.of(actor));
        } catch (Refusal refusal) {
            return page(at, typed, refusal);
        }
        return new ModelAndView("redirect:/app/till/" + till);
    }

    @PostMapping("/count")
    ModelAndView count(
            @PathVariable UUID till, @RequestParam Map<String, String> typed, @AuthenticationPrincipal Actor actor) {
        var at = tills.open(till, actor, Code.USE_TILL);
        try {
            var session = keeping.count(at, Counted.read(typed), Poster.of(actor));
            return new ModelAndView("redirect:/app/till/sessions/" + session.id());
        } catch (Refusal refusal) {
            return page(at, typed, refusal);
        }
    }

    @PostMapping("/movements")
    ModelAndView move(
            @PathVariable UUID till,
            @RequestParam UUID key,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var at = tills.open(till, actor, Code.USE_TILL);
        try {
            keeping.move(at, movement(key, typed), Poster.of(actor));
        } catch (Refusal refusal) {
            return page(at, typed, refusal);
        }
        Toast.ok(redirect, "market.till.moved");
        return new ModelAndView("redirect:/app/till/" + till + "/day");
    }

    private static HallMovement movement(UUID key, Map<String, String> typed) {
        var kind = HallMovement.Kind.of(typed.getOrDefault("kind", ""))
                .orElseThrow(() -> new Refusal("market.till.refusal.kind"));
        var currency = Currency.of(typed.getOrDefault("currency", "MAD")).orElse(Currency.MAD);
        long amount = HallTillController.amount(typed, "amount");
        if (currency != Currency.MAD && kind != HallMovement.Kind.DEPOSIT) {
            throw new Refusal("market.till.refusal.foreign-to-the-bank");
        }
        long dirhams = currency == Currency.MAD ? amount : HallTillController.amount(typed, "dirhams");
        return new HallMovement(
                key,
                kind,
                currency,
                amount,
                dirhams,
                typed.getOrDefault("reason", "").strip());
    }

    private ModelAndView page(HallTill till, Map<String, String> typed, @Nullable Refusal refusal) {
        return new ModelAndView("market/till/day", refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("till", till)
                .addObject("current", sessions.current(till.id()).orElse(null))
                .addObject("latest", sessions.latest(till.id()))
                .addObject("waiting", sessions.waiting(till.id()))
                .addObject("typed", typed)
                .addObject("key", Ids.next())
                .addObject("refusal", refusal);
    }
}
