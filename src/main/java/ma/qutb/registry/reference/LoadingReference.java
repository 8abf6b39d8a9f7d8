package ma.qutb.registry.reference;

import ma.qutb.platform.Filling;
import ma.qutb.registry.craft.CraftReference;
import ma.qutb.registry.distinction.DistinctionReference;
import ma.qutb.registry.organisation.OrganisationReference;
import ma.qutb.registry.person.PersonReference;
import ma.qutb.registry.territory.TerritoryReference;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The registry's part of the reference data, whole or not at all; what other modules load refers to it. */
@Component
@Order(10)
class LoadingReference implements Filling {

    private final TerritoryReference territories;
    private final CraftReference crafts;
    private final OrganisationReference organisations;
    private final PersonReference people;
    private final DistinctionReference distinctions;
    private final TransactionTemplate transaction;

    LoadingReference(
            TerritoryReference territories,
            CraftReference crafts,
            OrganisationReference organisations,
            PersonReference people,
            DistinctionReference distinctions,
            TransactionTemplate transaction) {
        this.territories = territories;
        this.crafts = crafts;
        this.organisations = organisations;
        this.people = people;
        this.distinctions = distinctions;
        this.transaction = transaction;
    }

    @Override
    public void fill() {
        transaction.executeWithoutResult(status -> {
            territories.load();
            crafts.load();
            organisations.load();
            people.load();
            distinctions.load();
        });
        // Who asked before the commit was told what stood there before.
        territories.forget();
        crafts.forget();
    }
}
