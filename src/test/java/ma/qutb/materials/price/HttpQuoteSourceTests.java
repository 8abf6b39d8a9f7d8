package ma.qutb.materials.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import ma.qutb.kernel.Refusal;
import ma.qutb.materials.UnitPrice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Beside a server of its own on this machine. */
class HttpQuoteSourceTests {

    private HttpServer server;

    @BeforeEach
    void begin() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/ounce", 200, "{\"quotes\":{\"silver\":\"38.5\"}}");
        answer("/nothing", 200, "{\"quotes\":{}}");
        answer("/page", 200, "<html>");
        answer("/down", 503, "{\"quotes\":{\"silver\":\"38.5\"}}");
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    @Test
    void anOunceInDollarsIsAGramInDirhams() {
        // 38.50 dollars of 10 dirhams for 31.1034768 g: 12.37804 dirhams a gram.
        assertThat(source("/ounce").silver()).isEqualTo(new UnitPrice(1_237_804));
        assertThat(source("/ounce").name()).isEqualTo("localhost");
    }

    @Test
    void whatCannotBeReadIsNoPrice() {
        for (var path : new String[] {"/nothing", "/page", "/down"}) {
            assertThatExceptionOfType(Refusal.class)
                    .as(path)
                    .isThrownBy(() -> source(path).silver())
                    .withMessage("materials.price.refusal.source");
        }
    }

    private QuoteSource source(String path) {
        return new HttpQuoteSource(
                new QuoteSourceProperties(
                        "http://localhost:" + server.getAddress().getPort() + path,
                        "/quotes/silver",
                        new BigDecimal("31.1034768"),
                        BigDecimal.TEN),
                JsonMapper.builder().build());
    }

    private void answer(String path, int status, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            exchange.sendResponseHeaders(status, bytes.length);
            try (var out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        });
    }
}
