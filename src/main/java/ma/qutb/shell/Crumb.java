package ma.qutb.shell;

import org.jspecify.annotations.Nullable;

/** A step on the way to a page; the page itself has no address. */
public record Crumb(String text, @Nullable String path) {

    /** The page one is on. */
    public static Crumb here(String text) {
        return new Crumb(text, null);
    }
}
