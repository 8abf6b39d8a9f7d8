package ma.qutb.market.payment;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import ma.qutb.identity.account.TestAccounts;
import ma.qutb.ledger.StandingClock;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.TestPropertySource;

/** Payments behind a real port, with orders of the test's own, two acquirers that are set up, and a bank account. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ApplicationModuleTest(
        mode = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES,
        module = "market",
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        extraIncludes = {"identity", "importing"})
@AutoConfigureMockMvc
@Import({StandingClock.class, TestOrders.class, SmallAcquirer.class, TestAccounts.class})
@TestPropertySource(
        properties = {
            "qutb.test.database=qutb_market_payment",
            "qutb.ledger.expire-every=1h",
            "qutb.market.expire-every=1h",
            "server.port=18473",
            "qutb.market.cmi.client=600000000",
            "qutb.market.cmi.store-key=TEST|1234",
            "qutb.market.cmi.address=http://localhost:18474/fim/est3Dgate",
            "qutb.market.payment.rib=007780000123456789012396",
            "qutb.market.payment.bank=Banque d’essai",
        })
@interface PaymentTest {}
