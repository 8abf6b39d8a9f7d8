package ma.qutb.market.pricing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ma.qutb.kernel.Actor;
import ma.qutb.ledger.Poster;
import ma.qutb.market.MarketPermission.Code;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.Crafts;
import ma.qutb.registry.form.ActForm;
import ma.qutb.registry.form.FormPages;
import ma.qutb.registry.form.Part;
import ma.qutb.shell.Choice;
import ma.qutb.shell.Crumb;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the pole keeps of a price: the list that holds, those before it, and the next. */
@Controller
@RequestMapping("/app/shares")
@PreAuthorize("hasAuthority('" + Code.SET_SHARES + "')")
class SharesController {

    private static final String HERE = "/app/shares";
    /** Room for two rules more than there are. */
    private static final int MORE = 2;

    private static final Map<String, String> FIELDS =
            Map.of("market.shares.refusal.past", "from", "market.shares.refusal.dated", "from");

    private final SettingShares setting;
    private final Crafts crafts;
    private final FormPages pages;
    private final Clock clock;

    SharesController(SettingShares setting, Crafts crafts, FormPages pages, Clock clock) {
        this.setting = setting;
        this.crafts = crafts;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show() {
        var today = LocalDate.now(clock);
        return new ModelAndView("market/pricing/shares")
                .addObject("lists", setting.all())
                .addObject("now", setting.on(today).map(ShareList::from).orElse(today))
                .addObject("crafts", crafts);
    }

    @GetMapping("/new")
    ModelAndView begin() {
        var typed = new HashMap<String, String>();
        typed.put("from", LocalDate.now(clock).plusDays(1).toString());
        setting.on(LocalDate.now(clock)).ifPresent(list -> {
            typed.put("rows", String.valueOf(list.rows().size() + MORE));
            int number = 1;
            for (var it : list.rows()) {
                typed.put(
                        "family" + number,
                        it.family() == null ? "" : it.family().value());
                typed.put("kind" + number, it.makerKind() == null ? "" : it.makerKind());
                typed.put("service" + number, percent(it.service()));
                typed.put("fund" + number, percent(it.fund()));
                typed.put("tax" + number, percent(it.tax()));
                typed.put("transport" + number++, percent(it.transport()));
            }
        });
        return page(form(typed));
    }

    private static String percent(long hundredths) {
        return java.math.BigDecimal.valueOf(hundredths, 2).stripTrailingZeros().toPlainString();
    }

    @PostMapping("/new")
    ModelAndView set(
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var form = form(typed);
        var rows = new ArrayList<ShareList.Row>();
        for (int i = 1; i <= rooms(typed); i++) {
            if (!form.value("service" + i).isBlank()) {
                rows.add(new ShareList.Row(
                        form.value("family" + i).isBlank() ? null : family(form, i),
                        form.value("kind" + i).matches("person|organisation") ? form.value("kind" + i) : null,
                        share(form, "service" + i),
                        share(form, "fund" + i),
                        share(form, "tax" + i),
                        form.money("transport" + i).orElse(0L)));
            }
        }
        var list = new ShareList(
                form.neededDay("from"), form.needed("reason"), Poster.of(actor).name(), rows);
        boolean widen = form.value("widen").equals("yes");
        return form.does(FIELDS, () -> setting.set(list, widen, Poster.of(actor)))
                ? FormPages.done(HERE, redirect)
                : page(form);
    }

    private CraftCode family(ActForm form, int row) {
        return families().stream()
                .map(Crafts.Craft::code)
                .filter(it -> it.value().equals(form.value("family" + row)))
                .findFirst()
                .orElseGet(() -> {
                    form.need("family" + row);
                    return families().getFirst().code();
                });
    }

    /** More than the whole is refused with the list. */
    private static int share(ActForm form, String field) {
        return (int) Math.min(form.quantity(field, 2).orElse(0L), 10_000);
    }

    private List<Crafts.Craft> families() {
        return crafts.all().stream().filter(it -> it.parent().isEmpty()).toList();
    }

    private static int rooms(Map<String, String> typed) {
        var rows = typed.getOrDefault("rows", "");
        return rows.matches("\\d{1,2}") ? Math.clamp(Integer.parseInt(rows), 4, 20) : 4;
    }

    private ActForm form(Map<String, String> typed) {
        int rooms = rooms(typed);
        var form = ActForm.of("market.shares.set", HERE + "/new?rows=" + rooms, HERE, typed)
                .ask(Part.typed("from", "date").must())
                .ask(Part.typed("reason", "text").must());
        var families = families().stream()
                .map(it -> new Choice(it.code().value(), it.name().in(FormPages.language())))
                .toList();
        var kinds = List.of(
                new Choice("person", pages.say("market.shares.kind.person")),
                new Choice("organisation", pages.say("market.shares.kind.organisation")));
        for (int i = 1; i <= rooms; i++) {
            form.ask(Part.choice("family" + i, families).called(pages.say("market.shares.set.family", i)))
                    .ask(Part.choice("kind" + i, kinds).called(pages.say("market.shares.set.kind", i)));
            for (var part : List.of("service", "fund", "tax")) {
                form.ask(Part.typed(part + i, "decimal").in("%").called(pages.say("market.shares.set." + part, i)));
            }
            form.ask(Part.typed("transport" + i, "decimal")
                    .in(pages.say("shell.unit.dirham"))
                    .called(pages.say("market.shares.set.transport", i)));
        }
        return form.ask(Part.cards(
                "widen",
                List.of(
                        new Choice("no", pages.say("market.shares.set.widen.no")),
                        new Choice("yes", pages.say("market.shares.set.widen.yes")))));
    }

    private ModelAndView page(ActForm form) {
        return pages.page(form, false, new Crumb(pages.say("market.shares.title"), HERE));
    }
}
