package ma.qutb.market.pricing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The latest rates, kept in memory: every price of the shop asks for them, and they change once a day. */
@Component
public class ExchangeRates {

    /** An older one says nothing any more. */
    static final int DAYS = 30;

    private final JdbcClient database;
    private final Clock clock;
    private @Nullable List<ExchangeRate> known;
    private int edition;

    ExchangeRates(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The rate to show today; none when nobody entered one for a month. */
    public Optional<ExchangeRate> today() {
        var today = LocalDate.now(clock);
        return known().stream()
                .filter(it -> !it.day().isAfter(today) && !it.day().isBefore(today.minusDays(DAYS)))
                .findFirst();
    }

    /** Reads anew what was entered. */
    synchronized void forget() {
        known = null;
        edition++;
    }

    private List<ExchangeRate> known() {
        int before;
        synchronized (this) {
            if (known != null) {
                return known;
            }
            before = edition;
        }
        var read = read();
        synchronized (this) {
            // What was read before somebody entered another is not kept.
            known = edition == before ? read : known;
        }
        return read;
    }

    private List<ExchangeRate> read() {
        return database.sql("""
            select id, day, eur, usd, source, demonstration from market.exchange_rate
             order by day desc, demonstration, entered_at desc limit 100
            """)
                .query((row, number) -> new ExchangeRate(
                        row.getObject("id", UUID.class),
                        row.getObject("day", LocalDate.class),
                        row.getLong("eur"),
                        row.getLong("usd"),
                        row.getString("source"),
                        row.getBoolean("demonstration")))
                .list();
    }
}
