package ma.qutb.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The page of a product, beside a bare server that reads the same row, and the list searched and narrowed, in Arabic, with 10,000 and with
 * 100,000 products. Turn by turn in one run; generator, Qutb and its database share the machine.
 */
final class MarketPagesBench {

    private static final int BROWSERS = 16;
    private static final int SECONDS = Integer.getInteger("seconds", 6);
    private static final int ROUNDS = Integer.getInteger("rounds", 3);
    /** Until the programs are translated that a busy shop runs on. */
    private static final int WARM = Integer.getInteger("warm", 40);

    private static final int PAGES = 1_000;
    private static final List<String> SEARCHES = List.of(
            "",
            "q=" + said("خاتم"),
            "q=" + said("فضة"),
            "craft=jew",
            "q=khatem",
            "sort=price",
            "material=silver",
            "q=" + said("زربية"));

    private final String address;
    private final LeanBrowsers browsers;

    private MarketPagesBench(String address) {
        this.address = address;
        this.browsers = new LeanBrowsers(URI.create(address).getPort());
    }

    public static void main(String[] arguments) throws Exception {
        var data = Path.of("target/bench/market").toAbsolutePath();
        RunningQutb.delete(data);
        try (var qutb = RunningQutb.start(data, Map.of("QUTB_DEMO_STORY", "true"))) {
            ManyProducts.awaitCatalogue(ManyPeople.database(data));
        }
        for (int products : new int[] {10_000, 100_000}) {
            try (var qutb = RunningQutb.start(data, Map.of())) {
                var database = ManyPeople.database(data);
                ManyProducts.fill(database, products);
                var bench = new MarketPagesBench(qutb.address());
                bench.pieces(products == 100_000 ? "market.piece" : "market.piece10k", data, database);
                if (products == 100_000) {
                    bench.searches();
                }
            }
        }
        RunningQutb.delete(data);
    }

    private void pieces(String figure, Path data, JdbcTemplate database) throws Exception {
        var numbers = database.queryForList(
                "select number from market.shelf tablesample system (30) limit " + PAGES, Long.class);
        var paths = addresses(numbers);
        IntFunction<String> page = i -> paths.get(Math.floorMod(i * 7919, PAGES));
        IntFunction<String> row = i -> "/" + numbers.get(Math.floorMod(i * 7919, PAGES));
        browsers.perSecond(BROWSERS, WARM, page);
        var rates = new double[ROUNDS];
        var ratios = new double[ROUNDS];
        try (var floor = new Floor(data)) {
            floor.browsers.perSecond(BROWSERS, SECONDS, row);
            for (int round = 0; round < ROUNDS; round++) {
                double below = floor.browsers.perSecond(BROWSERS, SECONDS, row);
                rates[round] = browsers.perSecond(BROWSERS, SECONDS, page);
                ratios[round] = rates[round] / below;
                Bench.say("%s: floor %.0f/s, Qutb %.0f/s", figure, below, rates[round]);
            }
        }
        Bench.figure(figure + ".per_s", Bench.median(rates), "/s", ROUNDS);
        Bench.figure(figure + ".floor_ratio", Bench.median(ratios), "", ROUNDS);
        Bench.figure(figure + ".p99_ms", LeanBrowsers.p99(browsers.latencies(500, 8, 64, page)), "ms", 4_000);
    }

    private void searches() throws Exception {
        IntFunction<String> page = i -> "/ar/shop?" + SEARCHES.get(Math.floorMod(i, SEARCHES.size()));
        browsers.perSecond(BROWSERS, WARM, page);
        var rates = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            rates[round] = browsers.perSecond(BROWSERS, SECONDS, page);
        }
        Bench.figure("market.search.per_s", Bench.median(rates), "/s", ROUNDS);
        Bench.figure("market.search.p99_ms", LeanBrowsers.p99(browsers.latencies(100, 10, 32, page)), "ms", 1_000);
    }

    /** Where each page lives: an address that lacks the words of its title is sent there. */
    private List<String> addresses(List<Long> numbers) throws IOException, InterruptedException {
        var addresses = new ArrayList<String>();
        try (var http = HttpClient.newHttpClient()) {
            for (var number : numbers) {
                var answer = http.send(
                        HttpRequest.newBuilder(URI.create(address + "/ar/piece/" + number))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
                addresses.add(URI.create(answer.headers().firstValue("Location").orElseThrow())
                        .getRawPath());
            }
        }
        return addresses;
    }

    private static String said(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8);
    }

    /** The bare server in a process of its own, as Qutb has one. */
    private static final class Floor implements AutoCloseable {

        private final Process process;
        private final LeanBrowsers browsers;

        Floor(Path data) throws IOException {
            var postgres = data.resolve("postgres");
            var port = Files.readAllLines(postgres.resolve("data18/postmaster.pid"))
                    .get(3)
                    .strip();
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx192m",
                            "-XX:+UseSerialGC",
                            "-Dsun.net.httpserver.nodelay=true",
                            "-cp",
                            System.getProperty("java.class.path"),
                            BareServer.class.getName(),
                            "jdbc:postgresql://127.0.0.1:" + port + "/qutb",
                            "qutb",
                            Files.readString(postgres.resolve("password")).strip())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            var line = lines.readLine();
            while (!line.startsWith("port ")) {
                line = lines.readLine();
            }
            browsers = new LeanBrowsers(Integer.parseInt(line.substring(5)));
        }

        @Override
        public void close() throws InterruptedException {
            process.destroy();
            process.waitFor();
        }
    }
}
