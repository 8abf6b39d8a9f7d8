package ma.qutb.spaces.lease;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import ma.qutb.identity.Notifications;
import ma.qutb.kernel.Role;
import ma.qutb.kernel.Scope;
import ma.qutb.ledger.Poster;
import ma.qutb.spaces.OfferAccepted;
import ma.qutb.spaces.UnitId;
import ma.qutb.spaces.unit.Occupant;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An accepted offer becomes the draft of a contract, at the usual rent, for the manager of the zone to look through. */
@Component
class LeasingOffers {

    private final LeasingUnits leasing;
    private final Leases leases;
    private final LeaseSettings settings;
    private final Notifications notifications;
    private final JdbcClient database;
    private final Clock clock;

    LeasingOffers(
            LeasingUnits leasing,
            Leases leases,
            LeaseSettings settings,
            Notifications notifications,
            JdbcClient database,
            Clock clock) {
        this.leasing = leasing;
        this.leases = leases;
        this.settings = settings;
        this.notifications = notifications;
        this.database = database;
        this.clock = clock;
    }

    @EventListener
    @Transactional
    public void accepted(OfferAccepted offer) {
        if (written(offer)) {
            return;
        }
        var unit = new UnitId(offer.unit());
        var rent = settings.rentFor(unit, database);
        var id = leasing.draft(
                new NewLease(
                        unit,
                        Occupant.of(offer.party(), offer.organisation()),
                        Optional.empty(),
                        LocalDate.now(clock).withDayOfMonth(1).plusMonths(1),
                        settings.months(),
                        rent,
                        rent * settings.depositMonths(),
                        "",
                        0,
                        0,
                        "none",
                        Optional.of(offer.offer())),
                Poster.job("spaces.offers"));
        var lease = leases.find(id).orElseThrow();
        notifications.tell(
                Role.ZONE_MANAGER,
                Scope.EVERYWHERE,
                "spaces.lease.told.drafted",
                List.of(lease.tenant().name().arabic(), lease.said()),
                lease.path());
    }

    private boolean written(OfferAccepted offer) {
        return database.sql("select exists (select from spaces.lease where offer_id = :offer)")
                .param("offer", offer.offer())
                .query(Boolean.class)
                .single();
    }
}
