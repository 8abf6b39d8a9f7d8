package ma.qutb.market.till;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Poster;
import ma.qutb.market.MarketPermission.Code;
import ma.qutb.market.PieceId;
import ma.qutb.market.pricing.ExchangeRates;
import ma.qutb.materials.Typed;
import ma.qutb.registry.form.FormPages;
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

/** The till: scanning, the cart, taking the money. Works without a script; scripts only help with the camera and the change. */
@Controller
@RequestMapping("/app/till")
@PreAuthorize("hasAuthority('" + Code.USE_TILL + "')")
class HallTillController {

    private static final String TILL = "/{till:[0-9a-f-]{36}}";
    private static final String CART = TILL + "/carts/{cart:[0-9a-f-]{36}}";

    private final HallTills tills;
    private final HallSessionTable sessions;
    private final TillCarts carts;
    private final ScanningTags scanning;
    private final SellingAtTheHall selling;
    private final ExchangeRates rates;

    HallTillController(
            HallTills tills,
            HallSessionTable sessions,
            TillCarts carts,
            ScanningTags scanning,
            SellingAtTheHall selling,
            ExchangeRates rates) {
        this.tills = tills;
        this.sessions = sessions;
        this.carts = carts;
        this.scanning = scanning;
        this.selling = selling;
        this.rates = rates;
    }

    @GetMapping
    ModelAndView choose(@AuthenticationPrincipal Actor actor) {
        var mine = tills.of(actor, Code.USE_TILL);
        return mine.size() == 1
                ? new ModelAndView("redirect:/app/till/" + mine.getFirst().id())
                : new ModelAndView("market/till/choose").addObject("tills", mine);
    }

    @GetMapping(TILL)
    ModelAndView show(
            @PathVariable UUID till,
            @RequestParam Optional<UUID> cart,
            @RequestParam Optional<UUID> sold,
            @AuthenticationPrincipal Actor actor) {
        var at = tills.open(till, actor, Code.USE_TILL);
        var id = cart.orElseGet(() -> carts.of(till, Poster.of(actor)));
        return page(at, id, sold.flatMap(selling::find), Map.of(), null);
    }

    @PostMapping(CART + "/pieces")
    ModelAndView scan(
            @PathVariable UUID till,
            @PathVariable UUID cart,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor) {
        return act(
                till,
                cart,
                typed,
                actor,
                at -> scanning.scan(cart, till, typed.getOrDefault("q", ""), Poster.of(actor)));
    }

    @PostMapping(CART + "/pieces/{piece}/removal")
    ModelAndView putBack(
            @PathVariable UUID till,
            @PathVariable UUID cart,
            @PathVariable UUID piece,
            @AuthenticationPrincipal Actor actor) {
        return act(till, cart, Map.of(), actor, at -> scanning.putBack(cart, new PieceId(piece), Poster.of(actor)));
    }

    @PostMapping(CART + "/sale")
    ModelAndView sell(
            @PathVariable UUID till,
            @PathVariable UUID cart,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor) {
        var at = tills.open(till, actor, Code.USE_TILL);
        try {
            var told = typed.getOrDefault("agreed", "");
            long agreed = told.matches("[0-9]{1,15}") ? Long.parseLong(told) : 0;
            var sale = selling.sell(
                    new SellingAtTheHall.Agreed(cart, till, agreed, paying(typed, agreed), FormPages.language()),
                    Poster.of(actor));
            return new ModelAndView("redirect:/app/till/" + till + "?sold=" + sale);
        } catch (Refusal refusal) {
            return page(at, cart, Optional.empty(), typed, refusal);
        }
    }

    /** All of it in cash or by card with one button, or what was typed of each. */
    private static Paying paying(Map<String, String> typed, long agreed) {
        var slip = typed.getOrDefault("slip", "");
        return switch (typed.getOrDefault("whole", "")) {
            case "cash" -> Paying.dirhams(agreed);
            case "card" -> Paying.byCard(agreed, slip);
            default -> new Paying(cash(typed), amount(typed, "card"), slip);
        };
    }

    static Map<Currency, Long> cash(Map<String, String> typed) {
        var cash = new EnumMap<Currency, Long>(Currency.class);
        for (var currency : Currency.values()) {
            cash.put(currency, amount(typed, currency.code()));
        }
        return cash;
    }

    static long amount(Map<String, String> typed, String field) {
        var text = typed.getOrDefault(field, "").strip();
        return text.isEmpty()
                ? 0
                : Typed.centimes(text).orElseThrow(() -> new Refusal("market.till.refusal.number", text));
    }

    private interface Act {
        void at(HallTill till);
    }

    private ModelAndView act(UUID till, UUID cart, Map<String, String> typed, Actor actor, Act act) {
        var at = tills.open(till, actor, Code.USE_TILL);
        try {
            act.at(at);
        } catch (Refusal refusal) {
            return page(at, cart, Optional.empty(), typed, refusal);
        }
        return new ModelAndView("redirect:/app/till/" + till + "?cart=" + cart);
    }

    private ModelAndView page(
            HallTill till, UUID cart, Optional<TillSale> sold, Map<String, String> typed, @Nullable Refusal refusal) {
        boolean open = sessions.current(till.id()).filter(HallSession::open).isPresent();
        var page = new TillPage(till, open, carts.read(cart, till.id()), rates.today(), sold, typed, refusal);
        return new ModelAndView("market/till/till", refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("it", page);
    }
}
