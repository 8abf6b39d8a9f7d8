package ma.qutb.market.till;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.ledger.Poster;
import ma.qutb.market.MarketPermission.Code;
import ma.qutb.registry.form.FormPages;
import ma.qutb.shell.offline.Allotted;
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

/** What a device of the hall and the server say to each other about selling without network. */
@Controller
@RequestMapping("/app/till")
@PreAuthorize("hasAuthority('" + Code.USE_TILL + "')")
class HallDeviceController {

    private static final String TILL = "/{till:[0-9a-f-]{36}}";

    private final HallTills tills;
    private final PieceAllotments allotments;
    private final AllottingPieces allotting;
    private final SellingAllottedPieces selling;
    private final OfflineAnswers answers;

    HallDeviceController(
            HallTills tills,
            PieceAllotments allotments,
            AllottingPieces allotting,
            SellingAllottedPieces selling,
            OfflineAnswers answers) {
        this.tills = tills;
        this.allotments = allotments;
        this.allotting = allotting;
        this.selling = selling;
        this.answers = answers;
    }

    /** What a device keeps; the point is its till. */
    record Kept(
            @Nullable UUID allotment,
            UUID point,
            String pointName,
            List<Piece> pieces,
            String csrfHeader,
            String csrf) {}

    /**
     * A piece on the device.
     *
     * @param code the short one of its tag
     * @param asset picture of the program, or none
     */
    record Piece(
            String serial,
            String code,
            String title,
            long price,
            @Nullable String asset) {}

    record Sent(UUID key, List<String> serials, long price, long given, Instant soldAt) {}

    record Taken(UUID id, String path) {}

    /** The page that works without network; it names nobody, so that it can be kept. */
    @GetMapping("/offline")
    ModelAndView page() {
        return new ModelAndView("market/till/offline");
    }

    @GetMapping(TILL + "/devices/{device}")
    ResponseEntity<?> kept(
            @PathVariable UUID till, @PathVariable UUID device, CsrfToken csrf, @AuthenticationPrincipal Actor actor) {
        var at = tills.open(till, actor, Code.USE_TILL);
        var allotment =
                allotments.devices().openOf(device).filter(it -> it.till().equals(till));
        var language = FormPages.language();
        return ResponseEntity.ok(new Kept(
                allotment.map(Allotted::id).orElse(null),
                till,
                at.placeName().in(language),
                allotment.stream()
                        .flatMap(it -> allotments.left(it.id()).stream())
                        .map(it -> new Piece(
                                it.serial(),
                                it.code(),
                                it.title().in(language),
                                it.parts().price(),
                                it.asset()))
                        .toList(),
                csrf.getHeaderName(),
                csrf.getToken()));
    }

    @PostMapping(TILL + "/devices/{device}/allotment")
    ResponseEntity<?> allot(
            @PathVariable UUID till,
            @PathVariable UUID device,
            @RequestParam UUID cart,
            @RequestParam(defaultValue = "") String name,
            @AuthenticationPrincipal Actor actor) {
        var at = tills.open(till, actor, Code.USE_TILL);
        return answers.of(() -> new Taken(
                allotting.allot(device, name.isBlank() ? "—" : name.strip(), at, cart, Poster.of(actor)), ""));
    }

    @PostMapping(TILL + "/allotments/{allotment}/sales")
    ResponseEntity<?> deliver(
            @PathVariable UUID till,
            @PathVariable UUID allotment,
            @RequestBody Sent it,
            @AuthenticationPrincipal Actor actor) {
        own(tills.open(till, actor, Code.USE_TILL), allotment);
        return answers.of(() -> {
            var sale = selling.deliver(
                    allotment,
                    new SellingAllottedPieces.Delivery(
                            it.key(), it.serials(), it.price(), it.given(), it.soldAt(), FormPages.language()),
                    Poster.of(actor));
            return new Taken(sale, "/app/till/sales/" + sale);
        });
    }

    @PostMapping(TILL + "/allotments/{allotment}/return")
    ResponseEntity<?> giveBack(
            @PathVariable UUID till, @PathVariable UUID allotment, @AuthenticationPrincipal Actor actor) {
        own(tills.open(till, actor, Code.USE_TILL), allotment);
        return answers.of(() -> {
            allotting.giveBack(allotment, Poster.of(actor));
            return new Taken(allotment, "");
        });
    }

    private void own(HallTill till, UUID allotment) {
        if (allotments
                .devices()
                .find(allotment)
                .filter(it -> it.till().equals(till.id()))
                .isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
