package ma.qutb.market.inspection;

import ma.qutb.kernel.Refusal;
import ma.qutb.market.PieceId;
import ma.qutb.market.making.PiecePhotos;
import ma.qutb.market.stock.PiecePlaces;
import ma.qutb.market.stock.PieceShots;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page of a piece, with what was refused. */
@Component
class PieceRecord {

    private final HallReading hall;
    private final PiecePlaces places;
    private final PieceShots shots;
    private final PiecePhotos purpose;

    PieceRecord(HallReading hall, PiecePlaces places, PieceShots shots, PiecePhotos purpose) {
        this.hall = hall;
        this.places = places;
        this.shots = shots;
        this.purpose = purpose;
    }

    ModelAndView page(HallReading.Row piece, @Nullable Refusal refusal) {
        return new ModelAndView(
                        "market/inspection/piece", refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("piece", piece)
                .addObject("steps", hall.steps(piece.id()))
                .addObject("places", places.ofOurs())
                .addObject("shots", shots.of(new PieceId(piece.id())))
                .addObject("purpose", purpose)
                .addObject("refusal", refusal);
    }
}
