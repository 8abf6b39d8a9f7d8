package ma.qutb.importing;

/**
 * One thing a row may hold.
 *
 * @param key names it in {@link ImportRow} and in the bundles
 * @param required whether a row without it is rejected
 * @param most longest text in characters; longer ones are rejected
 * @param name whether it is a name: emoji and other pictures are rejected
 */
public record ImportColumn(String key, boolean required, int most, boolean name) {

    private static final int LINE = 200;

    /** A line of text, a number, a date, a code. */
    public static ImportColumn optional(String key) {
        return new ImportColumn(key, false, LINE, false);
    }

    public static ImportColumn required(String key) {
        return new ImportColumn(key, true, LINE, false);
    }

    /** A name of somebody or something. */
    public static ImportColumn name(String key) {
        return new ImportColumn(key, false, LINE, true);
    }

    public ImportColumn always() {
        return new ImportColumn(key, true, most, name);
    }

    public ImportColumn most(int characters) {
        return new ImportColumn(key, required, characters, name);
    }
}
