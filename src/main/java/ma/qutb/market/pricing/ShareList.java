package ma.qutb.market.pricing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import ma.qutb.registry.CraftCode;
import org.jspecify.annotations.Nullable;

/** The rules that hold from a day on until the next list: the first that fits a product counts. */
public record ShareList(LocalDate from, String reason, String by, List<Row> rows) {

    /**
     * A rule of the list.
     *
     * @param family of crafts it is for; null: all
     * @param makerKind {@code person} or {@code organisation}; null: both
     * @param service hundredths of a percent, as fund and tax
     * @param transport centimes
     */
    public record Row(
            @Nullable CraftCode family, @Nullable String makerKind, int service, int fund, int tax, long transport) {

        /** Whether all that the other is for comes to this one first. */
        boolean covers(Row other) {
            return (family == null || family.equals(other.family))
                    && (makerKind == null || makerKind.equals(other.makerKind));
        }

        private boolean sameCase(Row other) {
            return covers(other) && other.covers(this);
        }
    }

    /** The number of a rule no product can reach, because an earlier one takes all that it is for. */
    OptionalInt neverReached() {
        return IntStream.range(1, rows.size())
                .filter(it -> rows.subList(0, it).stream().anyMatch(earlier -> earlier.covers(rows.get(it))))
                .map(it -> it + 1)
                .findFirst();
    }

    /** A case that had a rule of its own and that a wider rule would take from now on. */
    Optional<Row> widenedOver(ShareList before) {
        return before.rows.stream()
                .filter(it -> rows.stream().noneMatch(it::sameCase))
                .findFirst();
    }

    /** Whether every product finds a rule. */
    boolean fitsAll() {
        return !rows.isEmpty()
                && rows.getLast().family() == null
                && rows.getLast().makerKind() == null;
    }
}
