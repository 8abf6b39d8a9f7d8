package ma.qutb.programmes.reference;

import java.util.Map;
import ma.qutb.platform.ReferenceRow;
import ma.qutb.programmes.fact.FactTable;
import org.jspecify.annotations.Nullable;

/**
 * A checked row, ready to be saved.
 *
 * @param subject the code it names, if others may name it
 * @param fact columns of the table of facts
 * @param cells columns of its own table
 */
record PreparedFact(
        FactTable table,
        ReferenceRow row,
        String id,
        @Nullable String subject,
        Map<String, @Nullable Object> fact,
        Map<String, @Nullable Object> cells) {}
