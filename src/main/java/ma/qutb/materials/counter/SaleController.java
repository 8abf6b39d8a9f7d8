package ma.qutb.materials.counter;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Ledger;
import ma.qutb.ledger.Poster;
import ma.qutb.materials.MaterialsPermission.Code;
import ma.qutb.materials.SaleId;
import ma.qutb.materials.SalePoints;
import ma.qutb.shell.Toast;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A sale that was made: its receipt, what it moved, and taking it back. */
@Controller
@RequestMapping("/app/counter/sales/{id}")
@PreAuthorize("hasAuthority('" + Code.SEE + "')")
class SaleController {

    private final SaleFile sales;
    private final SalePoints points;
    private final UndoingSales undoing;
    private final Receipts receipts;
    private final Ledger ledger;
    private final Clock clock;

    SaleController(
            SaleFile sales, SalePoints points, UndoingSales undoing, Receipts receipts, Ledger ledger, Clock clock) {
        this.sales = sales;
        this.points = points;
        this.undoing = undoing;
        this.receipts = receipts;
        this.ledger = ledger;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        return show(open(id, actor), actor, null);
    }

    @PostMapping("/undoing")
    ModelAndView undo(
            @PathVariable UUID id,
            @RequestParam UUID key,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var sold = open(id, actor);
        try {
            if (!mayUndo(sold, actor)) {
                throw new Refusal("materials.undo.refusal.day");
            }
            undoing.undo(sold.id(), key, reason, Poster.of(actor));
        } catch (Refusal refusal) {
            return show(sold, actor, refusal);
        }
        Toast.ok(redirect, "materials.undo.done");
        return new ModelAndView("redirect:" + sold.path());
    }

    @GetMapping(path = "/receipt-{form:80|a5}.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> receipt(
            @PathVariable UUID id, @PathVariable String form, @AuthenticationPrincipal Actor actor) {
        var sold = open(id, actor);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + sold.said() + ".pdf\"")
                .body(form.equals("80") ? receipts.strip(sold) : receipts.sheet(sold));
    }

    private ModelAndView show(Sold sold, Actor actor, @Nullable Refusal refusal) {
        return new ModelAndView(
                        "materials/counter/sale", refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("sold", sold)
                .addObject("entry", ledger.written(sold.key()).orElse(null))
                .addObject("undoes", sold.undone().isEmpty() && mayUndo(sold, actor))
                .addObject("key", Ids.next())
                .addObject("refusal", refusal);
    }

    /** The clerk on the day itself, the director later too. */
    private boolean mayUndo(Sold sold, Actor actor) {
        return points.find(sold.point().id(), actor, Code.APPROVE).isPresent()
                || sold.soldOn().equals(LocalDate.now(clock))
                        && points.find(sold.point().id(), actor, Code.SELL).isPresent();
    }

    private Sold open(UUID id, Actor actor) {
        return sales.find(new SaleId(id))
                .filter(it -> points.find(it.point().id(), actor, Code.SEE).isPresent())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
