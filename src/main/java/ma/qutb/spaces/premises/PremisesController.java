package ma.qutb.spaces.premises;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.registry.Territories;
import ma.qutb.shell.list.Lists;
import ma.qutb.shell.list.RecordList;
import ma.qutb.spaces.SpacesPermission.Code;
import org.springframework.beans.factory.annotation.Qualifier;
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

/** The inventory as a list and on a map, and the page of each premises. */
@Controller
@RequestMapping(PremisesList.PATH)
@PreAuthorize("hasAuthority('" + Code.SEE_PREMISES + "')")
class PremisesController {

    private final RecordList list;
    private final Lists lists;
    private final PremisesTable premises;
    private final AssessingPremises assessing;
    private final Territories territories;

    PremisesController(
            @Qualifier("listOfPremises") RecordList list,
            Lists lists,
            PremisesTable premises,
            AssessingPremises assessing,
            Territories territories) {
        this.list = list;
        this.lists = lists;
        this.premises = premises;
        this.assessing = assessing;
        this.territories = territories;
    }

    @GetMapping
    ModelAndView list(HttpServletRequest request, HttpServletResponse response) {
        return new ModelAndView("spaces/premises/list").addObject("list", lists.open(list, request, response));
    }

    @GetMapping("/map")
    ModelAndView map(@RequestParam(defaultValue = "") String which, @AuthenticationPrincipal Actor actor) {
        var real = premises.all(actor, Code.SEE_PREMISES, false);
        boolean demonstration = which.equals("demonstration") || which.isEmpty() && real.isEmpty();
        var shown = demonstration ? premises.all(actor, Code.SEE_PREMISES, true) : real;
        return new ModelAndView("spaces/premises/map")
                .addObject("all", shown)
                .addObject("territories", territories)
                .addObject("demonstration", demonstration && !shown.isEmpty());
    }

    @GetMapping("/{id:[0-9a-f-]{36}}")
    ModelAndView show(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var it = premises.find(new PremisesId(id), actor, Code.SEE_PREMISES)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new ModelAndView("spaces/premises/show")
                .addObject("it", new PremisesPage(it, premises.photos(it.id()), assessing.of(it.id())));
    }
}
