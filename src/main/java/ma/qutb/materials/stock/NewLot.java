package ma.qutb.materials.stock;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.materials.Fineness;
import ma.qutb.materials.MaterialCode;
import ma.qutb.materials.SupplierId;

/**
 * A lot to keep.
 *
 * @param origin {@code receipt}, {@code transform} or {@code found}
 * @param weight milligrams of silver, or smallest parts of another unit
 * @param fine the silver in it; for what came in always as its weight and fineness say
 * @param cost centimes
 * @param papers purchase document, assay certificate, photo of the scale
 */
public record NewLot(
        String origin,
        MaterialCode material,
        Optional<SupplierId> supplier,
        long weight,
        Optional<Fineness> fineness,
        long fine,
        long cost,
        LocalDate receivedOn,
        Papers papers) {

    /** What came in from a supplier. */
    public static NewLot received(
            MaterialCode material,
            SupplierId supplier,
            long weight,
            Optional<Fineness> fineness,
            long cost,
            LocalDate day,
            Papers papers) {
        return new NewLot(
                "receipt",
                material,
                Optional.of(supplier),
                weight,
                fineness,
                fineness.map(it -> it.fineOf(weight)).orElse(0L),
                cost,
                day,
                papers);
    }

    /** What tells where a lot is from; files by their ids. */
    public record Papers(
            String purchaseDocument,
            Optional<UUID> purchaseFile,
            String assayCertificate,
            Optional<UUID> assayFile,
            Optional<UUID> scale,
            Optional<UUID> scalePhoto) {

        public static final Papers NONE =
                new Papers("", Optional.empty(), "", Optional.empty(), Optional.empty(), Optional.empty());
    }
}
