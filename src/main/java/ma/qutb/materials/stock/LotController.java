package ma.qutb.materials.stock;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.ledger.AccountId;
import ma.qutb.ledger.Movements;
import ma.qutb.ledger.Movements.Movement;
import ma.qutb.ledger.SourceKind;
import ma.qutb.materials.Lot;
import ma.qutb.materials.LotAtPoint;
import ma.qutb.materials.LotId;
import ma.qutb.materials.Lots;
import ma.qutb.materials.Materials;
import ma.qutb.materials.MaterialsPermission.Code;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.SalePointId;
import ma.qutb.materials.SalePoints;
import ma.qutb.registry.form.FormPages;
import ma.qutb.shell.list.Lists;
import ma.qutb.shell.list.RecordList;
import org.springframework.beans.factory.ObjectProvider;
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

/** Lots and what was done to them. */
@Controller
@RequestMapping("/app/materials")
@PreAuthorize("hasAuthority('" + Code.SEE + "')")
class LotController {

    private static final int MOST = 200;

    private final RecordList lotList;
    private final RecordList movementList;
    private final Lists lists;
    private final Lots lots;
    private final LotFile file;
    private final Materials materials;
    private final SalePoints points;
    private final Movements movements;
    private final List<SourceKind> sources;

    LotController(
            @Qualifier("lotList") RecordList lotList,
            @Qualifier("movementList") RecordList movementList,
            Lists lists,
            Lots lots,
            LotFile file,
            Materials materials,
            SalePoints points,
            Movements movements,
            ObjectProvider<SourceKind> sources) {
        this.lotList = lotList;
        this.movementList = movementList;
        this.lists = lists;
        this.lots = lots;
        this.file = file;
        this.materials = materials;
        this.points = points;
        this.movements = movements;
        this.sources = sources.stream().toList();
    }

    @GetMapping("/lots")
    ModelAndView list(HttpServletRequest request, HttpServletResponse response) {
        return new ModelAndView("shell/list/page").addObject("list", lists.open(lotList, request, response));
    }

    @GetMapping("/movements")
    ModelAndView movements(HttpServletRequest request, HttpServletResponse response) {
        return new ModelAndView("shell/list/page").addObject("list", lists.open(movementList, request, response));
    }

    @GetMapping("/lots/{id}")
    ModelAndView lot(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var lot = lots.find(new LotId(id)).orElseThrow(LotController::notFound);
        var here = file.points(lot.id()).stream()
                .filter(it -> points.find(it, actor, Code.SEE).isPresent())
                .flatMap(it -> lots.at(it, lot.id()).stream())
                .toList();
        if (here.isEmpty()) {
            throw notFound();
        }
        return new ModelAndView("materials/stock/lot").addObject("it", open(lot, here));
    }

    private LotPage open(Lot lot, List<LotAtPoint> here) {
        var where = new HashMap<SalePointId, SalePoint>();
        var names = new HashMap<AccountId, String>();
        var language = FormPages.language();
        for (var at : here) {
            var point = points.find(at.point()).orElseThrow();
            where.put(at.point(), point);
            names.put(at.weightAccount(), point.name().in(language));
        }
        var weights = here.stream().map(LotAtPoint::weightAccount).toList();
        var steps = movements.of(weights, MOST).stream()
                .map(it -> new LotPage.Step(
                        it,
                        names.getOrDefault(it.account(), ""),
                        source(it, lot).orElse(null)))
                .toList();
        return new LotPage(
                lot, materials.find(lot.material()).orElseThrow(), file.origin(lot.id()), here, where, steps);
    }

    private Optional<String> source(Movement movement, Lot lot) {
        var source = movement.source();
        return source == null || source.id().equals(lot.id().value())
                ? Optional.empty()
                : sources.stream()
                        .filter(it -> it.kind().equals(source.kind()))
                        .findFirst()
                        .map(it -> it.pathOf(source.id()));
    }

    @GetMapping("/transfers/{id}")
    ModelAndView transfer(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var it = file.transfer(id).orElseThrow(LotController::notFound);
        var seen = points.find(it.from(), actor, Code.SEE).or(() -> points.find(it.to(), actor, Code.SEE));
        if (seen.isEmpty()) {
            throw notFound();
        }
        return of(it.lot(), "materials/stock/transfer")
                .addObject("it", it)
                .addObject("from", points.find(it.from()).orElseThrow())
                .addObject("to", points.find(it.to()).orElseThrow());
    }

    @GetMapping("/transforms/{id}")
    ModelAndView transform(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var it = file.transform(id).orElseThrow(LotController::notFound);
        var point = points.find(it.point(), actor, Code.SEE).orElseThrow(LotController::notFound);
        return of(it.inputs().getFirst().lot(), "materials/stock/transform")
                .addObject("it", it)
                .addObject("point", point);
    }

    @GetMapping("/write-offs/{id}")
    ModelAndView writeOff(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var it = file.writeOff(id).orElseThrow(LotController::notFound);
        var point = points.find(it.point(), actor, Code.SEE).orElseThrow(LotController::notFound);
        return of(it.lot(), "materials/stock/write_off").addObject("it", it).addObject("point", point);
    }

    private ModelAndView of(LotId id, String template) {
        var lot = lots.find(id).orElseThrow();
        return new ModelAndView(
                template,
                Map.of("lot", lot, "material", materials.find(lot.material()).orElseThrow()));
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
