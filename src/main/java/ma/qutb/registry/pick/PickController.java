package ma.qutb.registry.pick;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import ma.qutb.kernel.Actor;
import ma.qutb.registry.RegistryPermission.Code;
import ma.qutb.registry.search.SearchEntry.Kind;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Answers while somebody types in a field that asks for a person or an organisation. */
@Controller
class PickController {

    private final Picking picking;

    PickController(Picking picking) {
        this.picking = picking;
    }

    @GetMapping("/app/parties")
    @PreAuthorize("hasAuthority('" + Code.SEE_PEOPLE + "') or hasAuthority('" + Code.SEE_ORGANISATIONS + "')")
    ModelAndView find(
            @RequestParam String field,
            @RequestParam Set<Kind> of,
            @RequestParam Map<String, String> all,
            @AuthenticationPrincipal Actor actor) {
        var typed = all.getOrDefault(field + "Typed", "");
        var kinds = of.stream()
                .filter(it -> it == Kind.PERSON || it == Kind.ORGANISATION)
                .collect(Collectors.toUnmodifiableSet());
        return new ModelAndView("registry/pick/_found")
                .addObject("name", field)
                .addObject("typed", typed.strip())
                .addObject("found", picking.find(typed, kinds, actor));
    }
}
