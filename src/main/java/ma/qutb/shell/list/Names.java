package ma.qutb.shell.list;

import java.util.Set;
import java.util.regex.Pattern;

/** Names that stand in addresses and in SQL parameters. */
final class Names {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_]{0,40}");
    private static final Set<String> TAKEN = Set.of("sort", "page", "size", "columns", "format", "scope");

    private Names() {}

    static void check(String name) {
        if (!FORM.matcher(name).matches() || TAKEN.contains(name)) {
            throw new IllegalArgumentException("not a name for a column or filter: " + name);
        }
    }
}
