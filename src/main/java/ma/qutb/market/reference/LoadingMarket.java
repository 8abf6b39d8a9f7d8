package ma.qutb.market.reference;

import ma.qutb.market.taxonomy.Taxonomy;
import ma.qutb.platform.StartLock;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** This module's part of the reference data, after the registry's, which it refers to. */
@Component
@Order(16)
class LoadingMarket implements ApplicationRunner {

    private final MarketReference reference;
    private final Taxonomy taxonomy;
    private final StartLock lock;

    LoadingMarket(MarketReference reference, Taxonomy taxonomy, StartLock lock) {
        this.reference = reference;
        this.taxonomy = taxonomy;
        this.lock = lock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        lock.once("market.reference", reference::load);
        // Who asked before the commit was told what stood there before.
        taxonomy.forget();
    }
}
