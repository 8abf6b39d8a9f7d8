package ma.qutb.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Memory of the application in RAM after use: public and signed-in pages asked for without pause. An hour by default says too
 * much waiting for a table of figures: {@code QUTB_BENCH_MINUTES} (5) says how long; growth is the difference between the last and the
 * middle of that time.
 */
final class MemoryBench {

    private static final List<String> PAGES = List.of(
            "/ar",
            "/fr",
            "/ar/figures",
            "/ar/figures/projects",
            "/fr/directory",
            "/ar/shop",
            "/fr/shop?q=bague",
            "/ar/makers",
            "/ar/directory?q=fatima",
            "/app/people",
            "/app/people?q=محمد",
            "/app/organisations",
            "/app/search?q=aicha",
            "/app/crafts",
            "/app/territories");

    private MemoryBench() {}

    public static void main(String[] arguments) throws Exception {
        var minutes = Integer.parseInt(System.getenv().getOrDefault("QUTB_BENCH_MINUTES", "5"));
        var data = Path.of("target/bench/memory").toAbsolutePath();
        RunningQutb.delete(data);
        try (var qutb = RunningQutb.start(data, Map.of());
                var http = HttpClient.newBuilder()
                        .cookieHandler(new java.net.CookieManager())
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build()) {
            SignedIn.signIn(http, qutb.address(), "registrar");
            int asked = use(http, qutb, Duration.ofMinutes(minutes).dividedBy(2));
            double middle = qutb.residentMegabytes();
            asked += use(http, qutb, Duration.ofMinutes(minutes).dividedBy(2));
            double last = qutb.residentMegabytes();
            Bench.figure("memory.rss_mb", last, "MB", asked);
            Bench.figure("memory.growth_mb", last - middle, "MB", asked);
        }
        RunningQutb.delete(data);
    }

    private static int use(HttpClient http, RunningQutb qutb, Duration time) throws Exception {
        long until = System.nanoTime() + time.toNanos();
        int asked = 0;
        while (System.nanoTime() < until) {
            var path = PAGES.get(asked++ % PAGES.size());
            http.send(
                    HttpRequest.newBuilder(
                                    URI.create(qutb.address() + path.replace("محمد", "%D9%85%D8%AD%D9%85%D8%AF")))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
        }
        return asked;
    }
}
