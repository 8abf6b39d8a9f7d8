package ma.qutb.market.making;

import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Poster;
import ma.qutb.market.Catalogue;
import ma.qutb.market.MakerId;
import ma.qutb.market.MarketPermission.Code;
import ma.qutb.market.PieceId;
import ma.qutb.market.ProductId;
import ma.qutb.market.commission.MakingToOrder;
import ma.qutb.market.product.DescribingProducts;
import ma.qutb.market.product.ReviewingProducts;
import ma.qutb.market.stock.KeepingPieces;
import ma.qutb.registry.People;
import ma.qutb.shell.Toast;
import org.springframework.http.HttpStatus;
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

/** My things: what waits, what is for sale, what is sold; a new one begins here. */
@Controller
@RequestMapping("/app/my/pieces")
@PreAuthorize("hasAuthority('" + Code.OFFER + "')")
class MyPiecesController {

    private static final String LIST = "redirect:/app/my/pieces";

    private final MyPieces mine;
    private final DescribingProducts describing;
    private final ReviewingProducts reviewing;
    private final KeepingPieces pieces;
    private final Catalogue catalogue;
    private final People people;
    private final MakingToOrder making;

    MyPiecesController(
            MyPieces mine,
            DescribingProducts describing,
            ReviewingProducts reviewing,
            KeepingPieces pieces,
            Catalogue catalogue,
            People people,
            MakingToOrder making) {
        this.mine = mine;
        this.describing = describing;
        this.reviewing = reviewing;
        this.pieces = pieces;
        this.catalogue = catalogue;
        this.people = people;
        this.making = making;
    }

    @GetMapping
    ModelAndView list(@AuthenticationPrincipal Actor actor) {
        return new ModelAndView("market/making/list")
                .addObject("mine", mine.of(actor))
                .addObject("sold", mine.lately(actor).orElse(null))
                .addObject("ordered", making.waiting(MakerId.of(mine.me(actor))))
                .addObject("fresh", ProductId.next());
    }

    /** The address carries the id, so that an impatient second tap begins nothing twice. */
    @PostMapping
    String begin(@RequestParam UUID id, @AuthenticationPrincipal Actor actor) {
        var me = mine.me(actor);
        boolean demonstration =
                people.find(me).filter(People.Summary::demonstration).isPresent();
        var product = describing.begin(new ProductId(id), MakerId.of(me), demonstration, Poster.of(actor));
        return LIST + "/" + mine.find(product.value(), actor).id() + "/photo";
    }

    /** Takes it up where it was left. */
    @GetMapping("/{id}")
    String goOn(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var draft = mine.find(id, actor);
        var step = draft.state().open() ? Step.of(draft.step()).orElse(Step.PHOTO) : Step.LOOK;
        return LIST + "/" + draft.id() + "/" + step.code();
    }

    /** One tap: nobody else can have it from this moment. */
    @PostMapping("/{id}/sold-elsewhere")
    String soldElsewhere(
            @PathVariable UUID id,
            @RequestParam UUID piece,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var draft = mine.find(id, actor);
        var gone = catalogue
                .piece(new PieceId(piece))
                .filter(it -> it.product().equals(draft.id()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        try {
            pieces.soldElsewhere(gone.id(), Poster.of(actor));
            Toast.ok(redirect, "market.my.sold-elsewhere.done");
        } catch (Refusal refusal) {
            Toast.warn(redirect, refusal.code());
        }
        return LIST;
    }

    /** What is in the shop stays there until the hall has read the change. */
    @PostMapping("/{id}/change")
    String change(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var revision = reviewing.revise(mine.find(id, actor).id(), Poster.of(actor));
        return LIST + "/" + revision + "/photo";
    }

    /** Thrown away before it was ever offered. */
    @PostMapping("/{id}/removal")
    String remove(@PathVariable UUID id, @AuthenticationPrincipal Actor actor, RedirectAttributes redirect) {
        reviewing.withdraw(mine.find(id, actor).id(), "", Poster.of(actor));
        Toast.ok(redirect, "market.my.removed");
        return LIST;
    }
}
