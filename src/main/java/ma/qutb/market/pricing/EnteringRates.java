package ma.qutb.market.pricing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Poster;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Enters what foreign money is worth; what was entered before stays. */
@Service
@Transactional
public class EnteringRates {

    private final JdbcClient database;
    private final ExchangeRates rates;
    private final Clock clock;

    EnteringRates(JdbcClient database, ExchangeRates rates, Clock clock) {
        this.database = database;
        this.rates = rates;
        this.clock = clock;
    }

    /**
     * A rate under its id, once.
     *
     * @throws Refusal when the day is to come or too long ago to be shown, or a rate cannot be one
     */
    public void enter(ExchangeRate rate, Poster by) {
        var today = LocalDate.now(clock);
        if (rate.day().isAfter(today) || rate.day().isBefore(today.minusDays(ExchangeRates.DAYS))) {
            throw new Refusal("market.rate.refusal.day", ExchangeRates.DAYS);
        }
        try {
            database.sql("""
                insert into market.exchange_rate (id, day, eur, usd, source, demonstration, entered_at, entered_by_name)
                values (:id, :day, :eur, :usd, :source, :demonstration, :now, :by)
                on conflict on constraint exchange_rate_pk do nothing
                """)
                    .param("id", rate.id())
                    .param("day", rate.day())
                    .param("eur", rate.euro())
                    .param("usd", rate.dollar())
                    .param("source", rate.source())
                    .param("demonstration", rate.demonstration())
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("by", by.name())
                    .update();
        } catch (DataIntegrityViolationException e) {
            throw Refusal.when("exchange_rate_plausible", e, "market.rate.refusal.implausible");
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                rates.forget();
            }
        });
    }
}
