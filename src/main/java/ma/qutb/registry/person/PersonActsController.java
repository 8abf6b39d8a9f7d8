package ma.qutb.registry.person;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.RegistryPermission.Code;
import ma.qutb.shell.Toast;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What else can be done with somebody's record: showing the identity number, issuing the card. */
@Controller
@RequestMapping("/app/people/{id}")
class PersonActsController {

    private final PersonFile file;
    private final ShowingIdentity showing;
    private final IssuingCards issuing;

    PersonActsController(PersonFile file, ShowingIdentity showing, IssuingCards issuing) {
        this.file = file;
        this.showing = showing;
        this.issuing = issuing;
    }

    @PostMapping("/identity")
    @PreAuthorize("hasAuthority('" + Code.SEE_CIN + "')")
    ModelAndView show(
            @PathVariable UUID id,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
            @AuthenticationPrincipal Actor actor,
            HttpServletResponse response) {
        var person = file.open(id, actor, Code.SEE_CIN)
                .filter(it -> it.details().identity() != null)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return new ModelAndView(part ? "registry/person/_identity" : "registry/person/identity")
                .addObject("person", person)
                .addObject("full", showing.show(person).value());
    }

    @PostMapping("/card")
    @PreAuthorize("hasAuthority('" + Code.ISSUE_CARD + "')")
    String issueCard(@PathVariable UUID id, @AuthenticationPrincipal Actor actor, RedirectAttributes redirect) {
        var person = file.open(id, actor, Code.ISSUE_CARD)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        try {
            var card = issuing.issue(person, actor);
            Toast.ok(redirect, "registry.person.toast.card", card.number());
        } catch (Refusal refusal) {
            Toast.warn(redirect, refusal.code(), refusal.getArguments());
        }
        return "redirect:/app/people/" + id + "/documents";
    }
}
