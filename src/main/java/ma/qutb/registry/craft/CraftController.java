package ma.qutb.registry.craft;

import ma.qutb.identity.AuditTrail;
import ma.qutb.kernel.Actor;
import ma.qutb.registry.RegistryPermission.Code;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The families of crafts and the page of each craft. */
@Controller
@RequestMapping("/app/crafts")
@PreAuthorize("hasAuthority('" + Code.SEE_CRAFTS + "')")
class CraftController {

    private final CraftBook book;
    private final CraftPages pages;
    private final AuditTrail trail;

    CraftController(CraftBook book, CraftPages pages, AuditTrail trail) {
        this.book = book;
        this.pages = pages;
        this.trail = trail;
    }

    @GetMapping
    ModelAndView families(@AuthenticationPrincipal Actor actor) {
        return new ModelAndView("registry/craft/families").addObject("families", book.families(actor));
    }

    @GetMapping("/{code}")
    ModelAndView show(@PathVariable String code, @AuthenticationPrincipal Actor actor) {
        return pages.show(pages.open(code, actor), StandingForm.empty(), WordForm.empty());
    }

    @GetMapping("/{code}/changes")
    @PreAuthorize("hasAuthority('" + Code.SEE_CRAFTS + "') and hasAuthority('" + Code.SEE_CHANGES + "')")
    ModelAndView changes(@PathVariable String code, @AuthenticationPrincipal Actor actor) {
        var craft = pages.open(code, actor);
        return new ModelAndView("registry/craft/changes")
                .addObject("craft", craft)
                .addObject("changes", CraftPages.changes(trail, craft.code()));
    }
}
