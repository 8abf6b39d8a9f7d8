package ma.qutb.market.payment;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import ma.qutb.market.payment.fake.FormText;
import org.springframework.web.util.HtmlUtils;

/** A browser without scripts: opens pages and sends the form it finds there. */
public class Buyer {

    private static final Pattern FORM =
            Pattern.compile("<form[^>]*action=\"([^\"]*)\"(?=[^>]*>)[^>]*>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"", Pattern.DOTALL);

    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();

    public HttpResponse<String> page = null;

    public Buyer opens(URI address) {
        return gets(HttpRequest.newBuilder(address).build());
    }

    /** The form that leads away from our page, or the only one of the bank's. */
    public Map<String, String> form() {
        var fields = new LinkedHashMap<String, String>();
        var found = HIDDEN.matcher(form(2));
        while (found.find()) {
            fields.put(HtmlUtils.htmlUnescape(found.group(1)), HtmlUtils.htmlUnescape(found.group(2)));
        }
        return fields;
    }

    public Buyer sends(Map<String, String> more) {
        var fields = form();
        fields.putAll(more);
        return posts(page.uri().resolve(HtmlUtils.htmlUnescape(form(1))), fields);
    }

    public Buyer posts(URI address, Map<String, String> fields) {
        return gets(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(FormText.written(fields)))
                .build());
    }

    private String form(int group) {
        var found = FORM.matcher(page.body());
        while (found.find()) {
            if (found.group(1).contains("/fim/") || found.group(1).contains("/payments/")) {
                return found.group(group);
            }
        }
        throw new AssertionError("no form on the page\n" + page.body());
    }

    private Buyer gets(HttpRequest request) {
        try {
            page = http.send(request, HttpResponse.BodyHandlers.ofString());
            return this;
        } catch (IOException e) {
            throw new AssertionError(request.uri().toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
