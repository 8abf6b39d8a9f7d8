package ma.qutb.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import ma.qutb.support.Chromium;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The shop as a phone sees it: what it loads before pictures, how long the largest thing takes over a slow link, and what Lighthouse says
 * of its pages. Lighthouse comes from npm, pinned, into {@code target/lighthouse}; without npm or the network its figures are left out,
 * and said to be.
 */
final class ShopBench {

    private static final String LIGHTHOUSE = "lighthouse@12.8.2";
    private static final int ROUNDS = Integer.getInteger("rounds", 3);
    /** 400 kbit/s. */
    private static final int BYTES_PER_SECOND = 400_000 / 8;

    private static final int LATENCY_MS = 400;
    private static final List<String> CATEGORIES = List.of("performance", "accessibility", "best-practices", "seo");

    private final String address;

    private ShopBench(String address) {
        this.address = address;
    }

    public static void main(String[] arguments) throws Exception {
        var running = System.getProperty("address");
        if (running != null) {
            new ShopBench(running).measure();
            return;
        }
        var data = Path.of("target/bench/shop").toAbsolutePath();
        RunningQutb.delete(data);
        try (var qutb = RunningQutb.start(data, Map.of("QUTB_DEMO_STORY", "true"))) {
            ManyProducts.awaitCatalogue(ManyPeople.database(data));
        }
        // Started again, it tells nothing beside what is measured.
        try (var qutb = RunningQutb.start(data, Map.of())) {
            new ShopBench(qutb.address()).measure();
        }
        RunningQutb.delete(data);
    }

    private void measure() throws Exception {
        weigh(Chromium.shared());
        slowly(Chromium.shared());
        Chromium.close();
        var lighthouse = lighthouse();
        if (lighthouse == null) {
            Bench.say("Lighthouse cannot be had here: its figures are left out");
            return;
        }
        var shop = read("/fr/shop");
        var piece = first(shop, "href=\"(/fr/piece/[^\"]+)\"");
        for (var page : pages(piece).entrySet()) {
            var report = report(lighthouse, page.getKey(), page.getValue(), cart(piece));
            for (var category : CATEGORIES) {
                Bench.figure(
                        "market.lighthouse." + page.getKey() + "." + category,
                        Math.round(report.path("categories")
                                        .path(category)
                                        .path("score")
                                        .asDouble()
                                * 100),
                        "",
                        1);
            }
            complain(page.getKey(), report);
        }
    }

    private static Map<String, String> pages(String piece) {
        var pages = new LinkedHashMap<String, String>();
        pages.put("home", "/fr");
        pages.put("list", "/fr/shop");
        pages.put("piece", piece);
        pages.put("checkout", "/fr/checkout");
        return pages;
    }

    /** What the first page of the shop weighs as it travels, pictures apart. */
    private void weigh(Browser browser) {
        var bytes = new AtomicLong();
        try (var context = browser.newContext(Chromium.phone())) {
            var page = context.newPage();
            var kinds = new java.util.HashMap<String, String>();
            var network = context.newCDPSession(page);
            network.send("Network.enable");
            network.on(
                    "Network.responseReceived",
                    event -> kinds.put(
                            event.get("requestId").getAsString(),
                            event.get("type").getAsString()));
            network.on("Network.loadingFinished", event -> {
                var kind = kinds.getOrDefault(event.get("requestId").getAsString(), "Other");
                if (!kind.equals("Image")) {
                    bytes.addAndGet(event.get("encodedDataLength").getAsLong());
                }
            });
            page.navigate(address + "/ar/shop");
            page.waitForLoadState();
            page.waitForTimeout(1_000);
        }
        Bench.figure("market.home_kb", bytes.get() / 1_000.0, "KB", 1);
    }

