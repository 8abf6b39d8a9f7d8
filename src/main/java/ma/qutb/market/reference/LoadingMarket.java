package ma.qutb.market.reference;

import ma.qutb.market.taxonomy.Taxonomy;
import ma.qutb.platform.Filling;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** This module's part of the reference data, after the registry's, which it refers to. */
@Component
@Order(16)
class LoadingMarket implements Filling {

    private final MarketReference reference;
    private final Taxonomy taxonomy;

    LoadingMarket(MarketReference reference, Taxonomy taxonomy) {
        this.reference = reference;
        this.taxonomy = taxonomy;
    }

    @Override
    public void fill() {
        reference.load();
        // Who asked before the commit was told what stood there before.
        taxonomy.forget();
    }
}
