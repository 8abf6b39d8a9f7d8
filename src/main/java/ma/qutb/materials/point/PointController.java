package ma.qutb.materials.point;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.ledger.Balances;
import ma.qutb.ledger.ChartRole;
import ma.qutb.ledger.Commodity;
import ma.qutb.materials.FundAccounts;
import ma.qutb.materials.Lots;
import ma.qutb.materials.Materials;
import ma.qutb.materials.MaterialsPermission.Code;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.SalePointId;
import ma.qutb.materials.SalePoints;
import ma.qutb.materials.reference.Principles;
import ma.qutb.registry.Organisations;
import ma.qutb.registry.People;
import ma.qutb.registry.Territories;
import ma.qutb.shell.list.Lists;
import ma.qutb.shell.list.RecordList;
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

/** The list of sale points and the page of each. */
@Controller
@RequestMapping("/app/materials/points")
@PreAuthorize("hasAuthority('" + Code.SEE + "')")
class PointController {

    private final RecordList list;
    private final Lists lists;
    private final SalePoints points;
    private final RunningPoints running;
    private final Conventions conventions;
    private final Equipment equipment;
    private final Principles principles;
    private final Lots lots;
    private final Materials materials;
    private final FundAccounts accounts;
    private final Balances balances;
    private final Organisations organisations;
    private final People people;
    private final Territories territories;
    private final Clock clock;

    PointController(
            @Qualifier("listOfPoints") RecordList list,
            Lists lists,
            SalePoints points,
            RunningPoints running,
            Conventions conventions,
            Equipment equipment,
            Principles principles,
            Lots lots,
            Materials materials,
            FundAccounts accounts,
            Balances balances,
            Organisations organisations,
            People people,
            Territories territories,
            Clock clock) {
        this.list = list;
        this.lists = lists;
        this.points = points;
        this.running = running;
        this.conventions = conventions;
        this.equipment = equipment;
        this.principles = principles;
        this.lots = lots;
        this.materials = materials;
        this.accounts = accounts;
        this.balances = balances;
        this.organisations = organisations;
        this.people = people;
        this.territories = territories;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(HttpServletRequest request, HttpServletResponse response) {
        return new ModelAndView("materials/point/list").addObject("list", lists.open(list, request, response));
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var point = points.find(new SalePointId(id), actor, Code.SEE)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new ModelAndView("materials/point/show").addObject("it", open(point));
    }

    private PointPage open(SalePoint point) {
        var details = running.details(point.id());
        var clerks = running.clerks(point.id());
        var agreed = conventions.of(point.id());
        var known = agreed.stream()
                .flatMap(it -> it.parties().stream())
                .flatMap(it -> it.organisation().stream())
                .toList();
        var stock = new LinkedHashMap<ma.qutb.materials.Material, PointPage.Stock>();
        var here = lots.of(point.fund().id()).stream()
                .filter(it -> it.point().equals(point.id()))
                .toList();
        for (var material : materials.all()) {
            var of = here.stream()
                    .filter(it -> it.lot().material().equals(material.code()))
                    .toList();
            if (!of.isEmpty()) {
                stock.put(material, PointPage.Stock.of(of));
            }
        }
        var tills = points.tills(point.id()).stream()
                .map(it -> new PointPage.Money(
                        it.name(), accounts.till(point, it).value(), balances.of(accounts.till(point, it))))
                .toList();
        var bank = accounts.of(point, ChartRole.BANK, Commodity.MAD);
        return new PointPage(
                point,
                details,
                territories.nameOf(point.territory()),
                details.managedBy().flatMap(organisations::find),
                agreed,
                organisations.find(known),
                equipment.scales(point.id()),
                running.hours(point.id()),
                clerks,
                people.find(clerks.stream().map(RunningPoints.Clerk::person).toList()),
                new PointPage.Money(details.bank(), bank.value(), balances.of(bank)),
                tills,
                stock,
                principles.all(),
                principles.of(point.id()),
                LocalDate.now(clock));
    }

    /** What is still to be done before it opens. */
    static List<String> missing(PointPage it) {
        var missing = new java.util.ArrayList<String>();
        Map<String, Boolean> done = new LinkedHashMap<>();
        done.put("manager", it.manager().isPresent());
        done.put("convention", !it.conventions().isEmpty());
        done.put("bank", it.details().rib() != null);
        done.put("safe", !it.details().safe().isEmpty());
        done.put("scale", it.scales().stream().anyMatch(scale -> !scale.expired(it.today())));
        done.put("hours", !it.hours().isEmpty());
        done.put("clerk", !it.clerks().isEmpty());
        done.forEach((step, there) -> {
            if (!there) {
                missing.add(step);
            }
        });
        return missing;
    }
}
