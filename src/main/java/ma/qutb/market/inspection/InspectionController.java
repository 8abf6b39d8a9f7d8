package ma.qutb.market.inspection;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Poster;
import ma.qutb.market.MarketPermission.Code;
import ma.qutb.market.Piece;
import ma.qutb.market.PieceId;
import ma.qutb.market.stock.KeepingPieces;
import ma.qutb.market.stock.PiecePlaces;
import ma.qutb.shell.Toast;
import ma.qutb.shell.list.Lists;
import ma.qutb.shell.list.RecordList;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The quality gate: received, inspected, on sale, or given back with a reason; and where pieces lie. */
@Controller
class InspectionController {

    private final HallReading hall;
    private final KeepingPieces keeping;
    private final PiecePlaces places;
    private final PieceRecord record;
    private final Lists lists;
    private final RecordList list;

    InspectionController(
            HallReading hall,
            KeepingPieces keeping,
            PiecePlaces places,
            PieceRecord record,
            Lists lists,
            @Qualifier("pieceRecordList") RecordList list) {
        this.hall = hall;
        this.keeping = keeping;
        this.places = places;
        this.record = record;
        this.lists = lists;
        this.list = list;
    }

    @GetMapping("/app/pieces")
    @PreAuthorize("hasAuthority('" + Code.SEE + "')")
    ModelAndView list(HttpServletRequest request, HttpServletResponse response) {
        return new ModelAndView("market/inspection/pieces")
                .addObject("list", lists.open(list, request, response))
                .addObject("labels", hall.anyToLabel())
                .addObject("query", request.getQueryString() == null ? "" : "?" + request.getQueryString());
    }

    @GetMapping("/app/pieces/{id}")
    @PreAuthorize("hasAuthority('" + Code.SEE + "')")
    ModelAndView show(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        return record.page(hall.piece(id, actor, Code.SEE), null);
    }

    /** What waits: for its maker to bring it, for somebody to look at it, for a place on the shelf. */
    @GetMapping("/app/inspection")
    @PreAuthorize("hasAuthority('" + Code.INSPECT + "')")
    ModelAndView gate(@AuthenticationPrincipal Actor actor) {
        return new ModelAndView("market/inspection/gate")
                .addObject("expected", hall.waiting(Piece.State.WITH_MAKER, actor, Code.INSPECT))
                .addObject("received", hall.waiting(Piece.State.RECEIVED, actor, Code.INSPECT))
                .addObject("inspected", hall.waiting(Piece.State.INSPECTED, actor, Code.INSPECT))
                .addObject("returned", hall.waiting(Piece.State.RETURNED, actor, Code.INSPECT));
    }

    @PostMapping("/app/pieces/{id}/receipt")
    @PreAuthorize("hasAuthority('" + Code.INSPECT + "')")
    ModelAndView receive(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String back,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var piece = hall.piece(id, actor, Code.INSPECT);
        return act(
                piece,
                back,
                redirect,
                () -> keeping.receive(new PieceId(id), places.called(PiecePlaces.HALL), Poster.of(actor)));
    }

    /** Good: it goes on sale in the same act, unless somebody wants to wait. */
    @PostMapping("/app/pieces/{id}/inspection")
    @PreAuthorize("hasAuthority('" + Code.INSPECT + "')")
    ModelAndView inspect(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "false") boolean wait,
            @RequestParam(required = false) @Nullable String back,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var piece = hall.piece(id, actor, Code.INSPECT);
        return act(piece, back, redirect, () -> {
            keeping.passInspection(new PieceId(id), note.strip(), Poster.of(actor));
            if (!wait) {
                keeping.putOnSale(new PieceId(id), Poster.of(actor));
            }
        });
    }

    @PostMapping("/app/pieces/{id}/sale")
    @PreAuthorize("hasAuthority('" + Code.INSPECT + "')")
    ModelAndView putOnSale(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String back,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var piece = hall.piece(id, actor, Code.INSPECT);
        return act(piece, back, redirect, () -> keeping.putOnSale(new PieceId(id), Poster.of(actor)));
    }

    @PostMapping("/app/pieces/{id}/return")
    @PreAuthorize("hasAuthority('" + Code.INSPECT + "')")
    ModelAndView giveBack(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var piece = hall.piece(id, actor, Code.INSPECT);
        return act(
                piece,
                null,
                redirect,
                () -> keeping.giveBackToMaker(new PieceId(id), reason.strip(), Poster.of(actor)));
    }

    @PostMapping("/app/pieces/{id}/move")
    @PreAuthorize("hasAuthority('" + Code.MOVE + "')")
    ModelAndView move(
            @PathVariable UUID id,
            @RequestParam UUID place,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var piece = hall.piece(id, actor, Code.MOVE);
        return act(piece, null, redirect, () -> {
            if (places.ofOurs().stream().noneMatch(it -> it.id().equals(place))) {
                throw new Refusal("market.piece.refusal.place");
            }
            keeping.move(new PieceId(id), place, reason.strip(), Poster.of(actor));
        });
    }

    @PostMapping("/app/pieces/{id}/loss")
    @PreAuthorize("hasAuthority('" + Code.MOVE + "')")
    ModelAndView lose(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String cause,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var piece = hall.piece(id, actor, Code.MOVE);
        return act(piece, null, redirect, () -> keeping.lose(new PieceId(id), cause.strip(), Poster.of(actor)));
    }

    private ModelAndView act(HallReading.Row piece, @Nullable String back, RedirectAttributes redirect, Runnable act) {
        try {
            act.run();
            Toast.ok(redirect, "shell.toast.saved");
            return new ModelAndView(
                    "redirect:" + ("gate".equals(back) ? "/app/inspection" : "/app/pieces/" + piece.id()));
        } catch (Refusal refusal) {
            return record.page(piece, refusal);
        }
    }
}
