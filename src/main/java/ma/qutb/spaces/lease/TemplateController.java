package ma.qutb.spaces.lease;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.form.ActForm;
import ma.qutb.registry.form.FormPages;
import ma.qutb.registry.form.Part;
import ma.qutb.shell.Crumb;
import ma.qutb.spaces.SpacesPermission.Code;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The clauses of contracts: those that hold and held, and a new set from a day on, one field for each kind and language. */
@Controller
@RequestMapping(LeaseConfiguration.LIST + "/clauses")
class TemplateController {

    private static final String PATH = LeaseConfiguration.LIST + "/clauses";
    private static final int LONGEST = 2000;

    private final Templates templates;
    private final FormPages pages;

    TemplateController(Templates templates, FormPages pages) {
        this.templates = templates;
        this.pages = pages;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('" + Code.SEE_LEASES + "')")
    ModelAndView all() {
        return new ModelAndView("spaces/lease/clauses").addObject("templates", templates.all());
    }

    @GetMapping("/new")
    @PreAuthorize("hasAuthority('" + Code.LEASE + "')")
    ModelAndView blank() {
        var start = new TreeMap<String, String>();
        start.put("day", pages.today());
        templates.all().stream()
                .findFirst()
                .ifPresent(latest -> latest.clauses().forEach(it -> {
                    start.merge(it.kind() + "-ar", it.arabic(), (one, other) -> one + "\n" + other);
                    start.merge(it.kind() + "-fr", it.french(), (one, other) -> one + "\n" + other);
                }));
        return page(form(start));
    }

    @PostMapping
    @PreAuthorize("hasAuthority('" + Code.LEASE + "')")
    ModelAndView write(
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var form = form(typed);
        var day = form.neededDay("day");
        var clauses = new ArrayList<Templates.Clause>();
        Templates.KINDS.forEach(kind -> clauses.addAll(read(form, kind)));
        return form.does(
                        Map.of("spaces.lease.refusal.template-that-day", "day"),
                        () -> templates.add(day, clauses, actor.displayName()))
                ? FormPages.done(PATH, redirect)
                : page(form);
    }

    /** A line is a clause; there are as many in one language as in the other. */
    private static List<Templates.Clause> read(ActForm form, String kind) {
        var arabic = lines(form.value(kind + "-ar"));
        var french = lines(form.value(kind + "-fr"));
        return form.read(
                kind + "-fr",
                () -> {
                    if (arabic.size() != french.size()) {
                        throw new Refusal("spaces.lease.refusal.clauses-differ", arabic.size(), french.size());
                    }
                    var clauses = new ArrayList<Templates.Clause>();
                    for (int i = 0; i < arabic.size(); i++) {
                        clauses.add(new Templates.Clause(0, kind, arabic.get(i), french.get(i)));
                    }
                    return clauses;
                },
                new ArrayList<>());
    }

    private static List<String> lines(String typed) {
        return typed.lines()
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .map(it -> it.substring(0, Math.min(it.length(), LONGEST)))
                .toList();
    }

    private ActForm form(Map<String, String> typed) {
        var form = ActForm.of("spaces.lease.clauses", PATH, PATH, typed)
                .ask(Part.typed("day", "date").must());
        Templates.KINDS.forEach(kind -> List.of("ar", "fr")
                .forEach(language -> form.ask(Part.typed(kind + "-" + language, "textarea")
                        .called(pages.say(
                                "spaces.lease.clause-in." + language, pages.say("spaces.lease.clause." + kind))))));
        return form;
    }

    private ModelAndView page(ActForm form) {
        return pages.page(
                form,
                false,
                new Crumb(pages.say("spaces.leases.title"), LeaseConfiguration.LIST),
                new Crumb(pages.say("spaces.lease.clauses.all"), PATH));
    }
}