    private void slowly(Browser browser) {
        var seconds = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            try (var context = browser.newContext(Chromium.phone())) {
                var page = context.newPage();
                var slow = new JsonObject();
                slow.addProperty("offline", false);
                slow.addProperty("latency", LATENCY_MS);
                slow.addProperty("downloadThroughput", BYTES_PER_SECOND);
                slow.addProperty("uploadThroughput", BYTES_PER_SECOND);
                var network = context.newCDPSession(page);
                network.send("Network.enable");
                network.send("Network.emulateNetworkConditions", slow);
                page.navigate(address + "/ar/shop");
                page.waitForTimeout(3_000);
                seconds[round] = largestPaint(page) / 1_000;
            }
        }
        Bench.figure("market.slow.lcp_s", Bench.median(seconds), "s", ROUNDS);
    }

    /** Milliseconds after the address was entered. */
    private static double largestPaint(Page page) {
        return ((Number) page.evaluate("""
                () => new Promise(done => new PerformanceObserver(list => {
                    const last = list.getEntries().at(-1);
                    console.log(last.element && last.element.outerHTML.slice(0, 200));
                    done(last.startTime);
                }).observe({type: 'largest-contentful-paint', buffered: true}))
                """)).doubleValue();
    }

    private static @org.jspecify.annotations.Nullable Path lighthouse() throws IOException, InterruptedException {
        var home = Path.of("target/lighthouse").toAbsolutePath();
        var command = home.resolve("node_modules/lighthouse/cli/index.js");
        if (!Files.exists(command)) {
            Files.createDirectories(home);
            Files.writeString(home.resolve("package.json"), "{\"private\":true}");
            try {
                // Its scripts are not run: they would fetch a browser, and there is one.
                var npm = new ProcessBuilder(
                                "npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", LIGHTHOUSE)
                        .directory(home.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(home.resolve("npm.log").toFile())
                        .start();
                if (!npm.waitFor(5, TimeUnit.MINUTES)) {
                    npm.destroy();
                }
            } catch (IOException e) {
                return null; // there is no npm
            }
        }
        return Files.exists(command) ? command : null;
    }

    private JsonNode report(Path lighthouse, String name, String path, String cookie)
            throws IOException, InterruptedException {
        var report = Path.of("target/lighthouse", name + ".json").toAbsolutePath();
        Files.deleteIfExists(report);
        var headers = Path.of("target/lighthouse/headers.json").toAbsolutePath();
        Files.writeString(headers, JsonMapper.shared().writeValueAsString(Map.of("Cookie", cookie)));
        var builder = new ProcessBuilder(
                        "node",
                        lighthouse.toString(),
                        address + path,
                        "--quiet",
                        "--output=json",
                        "--output-path=" + report,
                        "--extra-headers=" + headers,
                        "--only-categories=" + String.join(",", CATEGORIES),
                        "--chrome-flags=--headless=new " + String.join(" ", Chromium.QUIET))
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target/lighthouse", name + ".log").toFile());
        builder.environment().put("CHROME_PATH", Chromium.installed().toString());
        var process = builder.start();
        if (!process.waitFor(3, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        return JsonMapper.shared().readTree(Files.readString(report));
    }

    /** What costs points, on standard error. */
    private static void complain(String name, JsonNode report) {
        for (var category : CATEGORIES) {
            for (var reference : report.path("categories").path(category).path("auditRefs")) {
                var audit = report.path("audits").path(reference.path("id").asString());
                if (reference.path("weight").asDouble() > 0
                        && audit.path("score").isNumber()
                        && audit.path("score").asDouble() < 0.9) {
                    Bench.say(
                            "%s %s: %s %s",
                            name,
                            category,
                            reference.path("id").asString(),
                            audit.path("displayValue").asString(""));
                }
            }
        }
    }

    private String read(String path) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create(address + path)).build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    /** The cookie of somebody who put the piece into the cart. */
    private String cart(String piece) throws IOException, InterruptedException {
        var page = read(piece);
        try (var http = HttpClient.newHttpClient()) {
            var form = "product=" + first(page, "name=\"product\" value=\"(\\d+)\"") + "&price="
                    + first(page, "name=\"price\" value=\"(\\d+)\"") + "&count=1";
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(address + "/fr/cart"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(form))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            return String.join(
                    "; ",
                    answer.headers().allValues("Set-Cookie").stream()
                            .map(it -> it.split(";", 2)[0])
                            .toList());
        }
    }

    private static String first(String text, String pattern) {
        var found = Pattern.compile(pattern).matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("nothing like " + pattern);
        }
        return found.group(1);
    }
}
