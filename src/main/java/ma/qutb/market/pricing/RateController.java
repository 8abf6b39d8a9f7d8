package ma.qutb.market.pricing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import ma.qutb.kernel.Actor;
import ma.qutb.ledger.Poster;
import ma.qutb.market.MarketPermission.Code;
import ma.qutb.registry.form.ActForm;
import ma.qutb.registry.form.FormPages;
import ma.qutb.registry.form.Part;
import ma.qutb.shell.Crumb;
import ma.qutb.shell.list.Lists;
import ma.qutb.shell.list.RecordList;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The rates that were entered, and today's. */
@Controller
@RequestMapping("/app/rates")
@PreAuthorize("hasAuthority('" + Code.SET_RATES + "')")
class RateController {

    private static final String HERE = "/app/rates";
    private static final Map<String, String> FIELDS =
            Map.of("market.rate.refusal.day", "day", "market.rate.refusal.implausible", "euro");

    private final EnteringRates entering;
    private final Lists lists;
    private final RecordList list;
    private final FormPages pages;
    private final Clock clock;

    RateController(
            EnteringRates entering,
            Lists lists,
            @Qualifier("exchangeRateRecordList") RecordList list,
            FormPages pages,
            Clock clock) {
        this.entering = entering;
        this.lists = lists;
        this.list = list;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(HttpServletRequest request, HttpServletResponse response) {
        return new ModelAndView("market/pricing/rates").addObject("list", lists.open(list, request, response));
    }

    @GetMapping("/new")
    ModelAndView begin() {
        var typed = new HashMap<String, String>();
        typed.put("day", LocalDate.now(clock).toString());
        typed.put("source", pages.say("market.rate.enter.source.usual"));
        return page(form(typed));
    }

    @PostMapping("/new")
    ModelAndView enter(
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var form = form(typed);
        // Four decimals of a dirham for one are whole centimes for a hundred.
        var rate = new ExchangeRate(
                form.key(),
                form.neededDay("day"),
                form.neededQuantity("euro", 4),
                form.neededQuantity("dollar", 4),
                form.needed("source"),
                false);
        return form.does(FIELDS, () -> entering.enter(rate, Poster.of(actor)))
                ? FormPages.done(HERE, redirect)
                : page(form);
    }

    private ActForm form(Map<String, String> typed) {
        var dirhams = pages.say("shell.unit.dirham");
        return ActForm.of("market.rate.enter", HERE + "/new", HERE, typed)
                .ask(Part.typed("day", "date").must())
                .ask(Part.typed("euro", "decimal").must().in(dirhams))
                .ask(Part.typed("dollar", "decimal").must().in(dirhams))
                .ask(Part.typed("source", "text").must());
    }

    private ModelAndView page(ActForm form) {
        return pages.page(form, false, new Crumb(pages.say("market.rates.title"), HERE));
    }
}
