package ma.qutb.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

/** A filtered list of 100,000 people as a workbook: when its first byte arrives, and when its last. */
final class RegistryExportBench {

    private static final int TIMES = 5;

    private RegistryExportBench() {}

    public static void main(String[] arguments) throws Exception {
        var data = Path.of("target/bench/export").toAbsolutePath();
        RunningQutb.delete(data);
        try (var qutb = RunningQutb.start(data, Map.of("QUTB_AOT", "off"));
                var http = HttpClient.newBuilder()
                        .cookieHandler(new CookieManager())
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build()) {
            ManyPeople.fill(ManyPeople.database(data));
            SignedIn.signIn(http, qutb.address(), "registrar");
            var first = new double[TIMES];
            var total = new double[TIMES];
            for (int i = -1; i < TIMES; i++) {
                var file = data.resolve("people.xlsx");
                var seconds = download(http, qutb.address() + "/app/lists/people.xlsx?demonstration=no", file);
                if (i < 0) {
                    count(file);
                } else {
                    first[i] = seconds[0];
                    total[i] = seconds[1];
                }
            }
            Bench.figure("registry.export100k.first_byte_s", Bench.p95(first), "s", TIMES);
            Bench.figure("registry.export100k.total_s", Bench.median(total), "s", TIMES);
            Bench.figure("registry.export100k.rss_mb", qutb.residentMegabytes(), "MB", 1);
        }
        RunningQutb.delete(data);
    }

    /** Seconds to the first byte and to the last. */
    private static double[] download(HttpClient http, String address, Path file)
            throws IOException, InterruptedException {
        long begin = System.nanoTime();
        var answer = http.send(
                HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw new IOException(address + " answers " + answer.statusCode());
        }
        try (var in = answer.body();
                var out = Files.newOutputStream(file)) {
            int one = in.read();
            double first = (System.nanoTime() - begin) / 1e9;
            out.write(one);
            in.transferTo(out);
            return new double[] {first, (System.nanoTime() - begin) / 1e9};
        }
    }

    private static void count(Path file) throws IOException {
        try (var book = new ReadableWorkbook(file.toFile());
                var rows = book.getFirstSheet().openStream()) {
            long found = rows.count() - 1;
            // The people of the publications are real and come on top.
            if (found < ManyPeople.PEOPLE) {
                throw new IOException("the workbook has " + found + " rows");
            }
        }
    }
}
