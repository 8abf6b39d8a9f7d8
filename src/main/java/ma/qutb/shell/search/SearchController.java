package ma.qutb.shell.search;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Language;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Asks every source the modules offer: a few hits while one types, more on a page of their own. */
@Controller
class SearchController {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 100;
    private static final int WHILE_TYPING = 4;
    private static final int ON_A_PAGE = 25;

    private final List<SearchSource> sources;

    SearchController(List<SearchSource> sources) {
        this.sources = sources.stream()
                .sorted(Comparator.comparingInt(SearchSource::order))
                .toList();
    }

    @GetMapping("/app/search/suggestions")
    ModelAndView suggest(
            @RequestParam(name = "q", defaultValue = "") String typed,
            @AuthenticationPrincipal Actor actor,
            Locale locale) {
        return new ModelAndView("shell/search/suggestions")
                .addObject("typed", trimmed(typed))
                .addObject("answers", ask(trimmed(typed), actor, locale, WHILE_TYPING));
    }

    @GetMapping("/app/search")
    ModelAndView search(
            @RequestParam(name = "q", defaultValue = "") String typed,
            @AuthenticationPrincipal Actor actor,
            Locale locale) {
        return new ModelAndView("shell/search/page")
                .addObject("typed", trimmed(typed))
                .addObject("answers", ask(trimmed(typed), actor, locale, ON_A_PAGE));
    }

    private List<Answers> ask(String typed, Actor actor, Locale locale, int limit) {
        if (typed.codePointCount(0, typed.length()) < SHORTEST) {
            return List.of();
        }
        var language = Language.of(locale.getLanguage()).orElse(Language.AR);
        return sources.stream()
                .map(it -> new Answers(it.heading(), it.find(typed, actor, language, limit)))
                .filter(it -> !it.hits().isEmpty())
                .toList();
    }

    private static String trimmed(String typed) {
        var text = typed.strip();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
