package ma.qutb.registry.craft;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import ma.qutb.identity.AuditTrail;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.CraftCode;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.validation.DirectFieldBindingResult;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Draws the page of a craft: as it is, or with what was refused still in its form. */
@Component
class CraftPages {

    private final CraftBook book;

    CraftPages(CraftBook book) {
        this.book = book;
    }

    CraftPage open(String code, Actor actor) {
        try {
            return book.open(new CraftCode(code), actor)
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        } catch (Refusal notACode) {
            // Without its cause, which would be answered as a refusal.
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    ModelAndView show(CraftPage craft, StandingForm standing, WordForm word) {
        return show(
                craft,
                standing,
                new DirectFieldBindingResult(standing, "standing"),
                word,
                new DirectFieldBindingResult(word, "word"));
    }

    ModelAndView show(
            CraftPage craft,
            StandingForm standing,
            BindingResult standingErrors,
            WordForm word,
            BindingResult wordErrors) {
        boolean refused = standingErrors.hasErrors() || wordErrors.hasErrors();
        return new ModelAndView("registry/craft/show", refused ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK)
                .addObject("craft", craft)
                .addObject("standing", standing)
                .addObject("standingErrors", standingErrors)
                .addObject("word", word)
                .addObject("wordErrors", wordErrors);
    }

    /** What was said of the craft and its words, latest first. */
    static List<AuditTrail.Entry> changes(AuditTrail trail, String code) {
        return Stream.of("registry.craft_standing", "registry.craft_word")
                .flatMap(it -> trail.of(it, code).stream())
                .sorted(Comparator.comparingLong(AuditTrail.Entry::id).reversed())
                .toList();
    }
}
