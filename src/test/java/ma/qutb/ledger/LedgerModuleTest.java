package ma.qutb.ledger;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.TestPropertySource;

/** The ledger in a database of its own, because its tests take triggers off, and with a clock that stands until it is moved. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ApplicationModuleTest(
        mode = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES,
        module = "ledger",
        extraIncludes = {"platform", "shell", "identity"})
@AutoConfigureMockMvc
@Import(StandingClock.class)
@TestPropertySource(properties = {"qutb.test.database=qutb_ledger", "qutb.ledger.expire-every=1h"})
public @interface LedgerModuleTest {}
