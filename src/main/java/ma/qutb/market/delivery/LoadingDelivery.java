package ma.qutb.market.delivery;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.ledger.Poster;
import ma.qutb.platform.ReferenceRow;
import ma.qutb.platform.ReferenceTable;
import ma.qutb.platform.StartLock;
import ma.qutb.registry.LocalName;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The carriers, zones and first tables a pole begins with; what it set itself stays. */
@Component
@Order(18)
class LoadingDelivery implements ApplicationRunner {

    private static final String REASON = "تعريفة للانطلاق، يراجعها القطب";
    private static final DeliveryTerms TERMS = new DeliveryTerms(LocalDate.of(2025, 1, 1), 3_000_00, 2, 300);

    private final SettingDelivery setting;
    private final Deliveries deliveries;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final StartLock lock;

    LoadingDelivery(
            SettingDelivery setting,
            Deliveries deliveries,
            JdbcClient database,
            TransactionTemplate transaction,
            StartLock lock) {
        this.setting = setting;
        this.deliveries = deliveries;
        this.database = database;
        this.transaction = transaction;
        this.lock = lock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        lock.once("market.delivery", () -> transaction.executeWithoutResult(status -> load()));
        deliveries.forget();
    }

    private void load() {
        if (!database.sql("select exists (select from market.delivery_terms)")
                .query(Boolean.class)
                .single()) {
            ReferenceTable.read("supplement/market_carriers.csv").rows().forEach(this::carrier);
            int position = 0;
            for (var row : ReferenceTable.read("supplement/market_zones.csv").rows()) {
                zone(row, position++);
            }
            rates();
            setting.enter(TERMS, REASON, "reference");
        }
    }

    private void carrier(ReferenceRow row) {
        setting.carrier(
                new Carrier(
                        Ids.next(),
                        row.text("code"),
                        new LocalName(row.text("name_ar"), row.text("name_fr"), row.text("name_en")),
                        row.flag("abroad"),
                        row.flag("cash"),
                        row.orEmpty("tracking"),
                        true),
                Poster.job("reference"));
    }

    private void zone(ReferenceRow row, int position) {
        database.sql("""
            insert into market.zone (code, position, name_ar, name_fr, name_en, name_es, countries)
            values (:code, :position, :ar, :fr, :en, :es, :countries)
            """)
                .param("code", row.text("code"))
                .param("position", position)
                .param("ar", row.text("name_ar"))
                .param("fr", row.text("name_fr"))
                .param("en", row.text("name_en"))
                .param("es", row.text("name_es"))
                .param("countries", row.list("countries").toArray(String[]::new))
                .update();
    }

    private void rates() {
        for (var row : ReferenceTable.read("supplement/market_delivery.csv").rows()) {
            var carrier = database.sql("select id from market.carrier where code = :code")
                    .param("code", row.text("carrier"))
                    .query(UUID.class)
                    .single();
            setting.enter(
                    carrier,
                    row.text("zone"),
                    LocalDate.parse(row.text("valid_from")),
                    List.of(new SettingDelivery.Row(whole(row, "up_to_g"), whole(row, "fee") * 100L)),
                    whole(row, "days_min"),
                    whole(row, "days_max"),
                    REASON,
                    "reference");
        }
    }

    private static int whole(ReferenceRow row, String column) {
        return Math.toIntExact(Objects.requireNonNull(row.whole(column)));
    }
}
