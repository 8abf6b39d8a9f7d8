package ma.qutb.shell;

import java.util.List;

/**
 * An entry of the artisan's bottom bar: its words are {@code shell.touch.<name>}.
 *
 * @param name also what a page calls its section
 */
public record TouchLink(String name, String path, String icon) {

    public static final List<TouchLink> ALL = List.of(
            new TouchLink("home", "/me", "home"),
            new TouchLink("pieces", "/app/my/pieces", "camera-plus"),
            new TouchLink("documents", "/me/documents", "files"),
            new TouchLink("record", "/me/record", "user"),
            // On a telephone that a family shares, leaving must be as easy to find as coming in.
            new TouchLink("account", "/me/account", "lock"));
}
