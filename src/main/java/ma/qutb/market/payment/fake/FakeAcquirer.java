package ma.qutb.market.payment.fake;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import ma.qutb.market.payment.cmi.HashV3;

/** The page of a bank that is none: pay, refuse, or close it. Then the shop is told, machine to machine, again until it answers. */
public final class FakeAcquirer implements AutoCloseable {

    /**
     * What was told to the shop and answered.
     *
     * @param answer empty when nobody answered
     */
    public record Told(String number, boolean accepted, String answer) {

        /** Whether money would have moved. */
        public boolean captured() {
            return accepted && answer.equals("ACTION=POSTAUTH");
        }
    }

    private static final int LARGEST = 65_536;
    private static final int NO_CLOSING_DELAY = 0;

    private final HttpServer server;
    private final String client;
    private final String storeKey;
    private final Telling telling;
    private final BankPage page = new BankPage();
    private final Map<String, Map<String, String>> shown = new ConcurrentHashMap<>();
    private final List<Told> told = new CopyOnWriteArrayList<>();

    private FakeAcquirer(HttpServer server, String client, String storeKey, Telling telling) {
        this.server = server;
        this.client = client;
        this.storeKey = storeKey;
        this.telling = telling;
    }

    /**
     * Starts it on this machine only.
     *
     * @param port 0: any that is free
     */
    public static FakeAcquirer start(int port, String client, String storeKey, Telling telling) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        var fake = new FakeAcquirer(server, client, storeKey, telling);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/fim/est3Dgate", fake::ask);
        server.createContext("/fim/choice", fake::choose);
        server.start();
        return fake;
    }

    /** Where shops send browsers. */
    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/fim/est3Dgate");
    }

    /** What shops were told, the oldest first. */
    public List<Told> told() {
        return List.copyOf(told);
    }

    private void ask(HttpExchange exchange) throws IOException {
        var fields = fields(exchange);
        var language = fields.getOrDefault("lang", "ar");
        if (!HashV3.holds(fields, storeKey) || !client.equals(fields.get("clientid"))) {
            answer(exchange, 400, page.refused(language));
            return;
        }
        var token = UUID.randomUUID().toString();
        shown.put(token, fields);
        answer(exchange, 200, page.asking(language, token, fields, false));
    }

    private void choose(HttpExchange exchange) throws IOException {
        var chosen = fields(exchange);
        var token = chosen.getOrDefault("token", "");
        var asked = shown.get(token);
        if (asked == null) {
            answer(exchange, 404, page.refused("ar"));
            return;
        }
        var language = asked.getOrDefault("lang", "ar");
        switch (chosen.getOrDefault("choice", "")) {
            case "pay" -> {
                var said = Outcome.accepted(asked, storeKey);
                tell(asked, said, true);
                answer(exchange, 200, page.back(language, asked.getOrDefault("okUrl", ""), said));
            }
            case "refuse" -> {
                var said = Outcome.refused(asked, storeKey);
                tell(asked, said, false);
                // The card was declined: another may be tried here, or the buyer goes back.
                answer(exchange, 200, page.asking(language, token, asked, true));
            }
            case "back" ->
                answer(
                        exchange,
                        200,
                        page.back(language, asked.getOrDefault("failUrl", ""), Outcome.refused(asked, storeKey)));
            default -> answer(exchange, 200, page.closed(language));
        }
    }

    private void tell(Map<String, String> asked, Map<String, String> said, boolean accepted) {
        var answer = telling.tell(URI.create(asked.getOrDefault("CallbackURL", "")), said);
        told.add(new Told(asked.getOrDefault("oid", ""), accepted, answer));
    }

    private static Map<String, String> fields(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readNBytes(LARGEST);
        return FormText.read(new String(body, StandardCharsets.UTF_8));
    }

    private static void answer(HttpExchange exchange, int status, String html) throws IOException {
        var bytes = html.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(NO_CLOSING_DELAY);
    }

    /** Settings come by environment, the same names as of the shop. */
    public static void main(String[] arguments) throws IOException {
        var port = Integer.parseInt(System.getenv().getOrDefault("QUTB_FAKE_PORT", "8090"));
        var client = System.getenv().getOrDefault("QUTB_CMI_CLIENT", "600000000");
        var storeKey = System.getenv().getOrDefault("QUTB_CMI_STORE_KEY", "fake-acquirer");
        System.out.println(start(port, client, storeKey, Telling.patient()).address());
    }
}
