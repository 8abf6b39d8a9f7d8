package ma.qutb.spaces.figure;

import ma.qutb.kernel.Actor;
import ma.qutb.shell.MenuEntry;
import ma.qutb.spaces.Sites;
import ma.qutb.spaces.SpacesPermission.Code;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The figures of all sites one sees, or of one. */
@Controller
@PreAuthorize("hasAuthority('" + Code.SEE_LEASES + "')")
class UnitFiguresController {

    static final String PATH = "/app/spaces/figures";

    private final ReadingFigures reading;
    private final Sites sites;

    UnitFiguresController(ReadingFigures reading, Sites sites) {
        this.reading = reading;
        this.sites = sites;
    }

    @Configuration
    static class FigureEntries {

        @Bean
        MenuEntry spacesFiguresEntry() {
            return new MenuEntry("menu.spaces", 528, "menu.spaces-figures", "chart-bar", PATH, Code.SEE_LEASES);
        }
    }

    /** @param site only this one */
    @GetMapping(PATH)
    ModelAndView show(@RequestParam(defaultValue = "") String site, @AuthenticationPrincipal Actor actor) {
        var all = sites.all(actor, Code.SEE_LEASES);
        var one = all.stream().filter(it -> it.id().toString().equals(site)).findFirst();
        if (!site.isEmpty() && one.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return new ModelAndView("spaces/figure/show").addObject("it", reading.read(all, one));
    }
}
