package ma.qutb.registry.reference;

import ma.qutb.registry.craft.CraftReference;
import ma.qutb.registry.territory.TerritoryReference;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The registry's part of the reference data; what other modules load refers to it. */
@Component
@Order(10)
class LoadingReference implements ApplicationRunner {

    private final TerritoryReference territories;
    private final CraftReference crafts;

    LoadingReference(TerritoryReference territories, CraftReference crafts) {
        this.territories = territories;
        this.crafts = crafts;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        territories.load();
        crafts.load();
    }
}
