package ma.qutb.spaces;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import ma.qutb.ledger.StandingClock;
import ma.qutb.spaces.lease.TestLeases;
import ma.qutb.spaces.scoring.TestCommittee;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.TestPropertySource;

/** This module with what it stands on, a real database of its own and a clock that stands until it is moved. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ApplicationModuleTest(
        mode = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES,
        module = "spaces",
        extraIncludes = {"identity", "importing", "ledger"})
@AutoConfigureMockMvc
@Import({StandingClock.class, TestSite.class, TestCalls.class, TestLeases.class, TestCommittee.class})
@TestPropertySource(
        properties = {"qutb.test.database=qutb_spaces", "qutb.ledger.expire-every=1h", "qutb.spaces.runs-first=1h"})
public @interface SpacesModuleTest {}
