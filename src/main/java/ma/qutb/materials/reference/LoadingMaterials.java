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
    private final PointReference points;

    LoadingMaterials(MaterialReference materials, PointReference points) {
        this.materials = materials;
        this.points = points;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        materials.load();
        points.load();
    }
}
