package ma.qutb.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.qutb.registry.search.SearchEntry;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A list of 100,000 artisans, from its upload over the trial to the last row stored, searchable and in the trail; on a server that has
 * taken over a list of 5,000 others before, as one that has been up for a while.
 */
final class RegistryImportBench {

    private static final int ROWS = Integer.getInteger("people", 100_000);
    private static final int BEFORE = 5_000;
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final List<String> COLUMNS = List.of(
            "given_ar",
            "family_ar",
            "given_latin",
            "family_latin",
            "sex",
            "birth",
            "identity",
            "phone",
            "commune",
            "crafts",
            "register_number");
    private static final List<String> PLACES =
            List.of("كلميم", "Guelmim", "طانطان", "Sidi Ifni", "أسا", "C-ZAG", "جماعة أسرير", "Tata");
    private static final List<String> CRAFTS =
            List.of("النسيج", "couture", "الصياغة", "WEV", "الجلد", "Forge", "الفخار");

    private final HttpClient http;
    private final String address;
    private final JdbcTemplate database;

    private RegistryImportBench(HttpClient http, String address, JdbcTemplate database) {
        this.http = http;
        this.address = address;
        this.database = database;
    }

    public static void main(String[] arguments) throws Exception {
        var data = Path.of("target/bench/import").toAbsolutePath();
        RunningQutb.delete(data);
        Files.createDirectories(data);
        var before = data.resolve("before.csv");
        write(before, ROWS, ROWS + BEFORE);
        var file = data.resolve("people.csv");
        write(file, 0, ROWS);
        try (var qutb = RunningQutb.start(data, Map.of());
                var http = HttpClient.newBuilder()
                        .cookieHandler(new CookieManager())
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build()) {
            SignedIn.signIn(http, qutb.address(), "registrar");
            var database = ManyPeople.database(data);
            var bench = new RegistryImportBench(http, qutb.address(), database);
            bench.run(before, BEFORE, false);
            bench.run(file, ROWS, true);
            Bench.figure("registry.import100k.rss_mb", qutb.residentMegabytes(), "MB", 1);
        }
        RunningQutb.delete(data);
    }

    private void run(Path file, int rows, boolean counts) throws IOException, InterruptedException {
        var csrf = csrf();
        long begin = System.nanoTime();
        var id = upload(file, csrf);
        post(
                "/app/imports/" + id + "/trial",
                csrf,
                COLUMNS.stream().map(it -> "&column=" + it).collect(Collectors.joining()));
        await(id, "tried");
        long between = System.nanoTime();
        post("/app/imports/" + id + "/storage", csrf, "");
        await(id, "stored");
        long end = System.nanoTime();
        var job = database.queryForMap("select * from importing.import_job where id = ?", id);
        if (!job.get("stored_created").equals(rows)) {
            throw new IOException("not all rows are in: " + job);
        }
        if (!counts) {
            return;
        }
        Bench.say("%s rows with warnings", job.get("warned_count"));
        Bench.figure("registry.import100k.trial_s", (between - begin) / 1e9, "s", 1);
        Bench.figure("registry.import100k.store_s", (end - between) / 1e9, "s", 1);
        Bench.figure("registry.import100k.s", (end - begin) / 1e9, "s", 1);
    }

    private String csrf() throws IOException, InterruptedException {
        var page = http.send(
                HttpRequest.newBuilder(URI.create(address + "/app/imports/kinds/people"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        var token = CSRF.matcher(page.body());
        if (!token.find()) {
            throw new IOException("no form to send a list with: " + page.statusCode());
        }
        return token.group(1);
    }

    private UUID upload(Path file, String csrf) throws IOException, InterruptedException {
        var body = new ByteArrayOutputStream();
        body.writeBytes(("--qutb\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + csrf
                        + "\r\n--qutb\r\nContent-Disposition: form-data; name=\"file\"; filename=\"people.csv\"\r\n"
                        + "Content-Type: text/csv\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(Files.readAllBytes(file));
        body.writeBytes("\r\n--qutb--\r\n".getBytes(StandardCharsets.UTF_8));
        var answer = http.send(
                HttpRequest.newBuilder(URI.create(address + "/app/imports/kinds/people"))
                        .header("Content-Type", "multipart/form-data; boundary=qutb")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        var path = answer.uri().getPath();
        if (answer.statusCode() != 200 || !path.matches("/app/imports/[0-9a-f-]{36}")) {
            throw new IOException("the list was not taken: " + answer.statusCode() + " " + path);
        }
        return UUID.fromString(path.substring("/app/imports/".length()));
    }

    private void post(String path, String csrf, String fields) throws IOException, InterruptedException {
        var answer = http.send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + csrf + fields))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answers " + answer.statusCode());
        }
    }

    private void await(UUID id, String state) throws IOException, InterruptedException {
        while (true) {
            var job = database.queryForMap("select state, failure from importing.import_job where id = ?", id);
            if (job.get("state").equals(state)) {
                return;
            }
            if (!List.of("trial", "storing").contains(job.get("state"))) {
                throw new IOException("the import ends as " + job);
            }
            Thread.sleep(100);
        }
    }

    private static void write(Path file, int from, int to) throws IOException {
        try (var out = Files.newBufferedWriter(file)) {
            out.write(
                    "الاسم الشخصي بالعربية;الاسم العائلي بالعربية;Prénom;Nom de famille;Sexe;Date de naissance;CIN;GSM;Commune;Métier;N° RNA\n");
            for (int i = from; i < to; i++) {
                out.write(row(i) + "\n");
            }
        }
    }

    private static String row(int number) {
        SearchEntry it = MadeUpPeople.person(number);
        var name = it.name();
        return Stream.of(
                        name.givenArabic(),
                        name.familyArabic(),
                        name.givenLatin(),
                        name.familyLatin(),
                        it.sex(),
                        String.valueOf(it.birthDate()),
                        "ZB%06d".formatted(number),
                        number % 10 < 8
                                ? "06 %02d %02d %02d 99".formatted(number / 10_000, number / 100 % 100, number % 100)
                                : "",
                        PLACES.get(number % PLACES.size()),
                        CRAFTS.get(number % CRAFTS.size()),
                        number % 3 == 0 ? "BENCH-" + number : "")
                .map(text -> text == null ? "" : text)
                .collect(Collectors.joining(";"));
    }
}
