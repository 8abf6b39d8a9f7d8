package ma.qutb.market.order;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.NumberReading;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Poster;
import ma.qutb.market.MarketPermission.Code;
import ma.qutb.market.delivery.Carrier;
import ma.qutb.market.delivery.Deliveries;
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

/** The cash carriers hold: how old it is, what they say they sent, what the bank has. */
@Controller
@RequestMapping("/app/cash")
class CashController {

    private static final int SHOWN = 30;
    private static final String KEEP = "hasAuthority('" + Code.KEEP_ORDERS + "')";

    private final CarriersCash cash;
    private final RemittanceTable remittances;
    private final Deliveries deliveries;

    CashController(CarriersCash cash, RemittanceTable remittances, Deliveries deliveries) {
        this.cash = cash;
        this.remittances = remittances;
        this.deliveries = deliveries;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('" + Code.SEE_ORDERS + "')")
    ModelAndView show(@RequestParam(required = false) @Nullable UUID carrier) {
        return page(carrier, null);
    }

    @PostMapping
    @PreAuthorize(KEEP)
    ModelAndView list(
            @RequestParam UUID carrier,
            @RequestParam(required = false) @Nullable UUID key,
            @RequestParam(defaultValue = "") String reference,
            @RequestParam(defaultValue = "") List<UUID> order,
            @RequestParam(defaultValue = "") String kept,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        return does(
                carrier,
                redirect,
                () -> cash.list(
                        key == null ? Ids.next() : key,
                        carrier,
                        ma.qutb.registry.writing.Writing.line(reference, 60),
                        order,
                        centimes(kept),
                        Poster.of(actor)));
    }

    @PostMapping("/{remittance}/reconciliation")
    @PreAuthorize(KEEP)
    ModelAndView reconcile(
            @PathVariable UUID remittance, @AuthenticationPrincipal Actor actor, RedirectAttributes redirect) {
        return does(null, redirect, () -> cash.reconcile(remittance, Poster.of(actor)));
    }

    private static long centimes(String typed) {
        try {
            return typed.isBlank()
                    ? 0
                    : NumberReading.parse(typed).movePointRight(2).longValueExact();
        } catch (ArithmeticException e) {
            throw new Refusal("market.cash.refusal.kept");
        }
    }

    private ModelAndView does(@Nullable UUID carrier, RedirectAttributes redirect, Runnable act) {
        try {
            act.run();
            Toast.ok(redirect, "shell.toast.saved");
            return new ModelAndView("redirect:/app/cash");
        } catch (Refusal refusal) {
            return page(carrier, refusal);
        }
    }

    private ModelAndView page(@Nullable UUID carrier, @Nullable Refusal refusal) {
        var held = remittances.held();
        var chosen = carrier != null
                ? carrier
                : held.stream().map(RemittanceTable.Held::carrier).findFirst().orElse(null);
        return new ModelAndView(
                        "market/orders/cash", refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("held", held)
                .addObject("carriers", carriers())
                .addObject("chosen", chosen)
                .addObject("unlisted", chosen == null ? List.of() : remittances.unlisted(chosen))
                .addObject("remittances", remittances.latest(SHOWN))
                .addObject("refusal", refusal);
    }

    private Map<UUID, Carrier> carriers() {
        return deliveries.carriers().stream().collect(Collectors.toMap(Carrier::id, it -> it));
    }
}
