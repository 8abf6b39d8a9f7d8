package ma.qutb.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Whole checkouts a second: sixteen guests put a piece in the cart, look at it, say who and where, choose delivery and cash on delivery,
 * order, and read the order. One in ten goes for the same few pieces: somebody is late there, and nobody gets what another has. Afterwards
 * orders and pieces are counted against each other and the ledger proves itself.
 */
final class MarketCheckoutBench {

    private static final int SHOPPERS = 16;
    private static final int SECONDS = Integer.getInteger("seconds", 10);
    private static final int ROUNDS = Integer.getInteger("rounds", 3);
    /** Guests before the first that count: a shop that has been open for a minute, not one whose programs are still being translated. */
    private static final int WARM = Integer.getInteger("warm", 60);
    /** More than are sold meanwhile: near the end all would want the same. */
    private static final int PRODUCTS = 30_000;

    private static final int WANTED = 200;
    private static final Pattern TOKEN = Pattern.compile("name=\"(_csrf|key|seen)\" value=\"([^\"]+)\"");

    private final LeanBrowsers browsers;
    private final List<Map<String, Object>> goods;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger late = new AtomicInteger();
    private final AtomicLong telephone = new AtomicLong(600_000_000L);

    private MarketCheckoutBench(String address, List<Map<String, Object>> goods) {
        this.browsers = new LeanBrowsers(URI.create(address).getPort());
        this.goods = goods;
    }

    public static void main(String[] arguments) throws Exception {
        var data = Path.of("target/bench/checkout").toAbsolutePath();
        RunningQutb.delete(data);
        try (var qutb = RunningQutb.start(data, Map.of("QUTB_DEMO_STORY", "true"))) {
            ManyProducts.awaitCatalogue(ManyPeople.database(data));
        }
        // All guests have one address here.
        try (var qutb = RunningQutb.start(data, Map.of("QUTB_MARKET_ORDERS_AN_HOUR", "100000000"))) {
            var database = ManyPeople.database(data);
            ManyProducts.fill(database, PRODUCTS);
            long before = orders(database);
            var bench = new MarketCheckoutBench(
                    qutb.address(),
                    database.queryForList(
                            "select number, price from market.shelf where available = 1 and kind <> 'to_order' order by number desc"));
            bench.perSecond(WARM);
            var rates = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                rates[round] = bench.perSecond(SECONDS);
            }
            Bench.say("%d orders, %d guests were late", orders(database) - before, bench.late.get());
            Bench.figure("market.checkout.per_s", Bench.median(rates), "/s", ROUNDS);
            Bench.figure("market.checkout.oversold", oversold(database), "", 1);
        }
        provedLedger(data);
        RunningQutb.delete(data);
    }

    private double perSecond(int seconds) throws Exception {
        long begin = System.nanoTime();
        long until = begin + seconds * 1_000_000_000L;
        int ordered = 0;
        for (var each : browsers.all(SHOPPERS, connection -> {
            int done = 0;
            while (System.nanoTime() < until) {
                done += checkout(connection) ? 1 : 0;
            }
            return done;
        })) {
            ordered += each;
        }
        return ordered / ((System.nanoTime() - begin) / 1e9);
    }

    /** @return false when somebody else was faster */
    private boolean checkout(LeanConnection guest) throws IOException {
        int turn = next.getAndIncrement();
        var wanted = goods.get(turn % 10 == 0 ? turn / 10 % WANTED : WANTED + turn % (goods.size() - WANTED));
        guest.forget();
        guest.send(
                        "/fr/cart",
                        Map.of(
                                "product", wanted.get("number").toString(),
                                "price", wanted.get("price").toString()))
                .must(303);
        guest.open("/fr/cart").must(200);
        var who = guest.open("/fr/checkout");
        if (who.status() == 303) {
            late.incrementAndGet();
            return false;
        }
        var hidden = hidden(who.must(200).text());
        var buyer = Map.of(
                "name", "Amal Benali",
                "phone", "0" + telephone.incrementAndGet(),
                "way", "home",
                "city", "Agadir",
                "address", "12, rue des Tisserands");
        var typed = new java.util.HashMap<>(hidden);
        typed.putAll(buyer);
        var how = guest.send("/fr/checkout", typed);
        if (how.status() == 303) {
            late.incrementAndGet();
            return false;
        }
        typed.putAll(hidden(how.must(200).text()));
        typed.put("method", "cash_on_delivery");
        typed.put("key", UUID.randomUUID().toString());
        var placed = guest.send("/fr/checkout/order", typed);
        if (placed.status() == 422 || placed.location().endsWith("/cart")) {
            late.incrementAndGet();
            return false;
        }
        guest.open(URI.create(placed.must(303).location()).getRawPath()).must(200);
        return true;
    }

    private static Map<String, String> hidden(String page) {
        var found = new java.util.HashMap<String, String>();
        TOKEN.matcher(page).results().forEach(it -> found.put(it.group(1), it.group(2)));
        return found;
    }

    private static long orders(JdbcTemplate database) {
        return database.queryForObject("select count(*) from market.buyer_order", Long.class);
    }

    /** Pieces that two lines of orders have, or that a line has and the piece does not know. */
    private static long oversold(JdbcTemplate database) {
        return database.queryForObject("""
                select (select count(*) from (select piece_id from market.order_line l join market.buyer_order o on o.id = l.order_id
                          where o.state = 'placed' and piece_id is not null group by piece_id having count(*) > 1) twice)
                     + (select count(*) from market.order_line l join market.buyer_order o on o.id = l.order_id
                          join market.piece p on p.id = l.piece_id
                         where o.state = 'placed' and l.piece_id is not null and p.hold_id is distinct from l.hold_id)
                """, Long.class);
    }

    private static void provedLedger(Path data) throws IOException, InterruptedException {
        var builder = new ProcessBuilder("bin/verify-ledger").redirectErrorStream(true);
        builder.environment().put("QUTB_DATA", data.toString());
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        Bench.figure("market.checkout.ledger_clean", process.waitFor() == 0 ? 1 : 0, "", 1);
        Bench.say("%s", said.strip());
    }
}
