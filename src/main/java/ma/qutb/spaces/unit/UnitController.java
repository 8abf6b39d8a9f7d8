package ma.qutb.spaces.unit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import ma.qutb.kernel.Actor;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.Crafts;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.Organisations;
import ma.qutb.registry.People;
import ma.qutb.registry.PersonId;
import ma.qutb.shell.list.Lists;
import ma.qutb.shell.list.RecordList;
import ma.qutb.spaces.Sites;
import ma.qutb.spaces.SpacesPermission.Code;
import ma.qutb.spaces.Unit;
import ma.qutb.spaces.UnitId;
import ma.qutb.spaces.Units;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The list of units and the page of each. */
@Controller
@RequestMapping("/app/spaces/units")
@PreAuthorize("hasAuthority('" + Code.SEE + "')")
class UnitController {

    private final RecordList list;
    private final Lists lists;
    private final Units units;
    private final Sites sites;
    private final UnitHistory history;
    private final People people;
    private final Organisations organisations;
    private final Crafts crafts;
    private final Clock clock;

    UnitController(
            @Qualifier("listOfUnits") RecordList list,
            Lists lists,
            Units units,
            Sites sites,
            UnitHistory history,
            People people,
            Organisations organisations,
            Crafts crafts,
            Clock clock) {
        this.list = list;
        this.lists = lists;
        this.units = units;
        this.sites = sites;
        this.history = history;
        this.people = people;
        this.organisations = organisations;
        this.crafts = crafts;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(HttpServletRequest request, HttpServletResponse response) {
        return new ModelAndView("spaces/unit/list").addObject("list", lists.open(list, request, response));
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var unit = units.find(new UnitId(id), actor, Code.SEE)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new ModelAndView("spaces/unit/show").addObject("it", open(unit));
    }

    private UnitPage open(Unit unit) {
        var today = LocalDate.now(clock);
        var tenancies = history.tenancies(unit.id());
        var persons = people.find(tenancies.stream()
                .flatMap(it -> it.person().stream())
                .map(PersonId::new)
                .toList());
        var bodies = organisations.find(tenancies.stream()
                .flatMap(it -> it.organisation().stream())
                .map(OrganisationId::new)
                .toList());
        var byPerson = new HashMap<UUID, People.Summary>();
        persons.forEach((id, it) -> byPerson.put(id.value(), it));
        var byBody = new HashMap<UUID, Organisations.Summary>();
        bodies.forEach((id, it) -> byBody.put(id.value(), it));
        return new UnitPage(
                unit,
                sites.find(unit.site()).orElseThrow(),
                history.building(unit.building()),
                history.state(unit.id(), today),
                history.stages(unit.id()),
                tenancies,
                history.kin(unit.id()),
                byPerson,
                byBody,
                names(unit, tenancies),
                today);
    }

    private HashMap<String, LocalName> names(Unit unit, List<UnitHistory.Tenancy> tenancies) {
        var names = new HashMap<String, LocalName>();
        Stream.concat(
                        unit.crafts().stream(),
                        tenancies.stream().flatMap(it -> it.craft().stream()).map(CraftCode::new))
                .distinct()
                .forEach(it -> names.put(it.value(), crafts.nameOf(it)));
        return names;
    }
}
