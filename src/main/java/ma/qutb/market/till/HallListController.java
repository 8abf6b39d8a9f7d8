package ma.qutb.market.till;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import ma.qutb.kernel.Actor;
import ma.qutb.ledger.Poster;
import ma.qutb.market.MarketPermission.Code;
import ma.qutb.market.stock.PiecePlaces;
import ma.qutb.registry.form.ActForm;
import ma.qutb.registry.form.FormPages;
import ma.qutb.registry.form.Part;
import ma.qutb.shell.Choice;
import ma.qutb.shell.Crumb;
import ma.qutb.shell.list.Lists;
import ma.qutb.shell.list.RecordList;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the tills did, in lists; and a further till. */
@Controller
@PreAuthorize("hasAuthority('" + Code.SEE_TILL + "')")
class HallListController {

    private static final String DAYS = "/app/till-days";
    private static final String NEW = "/app/till/new";

    private final Lists lists;
    private final RecordList sales;
    private final RecordList days;
    private final RecordList movements;
    private final HallTills tills;
    private final PiecePlaces places;
    private final FormPages pages;

    HallListController(
            Lists lists,
            @Qualifier("hallSaleRecordList") RecordList sales,
            @Qualifier("hallDayRecordList") RecordList days,
            @Qualifier("hallMovementRecordList") RecordList movements,
            HallTills tills,
            PiecePlaces places,
            FormPages pages) {
        this.lists = lists;
        this.sales = sales;
        this.days = days;
        this.movements = movements;
        this.tills = tills;
        this.places = places;
        this.pages = pages;
    }

    @GetMapping("/app/till-sales")
    ModelAndView sales(HttpServletRequest request, HttpServletResponse response) {
        return new ModelAndView("shell/list/page").addObject("list", lists.open(sales, request, response));
    }

    @GetMapping(DAYS)
    ModelAndView days(HttpServletRequest request, HttpServletResponse response) {
        return new ModelAndView("market/till/days").addObject("list", lists.open(days, request, response));
    }

    @GetMapping("/app/till-movements")
    ModelAndView movements(HttpServletRequest request, HttpServletResponse response) {
        return new ModelAndView("shell/list/page").addObject("list", lists.open(movements, request, response));
    }

    @GetMapping(NEW)
    @PreAuthorize("hasAuthority('" + Code.APPROVE_TILL + "')")
    ModelAndView begin() {
        return page(form(Map.of()));
    }

    @PostMapping(NEW)
    @PreAuthorize("hasAuthority('" + Code.APPROVE_TILL + "')")
    ModelAndView add(
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var form = form(typed);
        var name = form.needed("name");
        var place = form.id("place");
        if (place.isEmpty()) {
            form.need("place");
        }
        return form.does(
                        Map.of("market.till.refusal.name", "name"),
                        () -> tills.add(form.key(), name, place.orElseThrow(), Poster.of(actor)))
                ? FormPages.done(DAYS, redirect)
                : page(form);
    }

    private ActForm form(Map<String, String> typed) {
        return ActForm.of("market.till.add", NEW, DAYS, typed)
                .ask(Part.typed("name", "text").must())
                .ask(Part.choice(
                                "place",
                                places.ofOurs().stream()
                                        .filter(it -> it.kind().equals("hall"))
                                        .map(it -> new Choice(
                                                it.id().toString(), it.name().in(FormPages.language())))
                                        .toList())
                        .must());
    }

    private ModelAndView page(ActForm form) {
        return pages.page(form, false, new Crumb(pages.say("market.till-days.title"), DAYS));
    }
}
