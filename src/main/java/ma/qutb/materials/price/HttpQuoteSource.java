package ma.qutb.materials.price;

import java.math.BigDecimal;
import java.math.MathContext;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import ma.qutb.kernel.Refusal;
import ma.qutb.materials.UnitPrice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Reads the price from an address that answers JSON, as configured. */
class HttpQuoteSource implements QuoteSource {

    private static final Logger log = LoggerFactory.getLogger(HttpQuoteSource.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int OK = 200;
    private static final int GRAM_DECIMALS = 3;

    private final QuoteSourceProperties where;
    private final JsonMapper json;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    HttpQuoteSource(QuoteSourceProperties where, JsonMapper json) {
        this.where = where;
        this.json = json;
    }

    @Override
    public String name() {
        return URI.create(where.url()).getHost();
    }

    @Override
    public UnitPrice silver() {
        try {
            var request = HttpRequest.newBuilder(URI.create(where.url()))
                    .timeout(PATIENCE)
                    .header("Accept", "application/json")
                    .build();
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                throw unreadable("status " + answer.statusCode());
            }
            return priceIn(answer.body());
        } catch (java.io.IOException e) {
            throw unreadable(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreadable("interrupted");
        }
    }

    private UnitPrice priceIn(String body) {
        try {
            var number = json.readTree(body).at(where.pointer());
            var dirhams = new BigDecimal(number.asString())
                    .multiply(where.dirhams())
                    .divide(where.grams(), MathContext.DECIMAL64);
            return UnitPrice.perUnit(dirhams, GRAM_DECIMALS);
        } catch (tools.jackson.core.JacksonException | NumberFormatException e) {
            throw unreadable("no number at " + where.pointer());
        }
    }

    private static Refusal unreadable(String why) {
        log.warn("The price of silver could not be read: {}", why);
        return new Refusal("materials.price.refusal.source");
    }
}
