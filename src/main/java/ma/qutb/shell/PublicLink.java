package ma.qutb.shell;

import java.util.List;

/**
 * An entry of the public navigation: its words are {@code shell.public.<name>}, its address follows the language.
 *
 * @param name also what a page calls its section
 */
public record PublicLink(String name, String path, String icon) {

    public static final List<PublicLink> ALL = List.of(
            new PublicLink("home", "", "home"),
            new PublicLink("shop", "/shop", "building-store"),
            new PublicLink("directory", "/directory", "users-group"),
            new PublicLink("figures", "/figures", "chart-bar"),
            new PublicLink("verify", "/verify", "qrcode"));
}
