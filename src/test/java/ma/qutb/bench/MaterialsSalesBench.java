package ma.qutb.bench;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import ma.qutb.QutbApplication;
import ma.qutb.materials.MaterialCode;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.TestPoint;
import ma.qutb.materials.counter.Payment;
import ma.qutb.materials.counter.QuotaPeriod;
import ma.qutb.materials.counter.SellingAtTheCounter;
import ma.qutb.materials.counter.SettingQuotas;
import ma.qutb.materials.counter.TestCounter;
import ma.qutb.materials.credit.Agreement;
import ma.qutb.materials.credit.GrantingCredit;
import ma.qutb.registry.PersonId;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/**
 * Sales at one point by eight clients through the product's own selling: one till, the lots that came first, a quota that counts, two
 * sales in ten on credit. Lots are of a kilogram, so that they are emptied all the time and those that follow are begun.
 */
final class MaterialsSalesBench {

    private static final int CLIENTS = 8;
    private static final int JEWELLERS = 200;
    private static final int LOTS = 300;
    private static final long KILOGRAM = 1_000_000;
    private static final int WARM = Integer.getInteger("warm", 15);
    private static final int SECONDS = Integer.getInteger("seconds", 20);

    private final SellingAtTheCounter selling;
    private final TestCounter counter;
    private final SalePoint point;
    private final List<PersonId> jewellers;

    private MaterialsSalesBench(ConfigurableApplicationContext qutb) {
        selling = qutb.getBean(SellingAtTheCounter.class);
        counter = qutb.getBean(TestCounter.class);
        point = counter.open();
        counter.quote("10.00");
        jewellers =
                IntStream.range(0, JEWELLERS).mapToObj(it -> counter.jeweller()).toList();
        var lots = qutb.getBean(TestPoint.class);
        for (int i = 0; i < LOTS; i++) {
            lots.silver(point, KILOGRAM, 999, 9_000_00);
        }
        var today = LocalDate.now(ZoneId.of("Africa/Casablanca"));
        qutb.getBean(SettingQuotas.class)
                .set(
                        point.id(),
                        MaterialCode.SILVER,
                        today,
                        QuotaPeriod.MONTH,
                        1_000 * KILOGRAM,
                        "قياس",
                        TestCounter.DIRECTOR);
        for (var jeweller : jewellers) {
            qutb.getBean(GrantingCredit.class)
                    .grant(
                            point.fund(),
                            jeweller,
                            new Agreement(1_000_000_00L, 30, today, null, "قياس"),
                            TestCounter.DIRECTOR);
        }
    }

    public static void main(String[] arguments) throws Exception {
        try (var database = new BenchDatabase();
                var qutb = start(database)) {
            var bench = new MaterialsSalesBench(qutb);
            Bench.say("%d jewellers, %d lots", JEWELLERS, LOTS);
            bench.sell(WARM);
            var milliseconds = bench.sell(SECONDS);
            Bench.figure("materials.sales.per_s", milliseconds.length / (double) SECONDS, "/s", milliseconds.length);
            Bench.figure("materials.sales.p95_ms", Bench.p95(milliseconds), "ms", milliseconds.length);
        }
    }

    /** The application as it is, on a database as durable as the real one, without the initializers of the tests. */
    private static ConfigurableApplicationContext start(BenchDatabase database) {
        var at = database.environment();
        var application = new SpringApplication(QutbApplication.class);
        application.setInitializers(List.of(context -> {
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "bench",
                            Map.of(
                                    "server.port",
                                    "0",
                                    "qutb.demo.story",
                                    "false",
                                    "qutb.key",
                                    "dGVzdHMgb25seSwgdGVzdHMgb25seSwgdGVzdHMgb25seQ==",
                                    "qutb.files.folder",
                                    System.getProperty("java.io.tmpdir") + "/qutb-bench-files",
                                    "qutb.db.url",
                                    at.get("QUTB_DB_URL"),
                                    "qutb.db.user",
                                    at.get("QUTB_DB_USER"),
                                    "qutb.db.password",
                                    at.get("QUTB_DB_PASSWORD"),
                                    "logging.level.root",
                                    "warn")));
            context.getBeanFactory().registerSingleton("withoutTests", new WithoutTests());
            ((GenericApplicationContext) context).registerBean(TestPoint.class);
            ((GenericApplicationContext) context).registerBean(TestCounter.class);
        }));
        return application.run();
    }

    /** What the tests add to the application for themselves lies in the same packages. */
    static final class WithoutTests extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader found, MetadataReaderFactory readers) throws IOException {
            return found.getResource().getURL().getPath().contains("test-classes");
        }
    }

    /** How many milliseconds each sale took. */
    private double[] sell(int seconds) throws Exception {
        long until = System.nanoTime() + seconds * 1_000_000_000L;
        var took = new ArrayList<Double>();
        try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
            for (var client : threads.invokeAll(Collections.nCopies(CLIENTS, client(until)))) {
                took.addAll(client.get());
            }
        }
        return took.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private Callable<List<Double>> client(long until) {
        return () -> {
            var took = new ArrayList<Double>();
            var random = ThreadLocalRandom.current();
            while (System.nanoTime() < until) {
                var request =
                        counter.cash(point, jewellers.get(random.nextInt(JEWELLERS)), random.nextLong(1_000, 20_000));
                var paid = random.nextInt(10) < 2 ? request.paidBy(Payment.CREDIT, "") : request;
                took.add(Bench.milliseconds(() -> selling.sell(paid, TestCounter.CLERK)));
            }
            return took;
        };
    }
}
