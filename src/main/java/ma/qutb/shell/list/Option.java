package ma.qutb.shell.list;

/**
 * One value a filter can take.
 *
 * @param value as in the address
 * @param label words, or a message key
 * @param key whether the label is a message key
 * @param depth how far it is set in, for places below places
 */
public record Option(String value, String label, boolean key, int depth) {

    /** A value with the words of a record, for example a craft's name in the reader's language. */
    public static Option of(String value, String label) {
        return new Option(value, label, false, 0);
    }

    /** The same set in below another. */
    public static Option below(int depth, String value, String label) {
        return new Option(value, label, false, depth);
    }
}
