package ma.qutb.programmes.opendata;

import java.util.function.Function;
import ma.qutb.programmes.fact.Fact;
import org.jspecify.annotations.Nullable;

/**
 * A column of an open table.
 *
 * @param name stable, for machines
 * @param word end of the message key of its heading, {@code programmes.column.<word>}
 * @param language of its words, appended to the heading; empty: none
 * @param kind what stands in it, {@code programmes.data.kind.<kind>}
 * @param value a text, number, boolean or list of texts; null where the publication is silent
 */
public record OpenColumn(
        String name, String word, String language, String kind, Function<Fact, @Nullable Object> value) {}
