package ma.qutb.materials.price;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.DateReading;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Poster;
import ma.qutb.materials.Material;
import ma.qutb.materials.MaterialCode;
import ma.qutb.materials.Materials;
import ma.qutb.materials.MaterialsPermission.Code;
import ma.qutb.materials.Prices.Quote;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.UnitPrice;
import ma.qutb.materials.point.PointDoor;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Quotes, the price list of a point, its charges and what others would change. */
@Controller
@RequestMapping("/app/prices")
@PreAuthorize("hasAuthority('" + Code.SEE_PRICES + "')")
class PriceController {

    private static final String POINT = "/{point:[0-9a-f-]{36}}";
    private static final int HISTORY = 60;

    private final PointDoor door;
    private final Materials materials;
    private final PriceTable prices;
    private final PriceList list;
    private final SettingPrices setting;
    private final ImportingQuotes importing;
    private final FetchingQuotes fetching;
    private final Clock clock;

    PriceController(
            PointDoor door,
            Materials materials,
            PriceTable prices,
            PriceList list,
            SettingPrices setting,
            ImportingQuotes importing,
            FetchingQuotes fetching,
            Clock clock) {
        this.door = door;
        this.materials = materials;
        this.prices = prices;
        this.list = list;
        this.setting = setting;
        this.importing = importing;
        this.fetching = fetching;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView choose(@AuthenticationPrincipal Actor actor) {
        return door.choose(actor, Code.SEE_PRICES, "/app/prices", "materials.price.title", "chart-line");
    }

    /** With other charges in the address: what these would change. */
    @GetMapping(POINT)
    ModelAndView show(
            @PathVariable UUID point, @RequestParam Map<String, String> form, @AuthenticationPrincipal Actor actor) {
        return draw(door.open(point, actor, Code.SEE_PRICES), form, List.of(), null);
    }

    @PostMapping(POINT + "/quotes")
    @PreAuthorize("hasAuthority('" + Code.SET_PRICES + "')")
    ModelAndView quote(
            @PathVariable UUID point,
            @RequestParam Map<String, String> form,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var at = door.open(point, actor, Code.SET_PRICES);
        var material = material(form);
        return act(
                at,
                form,
                redirect,
                "materials.price.quoted",
                () -> setting.quote(
                        material,
                        DateReading.tryParse(form.getOrDefault("day", "")).orElseGet(() -> LocalDate.now(clock)),
                        PolicyForm.price(form.getOrDefault("price", ""), material.decimals()),
                        "typed",
                        form.getOrDefault("detail", ""),
                        Poster.of(actor)));
    }

    @PostMapping(POINT + "/quotes/fetching")
    @PreAuthorize("hasAuthority('" + Code.SET_PRICES + "')")
    ModelAndView fetch(@PathVariable UUID point, @AuthenticationPrincipal Actor actor, RedirectAttributes redirect) {
        var at = door.open(point, actor, Code.SET_PRICES);
        return act(at, Map.of(), redirect, "materials.price.quoted", () -> fetching.fetch(Poster.of(actor)));
    }

    @PostMapping(POINT + "/quotes/list")
    @PreAuthorize("hasAuthority('" + Code.SET_PRICES + "')")
    ModelAndView take(
            @PathVariable UUID point,
            @RequestParam Map<String, String> form,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect)
            throws java.io.IOException {
        var at = door.open(point, actor, Code.SET_PRICES);
        var text = file == null || file.isEmpty()
                ? form.getOrDefault("rows", "")
                : new String(file.getBytes(), StandardCharsets.UTF_8).replace("\uFEFF", "");
        try {
            var outcome = importing.take(material(form), text, Poster.of(actor));
            if (outcome.problems().isEmpty() && outcome.taken() > 0) {
                Toast.ok(redirect, "materials.price.imported", outcome.taken());
                return new ModelAndView("redirect:" + path(at, material(form)));
            }
            return draw(at, form, outcome.problems(), new Refusal("materials.price.refusal.rows"));
        } catch (Refusal refusal) {
            return draw(at, form, List.of(), refusal);
        }
    }

    @PostMapping(POINT + "/policies")
    @PreAuthorize("hasAuthority('" + Code.SET_PRICES + "')")
    ModelAndView policy(
            @PathVariable UUID point,
            @RequestParam Map<String, String> form,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var at = door.open(point, actor, Code.SET_PRICES);
        var material = material(form);
        return act(at, form, redirect, "materials.price.set", () -> {
            var days = form.getOrDefault("quoteDays", "").strip();
            setting.policy(
                    Policy.of(
                            at.id(),
                            material.code(),
                            DateReading.tryParse(form.getOrDefault("from", "")).orElseGet(() -> LocalDate.now(clock)),
                            PolicyForm.read(form, material.decimals()),
                            days.matches("[0-9]{1,3}") ? Integer.parseInt(days) : 0,
                            form.getOrDefault("reason", "")),
                    Poster.of(actor));
        });
    }

    private ModelAndView act(
            SalePoint at, Map<String, String> form, RedirectAttributes redirect, String done, Runnable act) {
        try {
            act.run();
        } catch (Refusal refusal) {
            return draw(at, form, List.of(), refusal);
        }
        Toast.ok(redirect, done);
        return new ModelAndView("redirect:" + path(at, material(form)));
    }

    private ModelAndView draw(
            SalePoint at, Map<String, String> form, List<ImportingQuotes.Problem> problems, @Nullable Refusal refusal) {
        var today = LocalDate.now(clock);
        var material = material(form);
        var quote = prices.replacement(material.code(), today);
        var policy = prices.policy(at.id(), material.code(), today);
        var now = policy.map(Policy::charges).orElse(Charges.NONE);
        var other = form.containsKey("marginPercent") ? tried(form, material, now) : now;
        var replacement = quote.map(Quote::price).orElse(new UnitPrice(0));
        return new ModelAndView(
                        "materials/price/prices", refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("point", at)
                .addObject("material", material)
                .addObject("materials", materials.all())
                .addObject("quote", quote.orElse(null))
                .addObject("policy", policy.orElse(null))
                .addObject("now", now)
                .addObject("other", other)
                .addObject("rows", list.rows(at, material, replacement, now, other))
                .addObject("effect", list.effect(at, material, replacement, now, other, today))
                .addObject("quotes", prices.quotes(material.code(), HISTORY))
                .addObject("policies", prices.policies(at.id(), material.code()))
                .addObject("fetches", fetching.possible() && material.code().equals(MaterialCode.SILVER))
                .addObject("typed", form)
                .addObject("problems", problems)
                .addObject("refusal", refusal);
    }

    /** What is tried, as far as it can be read. */
    private static Charges tried(Map<String, String> form, Material material, Charges now) {
        try {
            return PolicyForm.read(form, material.decimals());
        } catch (Refusal refusal) {
            return now;
        }
    }

    private Material material(Map<String, String> form) {
        return materials.all().stream()
                .filter(it -> it.code().value().equals(form.get("material")))
                .findFirst()
                .orElseGet(() -> materials.find(MaterialCode.SILVER).orElseThrow());
    }

    private static String path(SalePoint at, Material material) {
        return "/app/prices/" + at.id() + "?material=" + material.code();
    }
}
