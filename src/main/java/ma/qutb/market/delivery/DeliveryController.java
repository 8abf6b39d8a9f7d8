package ma.qutb.market.delivery;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Ids;
import ma.qutb.ledger.Poster;
import ma.qutb.market.MarketPermission.Code;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.form.ActForm;
import ma.qutb.registry.form.FormPages;
import ma.qutb.registry.form.Part;
import ma.qutb.shell.Choice;
import ma.qutb.shell.Crumb;
import ma.qutb.shell.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
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

/** Carriers and what the way costs, as the director sets them. */
@Controller
@RequestMapping("/app/delivery")
@PreAuthorize("hasAuthority('" + Code.SET_DELIVERY + "')")
class DeliveryController {

    private static final String HERE = "/app/delivery";
    private static final int ROWS = 6;

    private final Deliveries deliveries;
    private final SettingDelivery setting;
    private final FormPages forms;
    private final Clock clock;

    DeliveryController(Deliveries deliveries, SettingDelivery setting, FormPages forms, Clock clock) {
        this.deliveries = deliveries;
        this.setting = setting;
        this.forms = forms;
        this.clock = clock;
    }

    @Configuration
    static class Menu {

        @Bean
        MenuEntry deliveryEntry() {
            return new MenuEntry("menu.market", 430, "menu.delivery", "truck-delivery", HERE, Code.SET_DELIVERY);
        }
    }

    @GetMapping
    ModelAndView show() {
        return new ModelAndView("market/orders/delivery")
                .addObject("deliveries", deliveries)
                .addObject("today", LocalDate.now(clock));
    }

    @GetMapping("/rates")
    ModelAndView rates(@RequestParam UUID carrier, @RequestParam String zone) {
        var typed = new java.util.TreeMap<String, String>();
        typed.put("from", LocalDate.now(clock).toString());
        var table = deliveries.table(carrier, zone, LocalDate.now(clock));
        for (int i = 0; i < Math.min(ROWS, table.size()); i++) {
            typed.put("grams" + (i + 1), String.valueOf(table.get(i).upTo()));
            typed.put("fee" + (i + 1), String.valueOf(table.get(i).fee() / 100));
        }
        table.stream().findFirst().ifPresent(it -> {
            typed.put("min", String.valueOf(it.daysMin()));
            typed.put("max", String.valueOf(it.daysMax()));
        });
        return page(ratesForm(carrier, zone, typed));
    }

    @PostMapping("/rates")
    ModelAndView setRates(
            @RequestParam UUID carrier,
            @RequestParam String zone,
            @RequestParam Map<String, String> sent,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var form = ratesForm(carrier, zone, sent);
        var rows = new ArrayList<SettingDelivery.Row>();
        for (int i = 1; i <= ROWS; i++) {
            long grams = form.quantity("grams" + i, 0).orElse(0L);
            if (grams > 0 && grams <= 100_000) {
                rows.add(new SettingDelivery.Row((int) grams, form.neededMoney("fee" + i)));
            } else if (grams != 0) {
                form.read(
                        "grams" + i,
                        () -> {
                            throw new ma.qutb.kernel.Refusal("market.delivery.refusal.weight");
                        },
                        0);
            }
        }
        var from = form.neededDay("from");
        long min = form.neededQuantity("min", 0);
        long max = form.neededQuantity("max", 0);
        var reason = form.needed("reason");
        boolean done = form.does(
                Map.of(
                        "market.delivery.refusal.past", "from",
                        "market.delivery.refusal.dated", "from",
                        "market.delivery.refusal.days", "max"),
                () -> setting.rates(
                        carrier, zone, from, rows, (int) min, (int) Math.min(max, 1000), reason, Poster.of(actor)));
        return done ? FormPages.done(HERE, redirect) : page(form);
    }

    private ActForm ratesForm(UUID carrier, String zone, Map<String, String> typed) {
        var form = ActForm.of(
                        "market.delivery.rates", HERE + "/rates?carrier=" + carrier + "&zone=" + zone, HERE, typed)
                .ask(Part.typed("from", "date").must());
        for (int i = 1; i <= ROWS; i++) {
            form.ask(Part.typed("grams" + i, "number")
                            .in(forms.say("market.delivery.gram"))
                            .called(forms.say("market.delivery.rates.grams", i)))
                    .ask(Part.typed("fee" + i, "decimal")
                            .in(forms.say("shell.unit.dirham"))
                            .called(forms.say("market.delivery.rates.fee", i)));
        }
        return form.ask(Part.typed("min", "number")
                        .in(forms.say("market.delivery.day"))
                        .must())
                .ask(Part.typed("max", "number")
                        .in(forms.say("market.delivery.day"))
                        .must())
                .ask(Part.typed("reason", "text").must());
    }

