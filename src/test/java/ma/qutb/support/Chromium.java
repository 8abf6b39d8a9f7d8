package ma.qutb.support;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The system's Chromium, one for all tests of a run. It ends with the run by itself: closing it in a shutdown hook waits
 * for a driver that is already leaving.
 */
public final class Chromium {

    public static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static Playwright driver;
    private static Browser shared;

    private Chromium() {}

    /** The shared browser, started on first use. */
    public static synchronized Browser shared() {
        if (shared == null) {
            driver = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            shared = driver.chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(installed())
                            .setArgs(QUIET));
        }
        return shared;
    }

    /** For a program that ends by itself: the driver's threads would keep it alive. */
    public static synchronized void close() {
        driver.close();
    }

    /** A fresh reader: no cookies, nothing kept. */
    public static BrowserContext reader(int width) {
        return shared().newContext(new Browser.NewContextOptions().setViewportSize(width, width < 600 ? 844 : 900));
    }

    /** A cheap phone, 390 px wide. */
    public static Browser.NewContextOptions phone() {
        return new Browser.NewContextOptions()
                .setViewportSize(390, 844)
                .setDeviceScaleFactor(2)
                .setHasTouch(true)
                .setIsMobile(true);
    }

    /** A desktop, 1440 px wide. */
    public static Browser.NewContextOptions desktop() {
        return new Browser.NewContextOptions().setViewportSize(1440, 900);
    }

    /** Where it is. */
    public static Path installed() {
        return Stream.of(System.getenv("PATH").split(":"))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("the browser tests need Chromium: install the package chromium"));
    }
}
