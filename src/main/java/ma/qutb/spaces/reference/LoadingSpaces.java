package ma.qutb.spaces.reference;

import ma.qutb.platform.Filling;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** This module's part of the reference data, after the registry's, which it refers to. */
@Component
@Order(17)
class LoadingSpaces implements Filling {

    private final SiteReference sites;

    LoadingSpaces(SiteReference sites) {
        this.sites = sites;
    }

    @Override
    public void fill() {
        sites.load();
    }
}
