package ma.qutb.spaces.premises;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import ma.qutb.registry.form.ActForm;
import ma.qutb.registry.form.FormPages;
import ma.qutb.registry.form.Part;
import ma.qutb.shell.Choice;
import ma.qutb.shell.Crumb;
import ma.qutb.spaces.SpacesPermission.Code;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What answers count: since when, and changing it from a day on. */
@Controller
@RequestMapping(RuleController.PATH)
@PreAuthorize("hasAuthority('" + Code.SEE_PREMISES + "')")
class RuleController {

    static final String PATH = PremisesList.PATH + "/rule";

    private final AssessmentRule rule;
    private final FormPages pages;
    private final Clock clock;

    RuleController(AssessmentRule rule, FormPages pages, Clock clock) {
        this.rule = rule;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show() {
        return new ModelAndView("spaces/premises/rule")
                .addObject("all", rule.all())
                .addObject("today", LocalDate.now(clock));
    }

    @GetMapping("/change")
    @PreAuthorize("hasAuthority('" + Code.STEER_ROADMAP + "')")
    ModelAndView ask() {
        return page(form(Map.of("from", pages.today())));
    }

    @PostMapping("/change")
    @PreAuthorize("hasAuthority('" + Code.STEER_ROADMAP + "')")
    ModelAndView change(@RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        var form = form(typed);
        var answer = form.value("answer").split("-", 2);
        var question = Question.of(answer[0]);
        if (question.isEmpty() || answer.length < 2) {
            form.need("answer");
        }
        long points = form.neededQuantity("points", 0);
        var from = form.neededDay("from");
        return form.does(
                        Map.of(
                                "spaces.premises.refusal.points", "points",
                                "spaces.premises.refusal.rule-past", "from",
                                "spaces.premises.refusal.rule-known", "from"),
                        () -> rule.change(question.orElseThrow(), answer[1], (int) Math.min(points, 1000), from))
                ? FormPages.done(PATH, redirect)
                : page(form);
    }

    private ActForm form(Map<String, String> typed) {
        var answers = Arrays.stream(Question.values())
                .flatMap(question -> question.answers().stream()
                        .map(it -> new Choice(
                                question.code() + "-" + it,
                                pages.say("spaces.premises.phone.said." + question.code()) + " – "
                                        + pages.say("spaces.premises.answer." + question.code() + "." + it))))
                .toList();
        return ActForm.of("spaces.premises.rule.change", PATH + "/change", PATH, typed)
                .ask(Part.choice("answer", answers).must())
                .ask(Part.typed("points", "number").must())
                .ask(Part.typed("from", "date").must());
    }

    private ModelAndView page(ActForm form) {
        return pages.page(
                form,
                false,
                new Crumb(pages.say("spaces.premises.title"), PremisesList.PATH),
                new Crumb(pages.say("spaces.premises.rule.title"), PATH));
    }
}
