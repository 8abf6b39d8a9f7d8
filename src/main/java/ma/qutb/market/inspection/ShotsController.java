package ma.qutb.market.inspection;

import java.util.UUID;
import ma.qutb.documents.Files;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Poster;
import ma.qutb.market.MarketPermission.Code;
import ma.qutb.market.PieceId;
import ma.qutb.market.making.PiecePhotos;
import ma.qutb.market.stock.PieceShots;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Photos of a piece that is being looked at. */
@Controller
@RequestMapping("/app/pieces/{id}/photos")
@PreAuthorize("hasAuthority('" + Code.INSPECT + "')")
class ShotsController {

    private final HallReading hall;
    private final PieceShots shots;
    private final PieceRecord record;
    private final Files files;
    private final PiecePhotos purpose;

    ShotsController(HallReading hall, PieceShots shots, PieceRecord record, Files files, PiecePhotos purpose) {
        this.hall = hall;
        this.shots = shots;
        this.record = record;
        this.files = files;
        this.purpose = purpose;
    }

    @PostMapping
    ModelAndView add(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String photo,
            @RequestParam(name = "photo-file", required = false) @Nullable MultipartFile file,
            @AuthenticationPrincipal Actor actor) {
        var piece = hall.piece(id, actor, Code.INSPECT);
        try {
            var taken = files.take(photo, file, purpose, actor)
                    .orElseThrow(() -> new Refusal("market.product.refusal.no-photo"));
            shots.add(new PieceId(id), taken.id().value(), Poster.of(actor));
            return new ModelAndView("redirect:/app/pieces/" + id + "#photos");
        } catch (Refusal refusal) {
            return record.page(piece, refusal);
        }
    }

    @PostMapping("/{position}/removal")
    String remove(@PathVariable UUID id, @PathVariable int position, @AuthenticationPrincipal Actor actor) {
        shots.remove(new PieceId(hall.piece(id, actor, Code.INSPECT).id()), position);
        return "redirect:/app/pieces/" + id + "#photos";
    }
}
