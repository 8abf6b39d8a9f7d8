import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes the part of Bootstrap that Qutb's pages use, wrapped in the cascade layer {@code vendor}, once per direction.
 * The whole sheet is 31 KB compressed, this part about a third: most visitors come over a slow phone network.
 *
 * <p>Run from the project's root after changing Bootstrap's version or the list of classes below:
 * {@code java bin/VendorCss.java}
 */
class VendorCss {

    private static final String VERSION = "5.3.8";
    private static final Path WEBJAR = Path.of(
            System.getProperty("user.home"),
            ".m2/repository/org/webjars/npm/bootstrap/" + VERSION + "/bootstrap-" + VERSION + ".jar");
    private static final Path TARGET = Path.of("src/main/resources/static/css");

    /** Class names kept; a rule stays when every class its selector names is among them. */
    private static final Pattern KEPT = Pattern.compile(String.join(
            "|",
            "btn(-(primary|light|outline-primary|danger|success|link|sm|lg|close))?",
            "form-(control(-(sm|lg|plaintext))?|select(-(sm|lg))?|check(-(input|label|inline))?|switch|label|text)",
            "input-group(-text)?|invalid-feedback|is-invalid|disabled|active|show|visually-hidden(-focusable)?",
            "row|col|col-(auto|\\d+)|col-(md|lg)(-(auto|\\d+))?|g[xy]?-[0-5]",
            "[mp][tbsexy]?-([0-5]|auto)|(mt|mb|my|py|px|pt|pb)-lg-[0-5]|gap-[0-5]",
            "d-(none|block|inline|inline-block|flex|inline-flex|grid|table|table-row|table-cell)",
            "d-(md|lg)-(none|block|inline|flex|grid)|d-print-(none|block|flex)",
            "flex-(row|column|wrap|nowrap|fill|grow-[01]|shrink-[01])|flex-(md|lg)-(row|column)",
            "justify-content-\\w+|align-(items|self)-\\w+|order-(first|last)",
            "w-(25|50|75|100|auto)|h-(100|auto)|mw-100|min-vh-100",
            "text-(start|end|center|nowrap|break|truncate|wrap|decoration-none|decoration-underline)",
            "border(-(0|top|bottom|start|end))?|rounded(-(0|1|2|3|circle|pill))?",
            "overflow-(auto|hidden)|position-(static|relative|absolute|fixed|sticky)|sticky-top",
            "list-(unstyled|inline)|list-inline-item|small|stretched-link"));

    /** Elements whose look is entirely our own or that no page uses. */
    private static final Pattern UNUSED = Pattern.compile(
            "data-bs-theme|\\.was-validated|:(in)?valid\\b|iframe|::-moz-focus-inner|\\[type=(range|color)]|::-webkit-(color|datetime|search)");

    public static void main(String[] arguments) throws IOException {
        write("bootstrap.rtl.min.css", "vendor.rtl.css");
        write("bootstrap.min.css", "vendor.ltr.css");
    }

    private static void write(String source, String target) throws IOException {
        var kept = filter(read(source).replaceAll("(?s)/\\*.*?\\*/|@charset[^;]*;", ""));
        Files.writeString(
                TARGET.resolve(target),
                "/* Part of Bootstrap " + VERSION + " (MIT), written by bin/VendorCss.java: do not edit. */\n@layer vendor{"
                        + kept + "}\n");
        System.out.println(target + " " + kept.length());
    }

    private static String read(String name) {
        try (var jar = FileSystems.newFileSystem(WEBJAR)) {
            return Files.readString(
                    jar.getPath("META-INF/resources/webjars/bootstrap", VERSION, "dist/css", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String filter(String css) {
        var out = new StringBuilder();
        for (var rule : rules(css)) {
            int brace = rule.indexOf('{');
            var head = rule.substring(0, brace).strip();
            var body = rule.substring(brace + 1, rule.length() - 1);
            if (head.startsWith("@keyframes")) {
                continue;
            }
            if (head.startsWith("@media")) {
                var inner = filter(body);
                if (!inner.isEmpty()) {
                    out.append(head).append('{').append(inner).append('}');
                }
                continue;
            }
            var selectors = keptSelectors(head);
            if (!selectors.isEmpty()) {
                out.append(selectors).append('{').append(trimmed(body)).append('}');
            }
        }
        return out.toString();
    }

    /** Of the custom properties on the root only those stay that the kept rules read. */
    private static String trimmed(String body) {
        return body.replaceAll("--bs-(blue|indigo|purple|pink|red|orange|yellow|green|teal|cyan)(-\\w+)?:[^;]*;?", "")
                .replaceAll("--bs-[a-z]+-(text-emphasis|bg-subtle|border-subtle):[^;]*;?", "")
                .replaceAll("--bs-(gray-\\d+|gradient):[^;]*;?", "");
    }

    private static String keptSelectors(String head) {
        var kept = new ArrayList<String>();
        for (var selector : head.split(",(?![^(]*\\))")) {
            var classes = Pattern.compile("\\.([A-Za-z][\\w-]*)").matcher(selector);
            boolean all = !UNUSED.matcher(selector).find();
            while (all && classes.find()) {
                all = KEPT.matcher(classes.group(1)).matches();
            }
            if (all) {
                kept.add(selector);
            }
        }
        return String.join(",", kept);
    }

    private static List<String> rules(String css) {
        var rules = new ArrayList<String>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < css.length(); i++) {
            char c = css.charAt(i);
            if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                rules.add(css.substring(start, i + 1).strip());
                start = i + 1;
            }
        }
        return rules;
    }
}
