package ma.qutb.materials.counter;

import java.util.List;
import ma.qutb.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What a sale would cost, before it is made.
 *
 * @param unitPrice centimes for one whole unit on the scale
 * @param price centimes
 * @param lots numbers of the lots it would come from
 * @param refusal why it cannot be; the rest is nothing then
 */
public record Preview(
        long unitPrice,
        long price,
        List<String> lots,
        @Nullable Refusal refusal) {

    static final Preview NONE = new Preview(0, 0, List.of(), null);

    static Preview not(Refusal refusal) {
        return new Preview(0, 0, List.of(), refusal);
    }

    static Preview of(List<SaleLine> lines, long weight, long unit) {
        long price = lines.stream().mapToLong(SaleLine::price).sum();
        return new Preview(
                ma.qutb.materials.Portion.of(price, unit, weight),
                price,
                lines.stream().map(it -> it.from().lot().number()).toList(),
                null);
    }
}
