package ma.qutb.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Follows every link a role can see, once for each kind of page, on a phone in Arabic and on a desktop in French: each
 * page answers, has all its texts, fits the screen, pleases axe (WCAG 2.2 AA) and leaves the browser's console silent. A
 * picture of each is left in {@code target/screens}.
 */
@BrowserTest
class CrawlTests {

    /** What is the same page with another record, filter or page number. */
    private static final Pattern PARTICULAR = Pattern.compile(
            "(?<=/(discrepancies|tables|data|territories|crafts|v|directory/artisans|directory/organisations|piece|makers|shop|me/consent)/)"
                    + "(?!new)[^/]+|[0-9a-f]{8}-[0-9a-f-]{27}|(?<=/)\\d+|(?<=/facts/).+");

    /** Kinds of pages already seen in an earlier walk on the same device: another role sees the same page. */
    private static final Map<String, Set<String>> SEEN = new TreeMap<>();

    private static final int MOST = 120;

    @LocalServerPort
    int port;

    @ParameterizedTest
    @CsvSource({
        "phone, ar, '', /ar",
        "desktop, fr, '', /fr",
        "phone, ar, artisan, /me",
        "desktop, fr, artisan, /me",
        "phone, ar, registrar, /app",
        "desktop, fr, registrar, /app",
        "phone, ar, director, /app",
        "desktop, fr, director, /app",
        "phone, ar, auditor, /app",
        "desktop, fr, auditor, /app",
        "phone, ar, administrator, /app",
        "desktop, fr, administrator, /app"
    })
    void everyPageIsWhole(String device, String language, String role, String start) {
        try (var visitor =
                device.equals("phone") ? Visitor.onPhone(port, language) : Visitor.onDesktop(port, language)) {
            if (!role.isEmpty()) {
                visitor.signIn(role);
            }
            var faults = walk(visitor, device, language, role.isEmpty() ? "public" : role, start);

            assertThat(faults).isEmpty();
        }
    }

    private List<String> walk(Visitor visitor, String device, String language, String role, String start) {
        var seen = SEEN.computeIfAbsent(device, it -> new TreeSet<>());
        var waiting = new ArrayDeque<>(List.of(start));
        var queued = new TreeSet<>(Set.of(kind(start)));
        var faults = new ArrayList<String>();
        int visited = 0;
        while (!waiting.isEmpty() && visited < MOST) {
            var path = waiting.poll();
            var response = visitor.go(path);
            visited++;
            if (response == null || response.status() != 200) {
                faults.add(path + " answers " + (response == null ? "nothing" : response.status()));
                continue;
            }
            for (var link : links(visitor, language)) {
                if (!seen.contains(kind(link)) && queued.add(kind(link))) {
                    waiting.add(link);
                }
            }
            seen.add(kind(path));
            int before = faults.size();
            visitor.complaints().forEach(it -> faults.add("console: " + it));
            examine(visitor, path, faults);
            // Said at once: the walk goes on for minutes.
            faults.subList(before, faults.size()).forEach(it -> System.out.println("CRAWL " + device + " " + it));
            visitor.picture(Path.of("target/screens", device + "-" + language, role + file(path)));
        }
        return faults;
    }

    private static void examine(Visitor visitor, String path, List<String> faults) {
        visitor.unpin();
        var body = visitor.page().content();
        if (body.contains("⟦")) {
            var at = body.indexOf('⟦');
            faults.add(path + " lacks the text " + body.substring(at, Math.min(body.length(), at + 60)));
        }
        if (visitor.scrollsSideways()) {
            faults.add(path + " is wider than the screen");
        }
        new AxeBuilder(visitor.page())
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze()
                .getViolations()
                .forEach(it -> faults.add(path + " " + it.getId() + ": " + it.getHelp() + " "
                        + it.getNodes().stream()
                                .limit(3)
                                .map(node -> node.getHtml())
                                .toList()));
    }

    @SuppressWarnings("unchecked")
    private static List<String> links(Visitor visitor, String language) {
        var all = (List<String>)
                visitor.page()
                        .evaluate(
                                "[...document.querySelectorAll('a[href]:not([download]):not([target=_blank])')].map(a => new URL(a.getAttribute('href'), location.href).href)");
        return all.stream()
                .filter(it -> it.startsWith(visitor.address() + "/"))
                .map(it -> it.substring(visitor.address().length()).replaceFirst("#.*", ""))
                .filter(
                        it -> !it.matches(
                                "/(language|assets|actuator|files)/.*|.*[?&](format|export)=.*|.*\\.(csv|xlsx|json|pdf|zip|xml|svg|png)(\\?.*)?|.*/(export|download|pdf|card)([/?].*)?"))
                .filter(it -> !it.matches("/(ar|fr|en|es|zgh)(/.*|\\?.*|)") || it.startsWith("/" + language))
                .distinct()
                .toList();
    }

    /** The path without what makes it particular, and the names of its parameters without their values. */
    private static String kind(String path) {
        var uri = URI.create(path.replaceAll("[^\\x21-\\x7e]", "x")
                .replace("|", "%7C")
                .replace("[", "%5B")
                .replace("]", "%5D"));
        var plain = PARTICULAR.matcher(uri.getPath()).replaceAll("*");
        var query = uri.getRawQuery();
        // One filter, one sort, one page number show what the others would.
        return query == null || !query.contains("tab=")
                ? plain
                : plain + "?" + query.replaceAll(".*tab=([a-z-]+).*", "$1");
    }

    private static String file(String path) {
        var name = kind(path).replaceAll("[^a-zA-Z0-9*]+", "_").replace("*", "id");
        return (name.isEmpty() ? "_home" : name) + ".png";
    }
}
