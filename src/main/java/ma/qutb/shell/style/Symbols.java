package ma.qutb.shell.style;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/** The names of the sprite's symbols, as the icon tag takes them. */
public final class Symbols {

    private static final Pattern NAME = Pattern.compile("<symbol id=\"i-([a-z0-9-]+)\"");

    private Symbols() {}

    /** In the order of the sprite. */
    public static List<String> all() {
        try {
            var sprite = new ClassPathResource("static/icons.svg").getContentAsString(StandardCharsets.UTF_8);
            return NAME.matcher(sprite).results().map(it -> it.group(1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
