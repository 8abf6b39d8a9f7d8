package ma.qutb.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Signs a plain HTTP client in with a demonstration account, through the form people use. */
final class SignedIn {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private SignedIn() {}

    static void signIn(HttpClient http, String address, String user) throws IOException, InterruptedException {
        var form = http.send(
                HttpRequest.newBuilder(URI.create(address + "/sign-in")).build(), HttpResponse.BodyHandlers.ofString());
        var token = CSRF.matcher(form.body());
        if (!token.find()) {
            throw new IOException("the sign-in page has no form");
        }
        var fields = "_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8) + "&username=" + user
                + "&password=qutb-demo";
        http.send(
                HttpRequest.newBuilder(URI.create(address + "/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(fields))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        var home = http.send(
                HttpRequest.newBuilder(URI.create(address + "/app/people")).build(),
                HttpResponse.BodyHandlers.ofString());
        if (home.statusCode() != 200 || home.uri().getPath().contains("sign-in")) {
            throw new IOException("could not sign in as " + user + ": " + home.statusCode() + " " + home.uri());
        }
    }
}
