package ma.qutb.shell;

import org.jspecify.annotations.Nullable;

/** A section of a record: its words, address, icon, how many things it holds (null: not said), whether it is open. */
public record Tab(
        String text,
        String path,
        @Nullable String icon,
        @Nullable Integer count,
        boolean current) {

    public Tab(String text, String path, @Nullable String icon, boolean current) {
        this(text, path, icon, null, current);
    }
}
