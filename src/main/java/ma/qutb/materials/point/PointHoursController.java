package ma.qutb.materials.point;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.materials.MaterialsPermission.Code;
import ma.qutb.materials.SalePoint;
import ma.qutb.registry.form.ActForm;
import ma.qutb.registry.form.FormPages;
import ma.qutb.registry.form.Part;
import ma.qutb.registry.writing.Writing;
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

/** When a point is open, day by day. */
@Controller
@RequestMapping("/app/materials/points/{id}")
@PreAuthorize("hasAuthority('" + Code.MANAGE_POINTS + "')")
class PointHoursController {

    private static final int DAYS = 7;
    private static final Pattern FROM_TO = Pattern.compile("([0-9]{1,2})[:h]([0-9]{2})-([0-9]{1,2})[:h]([0-9]{2})");

    private final RunningPoints running;
    private final PointForms forms;
    private final FormPages pages;

    PointHoursController(RunningPoints running, PointForms forms, FormPages pages) {
        this.running = running;
        this.forms = forms;
        this.pages = pages;
    }

    @GetMapping("/hours")
    ModelAndView hours(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var point = forms.open(id, actor);
        var start = new TreeMap<String, String>();
        running.hours(point.id()).forEach(it -> start.put("day" + it.day(), it.opens() + "-" + it.closes()));
        return forms.page(point, hoursForm(point, start));
    }

    @PostMapping("/hours")
    ModelAndView setHours(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var point = forms.open(id, actor);
        var form = hoursForm(point, typed);
        var hours = new ArrayList<RunningPoints.Hours>();
        for (int day = 1; day <= DAYS; day++) {
            int of = day;
            form.read("day" + day, () -> hours(of, form.value("day" + of)), Optional.<RunningPoints.Hours>empty())
                    .ifPresent(hours::add);
        }
        if (form.does(Map.of(), () -> running.setHours(point.id(), hours))) {
            return PointForms.done(point, redirect);
        }
        return forms.page(point, form);
    }

    private static Optional<RunningPoints.Hours> hours(int day, String typed) {
        var text = Writing.western(typed).replaceAll("\\s", "").replace('–', '-');
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var form = FROM_TO.matcher(text);
        try {
            if (form.matches()) {
                var opens = LocalTime.of(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
                var closes = LocalTime.of(Integer.parseInt(form.group(3)), Integer.parseInt(form.group(4)));
                if (closes.isAfter(opens)) {
                    return Optional.of(new RunningPoints.Hours(day, opens, closes));
                }
            }
        } catch (DateTimeException e) {
            // No clock shows it: refused below, like all else that is no time.
        }
        throw new Refusal("materials.point.refusal.hours");
    }

    private ActForm hoursForm(SalePoint point, Map<String, String> typed) {
        var form = PointForms.form("materials.point.hours", point, "hours", typed);
        for (int day = 1; day <= DAYS; day++) {
            form.ask(Part.typed("day" + day, "code").called(pages.say("materials.day." + day)));
        }
        return form;
    }
}
