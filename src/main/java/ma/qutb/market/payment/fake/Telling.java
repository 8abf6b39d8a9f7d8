package ma.qutb.market.payment.fake;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/**
 * Tells a shop what became of a payment, and again as long as it says that something went wrong there or does not answer.
 *
 * @param tries how often at most
 * @param pause between two tries, doubled each time up to ten seconds
 */
public record Telling(int tries, Duration pause) {

    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int OK = 200;

    public static Telling patient() {
        return new Telling(5, Duration.ofSeconds(1));
    }

    /** What was answered at last; empty where nobody did. */
    public String tell(URI callback, Map<String, String> fields) {
        var answer = "";
        var wait = pause;
        try (var http = HttpClient.newBuilder().connectTimeout(LONGEST).build()) {
            for (int n = 0; n < tries; n++) {
                if (n > 0) {
                    Thread.sleep(wait);
                    wait = wait.multipliedBy(2).compareTo(LONGEST) < 0 ? wait.multipliedBy(2) : LONGEST;
                }
                answer = once(http, callback, fields);
                if (!answer.isEmpty() && !answer.equals("FAILURE")) {
                    return answer;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return answer;
    }

    private static String once(HttpClient http, URI callback, Map<String, String> fields) throws InterruptedException {
        var request = HttpRequest.newBuilder(callback)
                .timeout(LONGEST)
                .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(FormText.written(fields)))
                .build();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            // A shop that is just starting shows a page that says so: that is no answer.
            return answer.statusCode() == OK ? answer.body().strip() : "";
        } catch (IOException e) {
            return "";
        }
    }
}
