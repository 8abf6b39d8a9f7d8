package ma.qutb.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * A passing message on the page after a redirect.
 *
 * @param kind {@code ok}, {@code warn} or {@code bad}
 * @param key message key
 */
public record Toast(String kind, String key, List<String> arguments) {

    private static final String NAME = "toast";

    /** Shows "done" on the page the reader is sent to. */
    public static void ok(RedirectAttributes redirect, String key, Object... arguments) {
        add(redirect, "ok", key, arguments);
    }

    /** Shows a warning on the page the reader is sent to. */
    public static void warn(RedirectAttributes redirect, String key, Object... arguments) {
        add(redirect, "warn", key, arguments);
    }

    private static void add(RedirectAttributes redirect, String kind, String key, Object... arguments) {
        var words = Arrays.stream(arguments).map(String::valueOf).toList();
        // A plain string: flash attributes are kept in the session, where only simple values age well.
        redirect.addFlashAttribute(NAME, kind + "\n" + key + (words.isEmpty() ? "" : "\n" + String.join("\n", words)));
    }

    static Optional<Toast> taken(HttpServletRequest request) {
        var flash = RequestContextUtils.getInputFlashMap(request);
        if (flash == null || !(flash.get(NAME) instanceof String text)) {
            return Optional.empty();
        }
        var parts = text.split("\n", -1);
        return Optional.of(new Toast(parts[0], parts[1], List.of(parts).subList(2, parts.length)));
    }
}
