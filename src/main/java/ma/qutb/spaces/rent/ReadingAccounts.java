package ma.qutb.spaces.rent;

import java.time.Clock;
import java.time.LocalDate;
import ma.qutb.spaces.Units;
import ma.qutb.spaces.lease.Lease;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what a lease owed and paid. */
@Component
@Transactional(readOnly = true)
class ReadingAccounts {

    private final RentTable table;
    private final Standings standings;
    private final FollowingPlans plans;
    private final WaivingRents waivers;
    private final Units units;
    private final Clock clock;

    ReadingAccounts(
            RentTable table,
            Standings standings,
            FollowingPlans plans,
            WaivingRents waivers,
            Units units,
            Clock clock) {
        this.table = table;
        this.standings = standings;
        this.plans = plans;
        this.waivers = waivers;
        this.units = units;
        this.clock = clock;
    }

    Account read(Lease lease) {
        var today = LocalDate.now(clock);
        return new Account(
                lease,
                units.find(lease.unit()).orElseThrow(),
                standings.of(lease.id(), today),
                Account.lines(table.charges(lease.id()), table.credits(lease.id())),
                plans.of(lease.id()),
                waivers.of(lease.id()),
                today);
    }
}
