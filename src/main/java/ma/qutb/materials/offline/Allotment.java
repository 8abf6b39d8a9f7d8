package ma.qutb.materials.offline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.ledger.ReservationId;
import ma.qutb.materials.Fineness;
import ma.qutb.materials.LotId;
import ma.qutb.materials.SalePointId;
import ma.qutb.materials.Taking;
import ma.qutb.materials.TillId;
import ma.qutb.materials.UnitPrice;
import org.jspecify.annotations.Nullable;

/** What a device may sell without network. */
public record Allotment(
        UUID id,
        UUID device,
        String deviceName,
        SalePointId point,
        TillId till,
        Instant openedAt,
        String openedBy,
        boolean open,
        List<Line> lines) {

    /**
     * Part of one lot.
     *
     * @param unitPrice for a million fine parts
     * @param allotted at first
     * @param held what is still held back
     */
    public record Line(
            int line,
            LotId lot,
            Optional<Fineness> fineness,
            UnitPrice unitPrice,
            long allotted,
            Taking held,
            @Nullable ReservationId reservation) {}

    public long left() {
        return lines.stream().mapToLong(it -> it.held().weight()).sum();
    }
}
