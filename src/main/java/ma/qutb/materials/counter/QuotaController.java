package ma.qutb.materials.counter;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.DateReading;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Poster;
import ma.qutb.materials.Material;
import ma.qutb.materials.Materials;
import ma.qutb.materials.MaterialsPermission.Code;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.SalePoints;
import ma.qutb.materials.Typed;
import ma.qutb.shell.Toast;
import ma.qutb.shell.list.Lists;
import ma.qutb.shell.list.RecordList;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Quotas of the points: those set, who used how much of them, and setting one from a day on. */
@Controller
@RequestMapping("/app/quotas")
@PreAuthorize("hasAuthority('" + Code.SEE + "')")
class QuotaController {

    private final Lists lists;
    private final RecordList rules;
    private final RecordList uses;
    private final SettingQuotas setting;
    private final SalePoints points;
    private final Materials materials;
    private final Clock clock;

    QuotaController(
            Lists lists,
            @Qualifier("quotaRuleList") RecordList rules,
            @Qualifier("quotaUseList") RecordList uses,
            SettingQuotas setting,
            SalePoints points,
            Materials materials,
            Clock clock) {
        this.lists = lists;
        this.rules = rules;
        this.uses = uses;
        this.setting = setting;
        this.points = points;
        this.materials = materials;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView rules(HttpServletRequest request, HttpServletResponse response) {
        return new ModelAndView("materials/quota/list").addObject("list", lists.open(rules, request, response));
    }

    @GetMapping("/use")
    ModelAndView uses(HttpServletRequest request, HttpServletResponse response) {
        return new ModelAndView("materials/quota/use").addObject("list", lists.open(uses, request, response));
    }

    @GetMapping("/new")
    @PreAuthorize("hasAuthority('" + Code.MANAGE_POINTS + "')")
    ModelAndView blank(@AuthenticationPrincipal Actor actor) {
        var today = LocalDate.now(clock).toString();
        return form(new QuotaForm("", "", QuotaPeriod.MONTH.code(), "", today, ""), actor, null);
    }

    @PostMapping
    @PreAuthorize("hasAuthority('" + Code.MANAGE_POINTS + "')")
    ModelAndView set(
            @ModelAttribute QuotaForm form, @AuthenticationPrincipal Actor actor, RedirectAttributes redirect) {
        try {
            var point = point(form, actor);
            var material = material(form);
            setting.set(
                    point.id(),
                    material.code(),
                    DateReading.tryParse(QuotaForm.text(form.from()))
                            .orElseThrow(() -> new Refusal("materials.quota.refusal.day")),
                    period(form),
                    Typed.parts(QuotaForm.text(form.most()), material.decimals())
                            .orElseThrow(() -> new Refusal("materials.quota.refusal.nothing")),
                    QuotaForm.text(form.reason()),
                    Poster.of(actor));
        } catch (Refusal refusal) {
            return form(form, actor, refusal);
        }
        Toast.ok(redirect, "shell.toast.saved");
        return new ModelAndView("redirect:/app/quotas");
    }

    private ModelAndView form(QuotaForm form, Actor actor, @Nullable Refusal refusal) {
        return new ModelAndView(
                        "materials/quota/form", refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("form", form)
                .addObject("points", points.all(actor, Code.MANAGE_POINTS))
                .addObject("materials", materials.all())
                .addObject("refusal", refusal);
    }

    private SalePoint point(QuotaForm form, Actor actor) {
        return points.all(actor, Code.MANAGE_POINTS).stream()
                .filter(it -> it.id().toString().equals(QuotaForm.text(form.point())))
                .findFirst()
                .orElseThrow(() -> new Refusal("materials.quota.refusal.point"));
    }

    private Material material(QuotaForm form) {
        return materials.all().stream()
                .filter(it -> it.code().value().equals(QuotaForm.text(form.material())))
                .findFirst()
                .orElseThrow(() -> new Refusal("materials.quota.refusal.material"));
    }

    private static QuotaPeriod period(QuotaForm form) {
        return Arrays.stream(QuotaPeriod.values())
                .filter(it -> it.code().equals(QuotaForm.text(form.period())))
                .findFirst()
                .orElseThrow(() -> new Refusal("materials.quota.refusal.period"));
    }
}
