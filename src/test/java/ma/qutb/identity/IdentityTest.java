package ma.qutb.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import ma.qutb.identity.account.TestAccounts;
import ma.qutb.support.AdjustableClock;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

/** A test of who may come in: all of Qutb, a clock that can be moved, and accounts to sign in with. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        properties = {"qutb.demo=true", "qutb.test.database=qutb_identity", "qutb.sign-in.tries-by-address=1000000"})
@AutoConfigureMockMvc
@Import({AdjustableClock.class, TestAccounts.class, TestSessions.class, GuardedPages.class})
public @interface IdentityTest {}
