package ma.qutb.importing;

/**
 * A row that could be read, with what the module has to say about it.
 *
 * @param row its line and problems
 * @param record what it means
 */
public record Candidate<R>(ImportRow row, R record) {

    /** It cannot be taken; {@code column} is the key of the column at fault, empty for the row as a whole. */
    public void reject(String column, String code, Object... arguments) {
        row.reject(column, code, arguments);
    }

    /** It can be taken, but somebody should look. */
    public void warn(String column, String code, Object... arguments) {
        row.warn(column, code, arguments);
    }
}
