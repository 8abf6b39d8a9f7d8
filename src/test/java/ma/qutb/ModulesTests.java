package ma.qutb;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTests {

    @Test
    void modulesKeepToTheDoorsBetweenThem() {
        ApplicationModules.of(QutbApplication.class).verify();
    }
}
