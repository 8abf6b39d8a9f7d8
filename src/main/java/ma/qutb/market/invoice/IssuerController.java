package ma.qutb.market.invoice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.qutb.kernel.Actor;
import ma.qutb.market.MarketPermission.Code;
import ma.qutb.registry.form.ActForm;
import ma.qutb.registry.form.FormPages;
import ma.qutb.registry.form.Part;
import ma.qutb.registry.pick.PickField;
import ma.qutb.registry.pick.Picking;
import ma.qutb.shell.Choice;
import ma.qutb.shell.Crumb;
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
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who invoices: the pole, and makers who charged it to invoice in their name. */
@Controller
@RequestMapping("/app/issuers")
class IssuerController {

    private static final Map<String, String> FIELDS = Map.of(
            "market.issuer.refusal.ice-form", "ice",
            "market.issuer.refusal.tax-number-form", "tax",
            "market.issuer.refusal.code-form", "code",
            "market.issuer.refusal.code-once", "code",
            "market.issuer.refusal.maker-gave-a-mandate", "mandate",
            "market.issuer.refusal.maker-once", "organisation",
            "market.issuer.refusal.of-maker", "organisation");

    private final Issuers issuers;
    private final Picking picking;
    private final FormPages pages;
    private final Clock clock;

    IssuerController(Issuers issuers, Picking picking, FormPages pages, Clock clock) {
        this.issuers = issuers;
        this.picking = picking;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('" + Code.SEE_INVOICES + "')")
    ModelAndView list() {
        int year = LocalDate.now(clock).getYear();
        var all = issuers.all();
        return new ModelAndView("market/invoice/issuers")
                .addObject("issuers", all)
                .addObject(
                        "turnover",
                        all.stream().collect(Collectors.toMap(Issuer::id, it -> issuers.turnover(it.id(), year))));
    }

    @GetMapping("/new")
    @PreAuthorize("hasAuthority('" + Code.SET_ISSUERS + "')")
    ModelAndView begin(@AuthenticationPrincipal Actor actor) {
        return page(form(null, Map.of(), actor));
    }

    @PostMapping("/new")
    @PreAuthorize("hasAuthority('" + Code.SET_ISSUERS + "')")
    ModelAndView add(
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var form = form(null, typed, actor);
        var maker = form.party("organisation").or(() -> form.party("person"));
        if (maker.isEmpty()) {
            form.need("organisation");
        }
        var issuer =
                read(form, form.key(), maker.orElse(null), form.needed("code").toUpperCase(Locale.ROOT));
        return form.does(FIELDS, () -> issuers.keep(issuer)) ? FormPages.done("/app/issuers", redirect) : page(form);
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('" + Code.SET_ISSUERS + "')")
    ModelAndView open(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var issuer = find(id);
        return page(form(issuer, written(issuer), actor));
    }

    @PostMapping("/{id}")
    @PreAuthorize("hasAuthority('" + Code.SET_ISSUERS + "')")
    ModelAndView keep(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var before = find(id);
        var form = form(before, typed, actor);
        var issuer = read(form, id, before.maker(), before.code());
        return form.does(FIELDS, () -> issuers.keep(issuer)) ? FormPages.done("/app/issuers", redirect) : page(form);
    }

    private static Issuer read(ActForm form, UUID id, @Nullable UUID maker, String code) {
        return new Issuer(
                id,
                code,
                maker,
                form.read("regime", () -> Regime.of(form.value("regime")).code(), Regime.SMALL.code()),
                form.needed("nameArabic"),
                form.needed("nameLatin"),
                form.line("legalForm"),
                form.line("addressArabic"),
                form.line("addressLatin"),
                digits(form, "ice"),
                digits(form, "tax"),
                form.line("register"),
                form.line("business"),
                form.line("cnss"),
                form.line("mandate"));
    }

    private static String digits(ActForm form, String field) {
        return form.line(field).replaceAll("[\\s.-]", "");
    }

    private ActForm form(@Nullable Issuer issuer, Map<String, String> typed, Actor actor) {
        var form = ActForm.of(
                "market.issuer.write", "/app/issuers/" + (issuer == null ? "new" : issuer.id()), "/app/issuers", typed);
        if (issuer == null) {
            form.ask(Part.pick(field(PickField.organisation("organisation"), typed, actor)))
                    .ask(Part.pick(field(PickField.person("person"), typed, actor)))
                    .ask(Part.typed("code", "code").must());
        }
        form.ask(Part.choice(
                                "regime",
                                Arrays.stream(Regime.values())
                                        .map(it ->
                                                new Choice(it.code(), pages.say("market.issuer.regime." + it.code())))
                                        .toList())
                        .must())
                .ask(Part.typed("nameArabic", "text").must())
                .ask(Part.typed("nameLatin", "text").must())
                .ask(Part.typed("legalForm", "text"))
                .ask(Part.typed("addressArabic", "text"))
                .ask(Part.typed("addressLatin", "text"))
                .ask(Part.typed("ice", "code"))
                .ask(Part.typed("tax", "code"))
                .ask(Part.typed("register", "text"))
                .ask(Part.typed("business", "code"))
                .ask(Part.typed("cnss", "code"));
        return issuer == null || issuer.maker() != null
                ? form.ask(Part.typed("mandate", "text").must())
                : form;
    }

    private PickField field(PickField field, Map<String, String> typed, Actor actor) {
        return picking.read(
                field, typed.getOrDefault(field.name(), ""), typed.getOrDefault(field.name() + "Typed", ""), actor);
    }

    private static Map<String, String> written(Issuer it) {
        var values = new HashMap<String, String>();
        values.put("regime", it.regime());
        values.put("nameArabic", it.nameArabic());
        values.put("nameLatin", it.nameLatin());
        values.put("legalForm", it.legalForm());
        values.put("addressArabic", it.addressArabic());
        values.put("addressLatin", it.addressLatin());
        values.put("ice", it.ice());
        values.put("tax", it.taxNumber());
        values.put("register", it.tradeRegister());
        values.put("business", it.businessTax());
        values.put("cnss", it.cnss());
        values.put("mandate", it.mandate());
        return values;
    }

    private ModelAndView page(ActForm form) {
        return pages.page(form, false, new Crumb(pages.say("market.issuers.title"), "/app/issuers"));
    }

    private Issuer find(UUID id) {
        return issuers.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
