package ma.qutb.materials.fund;

import java.time.Clock;
import java.util.List;
import ma.qutb.identity.Notifications;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.Scope;
import ma.qutb.ledger.MonthClosed;
import ma.qutb.materials.Fund;
import ma.qutb.materials.FundId;
import ma.qutb.materials.MaterialsPermission;
import ma.qutb.materials.SalePoints;
import ma.qutb.materials.StocktakeApproved;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells those who manage a fund that a gauge is in the red: once, and again only when it was out of it meanwhile. Looks every
 * night, and whenever a month was closed or a count approved.
 */
@Service
public class WatchingGauges {

    private static final Logger log = LoggerFactory.getLogger(WatchingGauges.class);

    private final GaugeAlarms alarms;
    private final ReadingFund reading;
    private final SalePoints points;
    private final FundPlaces places;
    private final Notifications notifications;
    private final TransactionTemplate transaction;
    private final Clock clock;

    WatchingGauges(
            GaugeAlarms alarms,
            ReadingFund reading,
            SalePoints points,
            FundPlaces places,
            Notifications notifications,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.alarms = alarms;
        this.reading = reading;
        this.points = points;
        this.places = places;
        this.notifications = notifications;
        // What closed the month is committed already: this is work of its own.
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    @Scheduled(cron = "${qutb.materials.gauges-cron:0 0 5 * * *}", zone = "Africa/Casablanca")
    void watchAll() {
        MDC.put("job", "fund-gauges");
        try {
            for (var fund : alarms.funds()) {
                watchOne(fund);
            }
        } finally {
            MDC.remove("job");
        }
    }

    /** One fund that cannot be read does not keep the others from being watched. */
    private void watchOne(FundId fund) {
        try {
            watch(fund);
        } catch (RuntimeException e) {
            log.error("the gauges of fund {} could not be read", fund, e);
        }
    }

    @TransactionalEventListener
    void monthClosed(MonthClosed event) {
        alarms.funds().stream()
                .filter(it -> points.fund(it)
                        .filter(fund -> fund.book().equals(event.book()))
                        .isPresent())
                .forEach(this::watch);
    }

    @TransactionalEventListener
    void stocktakeApproved(StocktakeApproved event) {
        watch(event.fund());
    }

    void watch(FundId id) {
        transaction.executeWithoutResult(status -> points.fund(id).ifPresent(this::watch));
    }

    private void watch(Fund fund) {
        for (var reading : reading.read(fund).gauges()) {
            switch (reading.state()) {
                case ALARM -> {
                    if (alarms.begin(fund.id(), reading.gauge(), clock.instant())) {
                        tell(fund, reading.gauge());
                    }
                }
                case GOOD, WATCH -> alarms.end(fund.id(), reading.gauge(), clock.instant());
                case UNKNOWN -> {
                    // Neither in the red nor out of it.
                }
            }
        }
    }

    private void tell(Fund fund, Gauge gauge) {
        notifications.tell(
                MaterialsPermission.MANAGE_FUND.roles(),
                new Scope.Within(places.of(fund)),
                "materials.alarm." + gauge.code(),
                List.of(fund.name().in(Language.AR)),
                "/app/funds/" + fund.id() + "#gauge-" + gauge.code());
    }
}
