package ma.qutb.materials.price;

import java.time.Clock;
import java.time.LocalDate;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Poster;
import ma.qutb.materials.MaterialCode;
import ma.qutb.materials.Materials;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Reads today's price of silver where one is configured, every morning or when asked. */
@Component
class FetchingQuotes {

    private static final Logger log = LoggerFactory.getLogger(FetchingQuotes.class);
    private static final Poster JOB = Poster.job("silver-quote");

    private final ObjectProvider<QuoteSource> source;
    private final SettingPrices setting;
    private final Materials materials;
    private final Clock clock;

    FetchingQuotes(ObjectProvider<QuoteSource> source, SettingPrices setting, Materials materials, Clock clock) {
        this.source = source;
        this.setting = setting;
        this.materials = materials;
        this.clock = clock;
    }

    boolean possible() {
        return source.getIfAvailable() != null;
    }

    /** @throws Refusal when it cannot be read, or what is read cannot be */
    void fetch(Poster by) {
        source.ifAvailable(it -> setting.quote(
                materials.find(MaterialCode.SILVER).orElseThrow(),
                LocalDate.now(clock),
                it.silver(),
                "fetched",
                it.name(),
                by));
    }

    @Scheduled(cron = "${qutb.materials.quote-cron:0 30 8 * * *}", zone = "Africa/Casablanca")
    void everyMorning() {
        try {
            fetch(JOB);
        } catch (Refusal refusal) {
            log.warn("No quote of silver this morning: {}", refusal.code());
        }
    }
}
