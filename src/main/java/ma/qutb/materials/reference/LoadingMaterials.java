package ma.qutb.materials.reference;

import ma.qutb.platform.Filling;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** This module's part of the reference data, after the registry's, which it refers to. */
@Component
@Order(15)
class LoadingMaterials implements Filling {

    private final MaterialReference materials;
    private final PointReference points;

    LoadingMaterials(MaterialReference materials, PointReference points) {
        this.materials = materials;
        this.points = points;
    }

    @Override
    public void fill() {
        materials.load();
        points.load();
    }
}
