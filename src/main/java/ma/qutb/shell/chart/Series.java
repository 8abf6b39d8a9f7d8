package ma.qutb.shell.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of figures of a chart.
 *
 * @param name what the legend calls it
 * @param values one for each category, in its order; null where nothing is known, which is not zero
 */
public record Series(String name, List<@Nullable Double> values) {

    double highest() {
        return values.stream()
                .filter(it -> it != null)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
    }

    @Nullable
    Double at(int index) {
        return index < values.size() ? values.get(index) : null;
    }
}
