package ma.qutb.materials.offline;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Conflict;
import ma.qutb.ledger.Poster;
import ma.qutb.materials.Fineness;
import ma.qutb.materials.MaterialsPermission.Code;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.TillId;
import ma.qutb.materials.Typed;
import ma.qutb.materials.point.PointDoor;
import ma.qutb.registry.PersonId;
import ma.qutb.shell.offline.OfflineAnswers;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** What a device and the server say to each other about selling without network. */
@Controller
@RequestMapping("/app/counter")
@PreAuthorize("hasAuthority('" + Code.SELL + "')")
class AllotmentController {

    private static final String POINT = "/{point:[0-9a-f-]{36}}";

    private final PointDoor door;
    private final AllotmentTable allotments;
    private final AllottingStock allotting;
    private final SellingAllotted selling;
    private final OfflineBuyers buyers;
    private final OfflineAnswers answers;

    AllotmentController(
            PointDoor door,
            AllotmentTable allotments,
            AllottingStock allotting,
            SellingAllotted selling,
            OfflineBuyers buyers,
            OfflineAnswers answers) {
        this.door = door;
        this.allotments = allotments;
        this.allotting = allotting;
        this.selling = selling;
        this.buyers = buyers;
        this.answers = answers;
    }

    /** What a device keeps. */
    record Kept(
            @Nullable UUID allotment,
            UUID point,
            String pointName,
            List<Lot> lots,
            List<OfflineBuyers.OfflineBuyer> buyers,
            String csrfHeader,
            String csrf) {}

    /** @param tenths of a thousandth */
    record Lot(String number, int tenths, long unitPrice, long weight) {}

    record Sent(UUID key, UUID buyer, int tenths, long weight, long price, Instant soldAt) {}

    record Taken(UUID sale, String path) {}

    /** The page that works without network; it names nobody, so that it can be kept. */
    @GetMapping("/offline")
    ModelAndView page() {
        return new ModelAndView("materials/offline/offline");
    }

    @GetMapping(POINT + "/devices/{device}")
    ResponseEntity<?> kept(
            @PathVariable UUID point, @PathVariable UUID device, CsrfToken csrf, @AuthenticationPrincipal Actor actor) {
        var at = door.open(point, actor, Code.SELL);
        var allotment = allotments.openOf(device).filter(it -> it.point().equals(at.id()));
        return ResponseEntity.ok(new Kept(
                allotment.map(Allotment::id).orElse(null),
                point,
                at.name().arabic(),
                allotment.stream()
                        .flatMap(it -> it.lines().stream())
                        .map(it -> new Lot(
                                it.lot().toString(),
                                it.fineness().map(Fineness::tenths).orElse(0),
                                it.unitPrice().perMillion(),
                                it.held().weight()))
                        .toList(),
                allotment.isPresent() ? buyers.of(at) : List.of(),
                csrf.getHeaderName(),
                csrf.getToken()));
    }

    @PostMapping(POINT + "/devices/{device}/allotment")
    ResponseEntity<?> allot(
            @PathVariable UUID point,
            @PathVariable UUID device,
            @RequestParam Map<String, String> form,
            @AuthenticationPrincipal Actor actor) {
        var at = door.open(point, actor, Code.SELL);
        var weights = new TreeMap<Fineness, Long>();
        form.forEach((name, typed) -> {
            if (name.matches("w[0-9]{1,5}")) {
                Typed.parts(typed, 3)
                        .ifPresent(it -> weights.put(new Fineness(Integer.parseInt(name.substring(1))), it));
            }
        });
        return answer(() -> {
            var till = new TillId(UUID.fromString(form.getOrDefault("till", "")));
            var name = form.getOrDefault("name", "").strip();
            return new Taken(
                    allotting.allot(device, name.isEmpty() ? "—" : name, at, till, weights, Poster.of(actor)), "");
        });
    }

    @PostMapping(POINT + "/allotments/{allotment}/sales")
    ResponseEntity<?> deliver(
            @PathVariable UUID point,
            @PathVariable UUID allotment,
            @RequestBody Sent sent,
            @AuthenticationPrincipal Actor actor) {
        own(door.open(point, actor, Code.SELL), allotment);
        return answer(() -> {
            var sale = selling.deliver(
                    allotment,
                    new SellingAllotted.Delivery(
                            sent.key(),
                            new PersonId(sent.buyer()),
                            new Fineness(sent.tenths()),
                            sent.weight(),
                            sent.price(),
                            sent.soldAt()),
                    Poster.of(actor));
            return new Taken(sale.value(), "/app/counter/sales/" + sale);
        });
    }

    @PostMapping(POINT + "/allotments/{allotment}/return")
    ResponseEntity<?> giveBack(
            @PathVariable UUID point, @PathVariable UUID allotment, @AuthenticationPrincipal Actor actor) {
        own(door.open(point, actor, Code.SELL), allotment);
        return answer(() -> {
            allotting.giveBack(allotment, Poster.of(actor));
            return new Taken(allotment, "");
        });
    }

    private ResponseEntity<?> answer(Supplier<Taken> act) {
        return answers.of(() -> {
            try {
                return act.get();
            } catch (Conflict conflict) {
                throw new Refusal("materials.counter.refusal.other-sale");
            }
        });
    }

    private void own(SalePoint at, UUID allotment) {
        if (allotments.find(allotment).filter(it -> it.point().equals(at.id())).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