    @GetMapping("/terms")
    ModelAndView terms() {
        var now = deliveries.terms();
        return page(termsForm(Map.of(
                "from", LocalDate.now(clock).toString(),
                "cap", String.valueOf(now.cashCap() / 100),
                "confirm", String.valueOf(now.confirmDays()),
                "packing", String.valueOf(now.packing()))));
    }

    @PostMapping("/terms")
    ModelAndView setTerms(
            @RequestParam Map<String, String> sent, @AuthenticationPrincipal Actor actor, RedirectAttributes redirect) {
        var form = termsForm(sent);
        var from = form.neededDay("from");
        long cap = form.neededMoney("cap");
        long days = within(form, "confirm", 1, 10);
        long packing = within(form, "packing", 0, 5000);
        var reason = form.needed("reason");
        boolean done = form.does(
                Map.of("market.delivery.refusal.past", "from", "market.delivery.refusal.dated", "from"),
                () -> setting.terms(new DeliveryTerms(from, cap, (int) days, (int) packing), reason, Poster.of(actor)));
        return done ? FormPages.done(HERE, redirect) : page(form);
    }

    private static long within(ActForm form, String field, long least, long most) {
        long typed = form.neededQuantity(field, 0);
        return form.read(
                field,
                () -> {
                    if (typed < least || typed > most) {
                        throw new ma.qutb.kernel.Refusal("market.delivery.refusal.between", least, most);
                    }
                    return typed;
                },
                least);
    }

    private ActForm termsForm(Map<String, String> typed) {
        return ActForm.of("market.delivery.terms", HERE + "/terms", HERE, typed)
                .ask(Part.typed("from", "date").must())
                .ask(Part.typed("cap", "decimal")
                        .in(forms.say("shell.unit.dirham"))
                        .must())
                .ask(Part.typed("confirm", "number")
                        .in(forms.say("market.delivery.day"))
                        .must())
                .ask(Part.typed("packing", "number")
                        .in(forms.say("market.delivery.gram"))
                        .must())
                .ask(Part.typed("reason", "text").must());
    }

    @GetMapping("/carriers/new")
    ModelAndView carrier() {
        return page(carrierForm(Map.of()));
    }

    @PostMapping("/carriers")
    ModelAndView setCarrier(
            @RequestParam Map<String, String> sent, @AuthenticationPrincipal Actor actor, RedirectAttributes redirect) {
        var form = carrierForm(sent);
        var it = new Carrier(
                Ids.next(),
                form.needed("code").toUpperCase(java.util.Locale.ROOT),
                new LocalName(form.needed("arabic"), form.needed("french"), form.needed("english")),
                form.value("where").equals("abroad"),
                form.value("cash").equals("yes"),
                form.line("tracking"),
                true);
        boolean done = form.does(
                Map.of(
                        "market.delivery.refusal.code", "code",
                        "market.delivery.refusal.tracking", "tracking",
                        "market.delivery.refusal.cash", "cash"),
                () -> setting.carrier(it, Poster.of(actor)));
        return done ? FormPages.done(HERE, redirect) : page(form);
    }

    private ActForm carrierForm(Map<String, String> typed) {
        return ActForm.of("market.delivery.carrier", HERE + "/carriers", HERE, typed)
                .ask(Part.typed("code", "code").must())
                .ask(Part.typed("arabic", "text").must())
                .ask(Part.typed("french", "text").must())
                .ask(Part.typed("english", "text").must())
                .ask(Part.choice("where", choices("where", "home", "abroad")).must())
                .ask(Part.choice("cash", choices("cash", "yes", "no")).must())
                .ask(Part.typed("tracking", "url"));
    }

    private List<Choice> choices(String field, String... codes) {
        return List.of(codes).stream()
                .map(it -> new Choice(it, forms.say("market.delivery.carrier." + field + "." + it)))
                .toList();
    }

    @PostMapping("/carriers/{id}/opening")
    ModelAndView open(
            @PathVariable UUID id,
            @RequestParam boolean open,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        setting.open(id, open, Poster.of(actor));
        return FormPages.done(HERE, redirect);
    }

    private ModelAndView page(ActForm form) {
        return forms.page(form, false, new Crumb(forms.say("market.delivery.title"), HERE));
    }
}
