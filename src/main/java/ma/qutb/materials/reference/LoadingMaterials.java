package ma.qutb.materials.reference;

import ma.qutb.platform.StartLock;
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
    private final StartLock lock;

    LoadingMaterials(MaterialReference materials, PointReference points, StartLock lock) {
        this.materials = materials;
        this.points = points;
        this.lock = lock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        lock.once("materials.reference", () -> {
            materials.load();
            points.load();
        });
    }
}
