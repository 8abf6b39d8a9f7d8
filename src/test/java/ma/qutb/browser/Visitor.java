package ma.qutb.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import ma.qutb.support.Chromium;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with a browser: a phone or a desktop, a language, perhaps signed in. Reads what is on the screen, acts on the
 * words written there, and remembers what the browser complained about. With {@code -Dqutb.pictures=FOLDER} every page
 * that is read leaves a picture.
 */
final class Visitor implements AutoCloseable {

    private static final @Nullable String PICTURES = System.getProperty("qutb.pictures");
    private static int pictures;

    private final BrowserContext context;
    private final Page page;
    private final String address;
    private final List<String> complaints = new ArrayList<>();

    private Visitor(String address, Browser.NewContextOptions options, String language, ServiceWorkerPolicy workers) {
        this.address = address;
        context = Chromium.shared().newContext(options.setServiceWorkers(workers));
        context.setDefaultTimeout(15_000);
        context.addCookies(List.of(new Cookie("lang", language).setUrl(address)));
        page = context.newPage();
        page.onConsoleMessage(message -> {
            // A form that comes back with what is wrong in it is an answer, not a fault.
            if (message.type().equals("error") && !message.text().contains("status of 422")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
    }

    // Without the service worker each page is the server's own answer.
    static Visitor onPhone(int port, String language) {
        return new Visitor("http://localhost:" + port, Chromium.phone(), language, ServiceWorkerPolicy.BLOCK);
    }

    static Visitor onPhoneWithoutScript(int port, String language) {
        return new Visitor(
                "http://localhost:" + port,
                Chromium.phone().setJavaScriptEnabled(false),
                language,
                ServiceWorkerPolicy.BLOCK);
    }

    static Visitor onDesktop(int port, String language) {
        return new Visitor("http://localhost:" + port, Chromium.desktop(), language, ServiceWorkerPolicy.BLOCK);
    }

    /** A phone that keeps what it needs where there is no network. */
    static Visitor onPhoneThatKeepsPages(int port, String language) {
        return new Visitor("http://localhost:" + port, Chromium.phone(), language, ServiceWorkerPolicy.ALLOW);
    }

    Visitor signIn(String user) {
        return signIn(user, "qutb-demo");
    }

    Visitor signIn(String user, String password) {
        go("/sign-in");
        page.fill("input[name=username]", user);
        page.fill("input[name=password]", password);
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

    /** Each of these words stands somewhere on the screen. */
    Visitor reads(String... words) {
        try {
            for (var each : words) {
                assertThat(visible(page.getByText(each))).isVisible();
            }
        } finally {
            look();
        }
        return this;
    }

    /** A line, row or card where all of these words stand together. */
    Visitor readsTogether(String... words) {
        try {
            assertThat(together(words)).isVisible();
        } finally {
            look();
        }
        return this;
    }

    Visitor doesNotRead(String words) {
        assertThat(visible(page.getByText(words))).not().isVisible();
        return this;
    }

    /** The link or button with exactly these words. */
    Visitor clicks(String words) {
        control(page.locator("body"), words).click();
        return this;
    }

    /** The link or button of these words in the line, row or card where the other words stand. */
    Visitor clicksBeside(String line, String words) {
        control(together(line), words).click();
        return this;
    }

    /** All the words of the link or button that begins with these. */
    String wordsOfTheOne(String beginning) {
        return visible(page.locator("a, button").filter(new Locator.FilterOptions().setHasText(beginning)))
                .innerText()
                .strip();
    }

    /** Whether a link or button of these words is offered now. */
    boolean isOffered(String words) {
        return all(page.locator("body"), words).count() > 0;
    }

    /** Back to one's own first page, by the door that public pages have at the top, or by the mark of the pole. */
    Visitor goesToTheirDesk() {
        return clicks(isOffered("مكتبي") ? "مكتبي" : "قطب القطب المندمج للصناعة التقليدية");
    }

    /** A line of the menu of staff: at the side of a desktop, behind the last button of a phone. */
    Visitor opensFromMenu(String words) {
        var side = page.locator(".q-side");
        if (!side.isVisible()) {
            page.locator(".q-bottom [data-dialog]").click();
            side = page.locator("dialog[open]");
        }
        side.getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(words).setExact(true))
                .click();
        return this;
    }

    Visitor writes(String label, String text) {
        visible(page.getByLabel(label).and(page.locator("input, textarea"))).fill(text);
        return this;
    }

    /** Types into a search field and waits for its answers. */
    Visitor searches(String label, String words) {
        visible(page.getByLabel(label).and(page.locator("input"))).fill(words);
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.contains("q="));
        return this;
    }

    Visitor chooses(String label, String option) {
        visible(page.getByLabel(label).and(page.locator("select")))
                .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(option));
        return this;
    }

    Visitor ticks(String words) {
        visible(page.getByLabel(words, new Page.GetByLabelOptions().setExact(true)))
                .check();
        return this;
    }

    Visitor gives(String label, Path file) {
        page.getByLabel(label).setInputFiles(file);
        return this;
    }

    /** What comes down when the link of these words is followed. */
    Path downloads(String words) {
        return page.waitForDownload(() -> clicks(words)).path();
    }

    /** A paper that the browser would show: its link is followed with this visitor's session. */
    byte[] opensPaper(String words) {
        var link = control(page.locator("body"), words).getAttribute("href");
        var answer = context.request().get(link.startsWith("http") ? link : address + link);
        assertThat(answer).isOK();
        return answer.body();
    }

    /** Where the links of a part of this page lead. */
    @SuppressWarnings("unchecked")
    List<String> addresses(String links) {
        return new ArrayList<>(new LinkedHashSet<>(
                (List<String>) page.locator(links).evaluateAll("links => links.map(it => it.getAttribute('href'))")));
    }

    /** What this visitor is answered, without opening it. */
    APIResponse answerTo(String path) {
        return context.request().get(address + path);
    }

    static List<String> linksOf(APIResponse answer) {
        return Pattern.compile("<a [^>]*?href=\"(/[^\"#]*)")
                .matcher(answer.headers().getOrDefault("content-type", "").contains("html") ? answer.text() : "")
                .results()
                .map(it -> it.group(1).replace("&amp;", "&"))
                .distinct()
                .toList();
    }

    /** Reloads until these words are there: what is done in the background takes its time. */
    Visitor waitsFor(String words) {
        page.waitForCondition(
                () -> {
                    page.reload();
                    return visible(page.getByText(words)).isVisible();
                },
                new Page.WaitForConditionOptions().setTimeout(60_000));
        return this;
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

    private static Locator visible(Locator some) {
        return some.filter(new Locator.FilterOptions().setVisible(true)).first();
    }

    private Locator together(String... words) {
        var lines = page.locator("tr, li, dl > div, article, section, .q-card, .q-kpi");
        for (var each : words) {
            lines = lines.filter(new Locator.FilterOptions().setHasText(each));
        }
        // The innermost comes last.
        return lines.filter(new Locator.FilterOptions().setVisible(true)).last();
    }

    private static Locator all(Locator where, String words) {
        return where.getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(words).setExact(true))
                .or(where.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(words).setExact(true)))
                .filter(new Locator.FilterOptions().setVisible(true));
    }

    /** In an open dialog, else in the page itself, else in what stands around it. */
    private static Locator control(Locator where, String words) {
        var anywhere = all(where, words);
        anywhere.first().waitFor();
        for (var nearest : List.of("dialog[open]", "main")) {
            var near = all(where.locator(nearest), words);
            if (near.count() > 0) {
                return near.first();
            }
        }
        return anywhere.first();
    }

    /** Leaves a picture of the page, when pictures are wanted. */
    void look() {
        if (PICTURES != null) {
            var place = page.url()
                    .substring(address.length())
                    .replaceAll("[0-9a-f-]{36}|[?#].*", "")
                    .replaceAll("\\W+", "-");
            picture(Path.of(PICTURES, "%03d%s.png".formatted(++pictures, place)));
        }
    }
}
