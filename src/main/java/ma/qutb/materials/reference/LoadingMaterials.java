package ma.qutb.materials.reference;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** This module's part of the reference data, after the registry's, which it refers to. */
@Component
@Order(15)
class LoadingMaterials implements ApplicationRunner {

    private final MaterialReference materials;

    LoadingMaterials(MaterialReference materials) {
        this.materials = materials;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        materials.load();
    }
}
