package ma.qutb.registry.territory;

import java.util.Optional;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.RegistryPermission.Code;
import ma.qutb.registry.TerritoryCode;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The territories, then and today. */
@Controller
@RequestMapping("/app/territories")
@PreAuthorize("hasAuthority('" + Code.SEE_TERRITORIES + "')")
class TerritoryController {

    private final TerritoryBook book;

    TerritoryController(TerritoryBook book) {
        this.book = book;
    }

    @GetMapping
    ModelAndView tree(@RequestParam Optional<String> year, @AuthenticationPrincipal Actor actor) {
        int shown = book.year(year.flatMap(TerritoryController::number));
        return new ModelAndView("registry/territory/tree")
                .addObject("years", book.years(shown))
                .addObject("country", book.country(shown, actor))
                .addObject("elsewhere", book.elsewhere(shown, actor));
    }

    @GetMapping("/{code}")
    ModelAndView show(
            @PathVariable String code, @RequestParam Optional<String> year, @AuthenticationPrincipal Actor actor) {
        try {
            return book.open(new TerritoryCode(code), year.flatMap(TerritoryController::number), actor)
                    .map(it -> new ModelAndView("registry/territory/show")
                            .addObject("it", it)
                            .addObject("years", book.years(it.year())))
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        } catch (Refusal notACode) {
            // Without its cause, which would be answered as a refusal.
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private static Optional<Integer> number(String typed) {
        return typed.matches("[0-9]{4}") ? Optional.of(Integer.valueOf(typed)) : Optional.empty();
    }
}
