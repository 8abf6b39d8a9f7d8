package ma.qutb.registry.craft;

import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.RegistryPermission.Code;
import ma.qutb.registry.writing.Typed;
import ma.qutb.registry.writing.Writing;
import ma.qutb.shell.Toast;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.DirectFieldBindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What can be said of a craft: that it is endangered or is not, and by which words people call it. */
@Controller
@RequestMapping("/app/crafts/{code}")
@PreAuthorize("hasAuthority('" + Code.EDIT_CRAFTS + "')")
class CraftActsController {

    private final CraftPages pages;
    private final DescribingCrafts describing;

    CraftActsController(CraftPages pages, DescribingCrafts describing) {
        this.pages = pages;
        this.describing = describing;
    }

    @PostMapping("/standings")
    ModelAndView declare(
            @PathVariable String code,
            @ModelAttribute StandingForm form,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var craft = pages.open(code, actor);
        var errors = new DirectFieldBindingResult(form, "standing");
        var typed = new Typed(errors);
        var day = typed.day("saidOn", form.saidOn());
        var source = typed.read("source", () -> Writing.line(form.source(), 400), "");
        if (!form.endangered().matches("true|false")) {
            typed.refuse("endangered", "registry.craft.refusal.no-standing");
        }
        if (day == null && !errors.hasFieldErrors("saidOn")) {
            typed.refuse("saidOn", "registry.craft.refusal.no-day");
        }
        if (!typed.refused() && day != null) {
            try {
                describing.declare(
                        new CraftCode(craft.code()), form.endangered().equals("true"), day, source);
                Toast.ok(redirect, "shell.toast.saved");
                return new ModelAndView("redirect:" + craft.path());
            } catch (Refusal refusal) {
                boolean ahead = refusal.code().equals("registry.craft.refusal.said-ahead");
                typed.refuse(ahead ? "saidOn" : "source", refusal.code(), refusal.getArguments());
            }
        }
        var none = WordForm.empty();
        return pages.show(craft, form, errors, none, new DirectFieldBindingResult(none, "word"));
    }

    @PostMapping("/words")
    ModelAndView add(
            @PathVariable String code,
            @ModelAttribute WordForm form,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var craft = pages.open(code, actor);
        var errors = new DirectFieldBindingResult(form, "word");
        var typed = new Typed(errors);
        var word = typed.read("word", () -> Writing.title(form.word(), 60), "");
        if (!typed.refused()) {
            try {
                describing.add(new CraftCode(craft.code()), form.language(), word);
                Toast.ok(redirect, "shell.toast.saved");
                return new ModelAndView("redirect:" + craft.path());
            } catch (Refusal refusal) {
                typed.refuse("word", refusal.code(), refusal.getArguments());
            }
        }
        var none = StandingForm.empty();
        return pages.show(craft, none, new DirectFieldBindingResult(none, "standing"), form, errors);
    }

    @PostMapping("/words/removal")
    ModelAndView takeBack(
            @PathVariable String code,
            @ModelAttribute WordForm form,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var craft = pages.open(code, actor);
        describing.takeBack(new CraftCode(craft.code()), form.language(), form.word());
        Toast.ok(redirect, "shell.toast.saved");
        return new ModelAndView("redirect:" + craft.path());
    }
}
