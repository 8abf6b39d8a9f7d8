package ma.qutb.shell.style;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows every shared part to those who make pages. */
@Controller
@PreAuthorize("hasAuthority('shell.see-style')")
class StyleController {

    @GetMapping("/app/style")
    ModelAndView show() {
        // A form that came back: the refused phone stands in its field with the reason beneath.
        var errors = new BeanPropertyBindingResult(new StyleForm("", "", ""), "form");
        errors.addError(new FieldError(
                "form",
                "phone",
                "06 12 34",
                false,
                new String[] {"shell.style.phone.short"},
                new Object[] {"06 00 00 00 00"},
                null));
        return new ModelAndView("shell/style").addObject("errors", errors);
    }

    /** The sample acts lead back here and change nothing. */
    @PostMapping("/app/style")
    String act(RedirectAttributes redirect) {
        ma.qutb.shell.Toast.ok(redirect, "shell.toast.saved");
        return "redirect:/app/style";
    }
}
