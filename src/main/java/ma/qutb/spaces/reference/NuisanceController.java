package ma.qutb.spaces.reference;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ma.qutb.kernel.Actor;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.Crafts;
import ma.qutb.registry.form.ActForm;
import ma.qutb.registry.form.FormPages;
import ma.qutb.registry.form.Part;
import ma.qutb.shell.Choice;
import ma.qutb.shell.Crumb;
import ma.qutb.spaces.Nuisance;
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

/** What crafts bring with them: since when, who decided it, and changing it from a day on. */
@Controller
@RequestMapping(NuisanceController.PATH)
@PreAuthorize("hasAuthority('" + Code.SEE + "')")
class NuisanceController {

    static final String PATH = "/app/spaces/nuisance";

    private static final List<String> KINDS = List.of("noise", "dust", "fire", "smell");

    private final ChangingNuisance changing;
    private final Crafts crafts;
    private final FormPages pages;
    private final Clock clock;

    NuisanceController(ChangingNuisance changing, Crafts crafts, FormPages pages, Clock clock) {
        this.changing = changing;
        this.crafts = crafts;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show() {
        return new ModelAndView("spaces/reference/nuisance")
                .addObject("all", changing.all())
                .addObject(
                        "names",
                        crafts.all().stream()
                                .collect(Collectors.toMap(
                                        it -> it.code().value(), it -> it.name().in(FormPages.language()))))
                .addObject("today", LocalDate.now(clock));
    }

    @GetMapping("/change")
    @PreAuthorize("hasAuthority('" + Code.MANAGE_SITES + "')")
    ModelAndView ask() {
        return page(form(Map.of("from", pages.today())));
    }

    @PostMapping("/change")
    @PreAuthorize("hasAuthority('" + Code.MANAGE_SITES + "')")
    ModelAndView change(
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var form = form(typed);
        if (form.value("craft").isEmpty()) {
            form.need("craft");
        }
        KINDS.stream().filter(it -> !form.value(it).matches("[0-3]")).forEach(form::need);
        var from = form.neededDay("from");
        return form.does(
                        Map.of(
                                "spaces.nuisance.refusal.craft", "craft",
                                "spaces.nuisance.refusal.past", "from",
                                "spaces.nuisance.refusal.known", "from"),
                        () -> changing.change(
                                new CraftCode(form.value("craft")),
                                new Nuisance(grade(form, 0), grade(form, 1), grade(form, 2), grade(form, 3)),
                                from,
                                actor.displayName()))
                ? FormPages.done(PATH, redirect)
                : page(form);
    }

    private static int grade(ActForm form, int kind) {
        return Integer.parseInt(form.value(KINDS.get(kind)));
    }

    private ActForm form(Map<String, String> typed) {
        var form = ActForm.of("spaces.nuisance.change", PATH + "/change", PATH, typed)
                .ask(Part.choice(
                                "craft",
                                crafts.all().stream()
                                        .map(it -> new Choice(
                                                it.code().value(), it.name().in(FormPages.language())))
                                        .toList())
                        .must());
        for (var kind : KINDS) {
            form.ask(Part.choice(
                            kind,
                            IntStream.rangeClosed(0, Nuisance.MOST)
                                    .mapToObj(
                                            it -> new Choice(String.valueOf(it), pages.say("spaces.unit.grade." + it)))
                                    .toList())
                    .called(pages.say("spaces.unit.bears." + kind))
                    .must());
        }
        return form.ask(Part.typed("from", "date").must());
    }

    private ModelAndView page(ActForm form) {
        return pages.page(form, false, new Crumb(pages.say("spaces.nuisance.title"), PATH));
    }
}
