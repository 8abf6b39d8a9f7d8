package ma.qutb.registry.demonstration;

import java.time.Clock;
import java.time.LocalDate;
import ma.qutb.identity.DemonstrationAccounts;
import ma.qutb.kernel.Role;
import ma.qutb.platform.Filling;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Fills an empty registry for a demonstration. Loading again changes nothing. */
@Component
@Order(100)
class LoadingDemonstration implements Filling {

    static final int ARTISANS = 4000;

    private static final Logger log = LoggerFactory.getLogger(LoadingDemonstration.class);

    private final boolean wanted;
    private final SavingPeople savingPeople;
    private final SavingOrganisations savingOrganisations;
    private final SavingHonours savingHonours;
    private final DemonstrationAccounts accounts;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LoadingDemonstration(
            @Value("${qutb.demo:false}") boolean wanted,
            SavingPeople savingPeople,
            SavingOrganisations savingOrganisations,
            SavingHonours savingHonours,
            DemonstrationAccounts accounts,
            JdbcClient database,
            TransactionTemplate transaction,
            Clock clock) {
        this.wanted = wanted;
        this.savingPeople = savingPeople;
        this.savingOrganisations = savingOrganisations;
        this.savingHonours = savingHonours;
        this.accounts = accounts;
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void fill() {
        if (!wanted) {
            return;
        }
        load();
        accounts.create();
        accounts.belongsTo(Role.ARTISAN, MakingPeople.id("person", 2));
    }

    /** All in one transaction: a start that is cut off leaves nothing half made up. */
    void load() {
        if (loaded()) {
            return;
        }
        long began = clock.millis();
        transaction.executeWithoutResult(status -> {
            var today = LocalDate.now(clock);
            var lexicon = new Lexicon();
            var people = new MakingPeople(lexicon, today).make(ARTISANS);
            savingPeople.save(people, today);
            savingOrganisations.save(people, lexicon, today);
            savingHonours.save(people, today);
        });
        log.info("made up {} artisans for demonstration in {} ms", ARTISANS, clock.millis() - began);
    }

    private boolean loaded() {
        return database.sql(
                        "select exists (select from registry.person where demonstration and reference_code like 'DEMO-P-%')")
                .query(Boolean.class)
                .single();
    }
}
