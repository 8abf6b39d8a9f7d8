package ma.qutb.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** The list of people, the same list filtered and the record page, with 100,000 people, as a registrar's browser asks for them. */
final class RegistryPagesBench {

    private static final int SAMPLES = 300;
    private static final int WARMING = 200;
    private static final List<String> FILTERS = List.of(
            "territory=P-TNT",
            "craft=WEV",
            "category=maalem",
            "sex=female&craft=JEW",
            "territory=P-GUE&status=not-yet&sort=-name",
            "q=0700",
            "sort=-registered_at");

    private final HttpClient http;
    private final String address;

    private RegistryPagesBench(HttpClient http, String address) {
        this.http = http;
        this.address = address;
    }

    public static void main(String[] arguments) throws Exception {
        var data = Path.of("target/bench/pages").toAbsolutePath();
        RunningQutb.delete(data);
        try (var qutb = RunningQutb.start(data, Map.of())) {
            ManyPeople.fill(ManyPeople.database(data));
        }
        try (var qutb = RunningQutb.start(data, Map.of());
                var http = HttpClient.newBuilder()
                        .cookieHandler(new CookieManager())
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build()) {
            var database = ManyPeople.database(data);
            ManyPeople.awaitIndex(database);
            SignedIn.signIn(http, qutb.address(), "registrar");
            var people = database.queryForList(
                    "select id::text from registry.person tablesample system (20) limit 1000", String.class);
            var bench = new RegistryPagesBench(http, qutb.address());
            double list = bench.measure("registry.page.list", i -> "/app/people?page=" + (1 + i % 20));
            double filtered =
                    bench.measure("registry.page.filtered", i -> "/app/people?" + FILTERS.get(i % FILTERS.size()));
            double one = bench.measure("registry.page.record", i -> "/app/people/" + people.get(i % people.size()));
            Bench.figure("registry.page.p95_ms", Math.max(list, Math.max(filtered, one)), "ms", 3 * SAMPLES);
        }
        RunningQutb.delete(data);
    }

    private double measure(String name, IntFunction<String> path) throws IOException, InterruptedException {
        for (int i = 0; i < WARMING; i++) {
            ask(path.apply(i));
        }
        var samples = new double[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            samples[i] = ask(path.apply(i));
            if (samples[i] > 100 && Boolean.getBoolean("slow")) {
                Bench.say("%.0f ms: %s", samples[i], path.apply(i));
            }
        }
        Bench.figure(name + ".p95_ms", Bench.p95(samples), "ms", SAMPLES);
        Bench.say("%s: median %.1f ms", name, Bench.median(samples));
        return Bench.p95(samples);
    }

    private double ask(String path) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        var answer = http.send(
                HttpRequest.newBuilder(URI.create(address + path)).build(), HttpResponse.BodyHandlers.ofByteArray());
        double took = (System.nanoTime() - begin) / 1e6;
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answers " + answer.statusCode());
        }
        return took;
    }
}
