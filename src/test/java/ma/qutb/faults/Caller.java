package ma.qutb.faults;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody who speaks HTTP with a running Qutb, keeps its cookies and follows no redirect. */
final class Caller {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String address;
    private final String language;
    private String csrf = "";

    Caller(int port, String language) {
        this.address = "http://localhost:" + port;
        this.language = language;
    }

    Caller signIn(String user, String password) throws Exception {
        get("/sign-in");
        var answer = post("/sign-in", Map.of("username", user, "password", password));
        if (answer.statusCode() != 302) {
            throw new AssertionError("not signed in: " + answer.statusCode());
        }
        return this;
    }

    HttpResponse<String> get(String path) throws Exception {
        return sent(HttpRequest.newBuilder(URI.create(address + path)).GET());
    }

    /** A form, with the token of the last page that had one. */
    HttpResponse<String> post(String path, Map<String, String> fields) throws Exception {
        var body = fields.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return sent(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Referer", address + "/app/people/new")
                .POST(HttpRequest.BodyPublishers.ofString(
                        body + "&_csrf=" + URLEncoder.encode(csrf, StandardCharsets.UTF_8))));
    }

    private HttpResponse<String> sent(HttpRequest.Builder request) throws IOException, InterruptedException {
        // Beside those the server gave: the reader's choice of language.
        var answer = client.send(
                request.header("Cookie", "lang=" + language).build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        var token = CSRF.matcher(answer.body());
        if (token.find()) {
            csrf = token.group(1);
        }
        return answer;
    }
}
