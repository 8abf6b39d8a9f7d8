package ma.qutb.shell.desk;

import java.util.List;
import java.util.Locale;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Language;
import ma.qutb.shell.DeskFigures;
import ma.qutb.shell.Landing;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Greets, offers the search box, shows the figures the modules offer, and the way to everything the user may open. */
@Controller
class DeskController {

    private static final int MOST_FIGURES = 6;

    private final List<DeskFigures> sources;
    private final List<Landing> landings;

    DeskController(List<DeskFigures> sources, List<Landing> landings) {
        this.sources = sources;
        this.landings = landings;
    }

    @GetMapping("/app")
    ModelAndView show(@AuthenticationPrincipal Actor actor, Locale locale) {
        var better = landings.stream().flatMap(it -> it.of(actor).stream()).findFirst();
        if (better.isPresent()) {
            return new ModelAndView("redirect:" + better.get());
        }
        var language = Language.of(locale.getLanguage()).orElse(Language.AR);
        var figures = sources.stream()
                .flatMap(it -> it.of(actor, language).stream())
                .limit(MOST_FIGURES)
                .toList();
        return new ModelAndView("shell/desk/desk").addObject("figures", figures);
    }
}
