package ma.qutb.spaces.award;

import java.time.Clock;
import java.util.List;
import ma.qutb.kernel.Actor;
import ma.qutb.shell.MenuEntry;
import ma.qutb.spaces.Sites;
import ma.qutb.spaces.SpacesPermission.Code;
import ma.qutb.spaces.call.Call;
import ma.qutb.spaces.call.Calls;
import ma.qutb.spaces.scoring.Scores;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The calls that are closed, and how far each is on the way to its tenants. */
@Configuration
class AwardsController {

    static final String PATH = "/app/spaces/awards";

    @Bean
    MenuEntry awardsEntry() {
        return new MenuEntry("menu.spaces", 554, "menu.awards", "gavel", PATH, Code.SEE_AWARDS);
    }

    /** Shows them. */
    @Controller
    @PreAuthorize("hasAuthority('" + Code.SEE_AWARDS + "')")
    static class Pages {

        private final Calls calls;
        private final Sites sites;
        private final Scores scores;
        private final AwardTable awards;
        private final Clock clock;

        Pages(Calls calls, Sites sites, Scores scores, AwardTable awards, Clock clock) {
            this.calls = calls;
            this.sites = sites;
            this.scores = scores;
            this.awards = awards;
            this.clock = clock;
        }

        @GetMapping(PATH)
        ModelAndView all(@AuthenticationPrincipal Actor actor) {
            var language = ma.qutb.registry.form.FormPages.language();
            List<AwardLine> lines = calls.published().stream()
                    .filter(it -> it.state(clock.instant()) == Call.State.CLOSED
                            || it.state(clock.instant()) == Call.State.SETTLED)
                    .flatMap(it -> sites.find(it.site(), actor, Code.SEE_AWARDS).stream()
                            .map(site -> new AwardLine(it, site.name().in(language), state(it))))
                    .toList();
            return new ModelAndView("spaces/award/list").addObject("lines", lines);
        }

        private String state(Call call) {
            if (call.settledAt().isPresent()) {
                return "settled";
            }
            if (awards.published(call.id()).isPresent()) {
                return "published";
            }
            return !scores.frozen(call.id())
                    ? "scoring"
                    : awards.latestDraw(call.id())
                            .map(it -> it.drawn().isPresent() ? "drawn" : "promised")
                            .orElse("scored");
        }
    }
}
