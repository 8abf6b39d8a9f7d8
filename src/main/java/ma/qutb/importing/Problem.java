package ma.qutb.importing;

import java.util.Arrays;
import java.util.List;

/**
 * What is wrong with a row, in a form every language can say.
 *
 * @param rejected false: only a warning
 * @param column key of the column; empty: the whole row
 * @param value what stood there, shortened
 * @param code message key
 */
record Problem(boolean rejected, String column, String value, String code, List<String> arguments) {

    private static final int SHOWN = 120;

    static Problem of(boolean rejected, String column, String value, String code, Object... arguments) {
        var shown = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
        return new Problem(
                rejected,
                column,
                shown,
                code,
                Arrays.stream(arguments).map(String::valueOf).toList());
    }
}
