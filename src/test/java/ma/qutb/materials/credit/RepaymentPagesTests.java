package ma.qutb.materials.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.LocalDate;
import ma.qutb.kernel.Ids;
import ma.qutb.ledger.Balances;
import ma.qutb.ledger.StandingClock;
import ma.qutb.materials.FundAccounts;
import ma.qutb.materials.MaterialsModuleTest;
import ma.qutb.materials.MaterialsPermission.Code;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.SalePoints;
import ma.qutb.materials.TestPoint;
import ma.qutb.materials.counter.Payment;
import ma.qutb.materials.counter.SellingAtTheCounter;
import ma.qutb.materials.counter.TestCounter;
import ma.qutb.materials.point.OpeningPoints;
import ma.qutb.materials.till.KeepingTheTill;
import ma.qutb.registry.PersonId;
import ma.qutb.support.TestActor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@MaterialsModuleTest
@Import(TestCounter.class)
class RepaymentPagesTests {

    private static final Authentication CLERK = TestActor.with(Code.SEE, Code.SELL);

    @Autowired
    MockMvc web;

    @Autowired
    OpeningPoints opening;

    @Autowired
    KeepingTheTill tills;

    @Autowired
    SellingAtTheCounter selling;

    @Autowired
    GrantingCredit granting;

    @Autowired
    SalePoints known;

    @Autowired
    FundAccounts accounts;

    @Autowired
    Balances balances;

    @Autowired
    TestCounter counter;

    @Autowired
    TestPoint points;

    @Autowired
    StandingClock clock;

    private SalePoint point;
    private PersonId buyer;
    private SalePoints.Till second;

    @BeforeEach
    void lendAtAPointWithTwoTills() {
        clock.forward(Duration.ofMinutes(1));
        counter.quote("10");
        point = counter.open();
        clock.forward(Duration.ofMinutes(1));
        opening.setUpTill(point, "2");
        second = known.tills(point.id()).getLast();
        points.silver(point, 1_000_000, 999, 10_000_00);
        buyer = counter.jeweller();
        granting.grant(
                point.fund(),
                buyer,
                new Agreement(5_000_00, 30, LocalDate.now(clock), null, "عقد 1"),
                TestCounter.DIRECTOR);
        selling.sell(counter.cash(point, buyer, 100_000).paidBy(Payment.CREDIT, ""), TestCounter.CLERK);
    }

    @Test
    void withOneTillOpenNobodyIsAsked() throws Exception {
        repay("").andExpect(status().is3xxRedirection());

        assertThat(balances.of(accounts.till(point, counter.till(point)))).isEqualTo(100_00);
        web.perform(get(path()).with(authentication(CLERK)))
                .andExpect(content().string(org.hamcrest.Matchers.not(containsString("name=\"till\""))));
    }

    @Test
    void ofTwoOpenTillsTheOneThatTookTheCashIsChosen() throws Exception {
        tills.open(Ids.next(), point, second, 0, "", TestCounter.CLERK);
        repay("")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Choisissez la caisse ouverte")))
                .andExpect(content().string(containsString("name=\"till\"")));

        repay(second.id().toString()).andExpect(status().is3xxRedirection());

        assertThat(balances.of(accounts.till(point, second))).isEqualTo(100_00);
        assertThat(balances.of(accounts.till(point, counter.till(point)))).isZero();
    }

    @Test
    void aClosedTillTakesNothing() throws Exception {
        repay(second.id().toString()).andExpect(status().isUnprocessableContent());

        assertThat(balances.of(accounts.till(point, second))).isZero();
    }

    private ResultActions repay(String till) throws Exception {
        return web.perform(post(path() + "/repayments")
                .param("key", Ids.next().toString())
                .param("amount", "100")
                .param("payment", "cash")
                .param("till", till)
                .cookie(new Cookie("lang", "fr"))
                .with(csrf())
                .with(authentication(CLERK)));
    }

    private String path() {
        return "/app/credit/" + point.id() + "/" + buyer.value();
    }
}
