package ma.qutb.materials.counter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.documents.FileId;
import ma.qutb.materials.Fineness;
import ma.qutb.materials.Material;
import ma.qutb.materials.SaleId;
import ma.qutb.materials.SalePoint;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.People;
import org.jspecify.annotations.Nullable;

/**
 * A sale as it was written.
 *
 * @param weight smallest parts on the scale
 * @param fine the silver in it
 * @param shortfall what a support line paid
 * @param support whose line that is
 * @param undone when, by whom and why it was taken back
 */
public record Sold(
        SaleId id,
        UUID key,
        SalePoint point,
        int year,
        long number,
        LocalDate soldOn,
        Instant soldAt,
        Instant postedAt,
        People.Summary buyer,
        String clerk,
        Material material,
        long weight,
        long fine,
        long price,
        long shortfall,
        Optional<LocalName> support,
        Payment payment,
        String reference,
        @Nullable LocalDate dueOn,
        boolean overQuota,
        List<Line> lines,
        Optional<Undone> undone) {

    public record Line(UUID lot, String lotNumber, Optional<Fineness> fineness, long weight, long fine, long price) {}

    public record Undone(String reason, Instant at, String by) {}

    /** As it stands on the receipt: {@code GLM-2026-000318}. */
    public String said() {
        return "%s-%d-%06d".formatted(point.code(), year, number);
    }

    public String path() {
        return "/app/counter/sales/" + id;
    }

    public @Nullable String picture() {
        return buyer.photo().map(it -> new FileId(it).thumbnail(160)).orElse(null);
    }

    /** Finenesses of what was sold, as they are said. */
    public String finenesses() {
        return String.join(
                " + ",
                lines.stream()
                        .flatMap(it -> it.fineness().stream())
                        .map(Fineness::said)
                        .distinct()
                        .toList());
    }

    /** Centimes for one whole unit on the scale. */
    public long unitPrice() {
        return ma.qutb.materials.Portion.of(price, CounterReading.unit(material), weight);
    }
}
