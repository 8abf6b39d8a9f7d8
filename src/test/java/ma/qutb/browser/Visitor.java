package ma.qutb.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import ma.qutb.support.Chromium;
import org.jspecify.annotations.Nullable;

/** Somebody with a browser: a phone or a desktop, a language, perhaps signed in. Remembers what the browser complained about. */
final class Visitor implements AutoCloseable {

    private final BrowserContext context;
    private final Page page;
    private final String address;
    private final List<String> complaints = new ArrayList<>();

    private Visitor(String address, Browser.NewContextOptions options, String language) {
        this.address = address;
        // Without the service worker each page is the server's own answer.
        context = Chromium.shared()
                .newContext(options.setServiceWorkers(com.microsoft.playwright.options.ServiceWorkerPolicy.BLOCK));
        context.addCookies(List.of(new com.microsoft.playwright.options.Cookie("lang", language).setUrl(address)));
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
    }

    static Visitor onPhone(int port, String language) {
        return new Visitor("http://localhost:" + port, Chromium.phone(), language);
    }

    static Visitor onDesktop(int port, String language) {
        return new Visitor("http://localhost:" + port, Chromium.desktop(), language);
    }

    Visitor signIn(String user) {
        go("/sign-in");
        page.fill("input[name=username]", user);
        page.fill("input[name=password]", "qutb-demo");
        page.press("input[name=password]", "Enter");
        page.waitForURL(url -> !url.contains("/sign-in"));
        return this;
    }

    @Nullable
    Response go(String path) {
        return page.navigate(path.startsWith("http") ? path : address + path);
    }

    Page page() {
        return page;
    }

    String address() {
        return address;
    }

    /** What the browser complained about since the last time. */
    List<String> complaints() {
        var said = List.copyOf(complaints);
        complaints.clear();
        return said;
    }

    /** Whether the page is wider than the screen. */
    boolean scrollsSideways() {
        return (Boolean)
                page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth + 1");
    }

    /** Lets the bar at a phone's bottom lie after the page: it would cover what a reader simply scrolls up. */
    void unpin() {
        page.evaluate("document.querySelectorAll('.q-bottom').forEach(bar => bar.style.position = 'static')");
    }

    /** A picture of the whole page, to be looked at beside its mockup. */
    void picture(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }

    @Override
    public void close() {
        context.close();
    }
}
