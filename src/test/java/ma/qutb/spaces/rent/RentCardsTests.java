package ma.qutb.spaces.rent;

import static ma.qutb.spaces.lease.TestLeases.MANAGER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.UUID;
import ma.qutb.ledger.Ledger;
import ma.qutb.ledger.StandingClock;
import ma.qutb.spaces.SpacesModuleTest;
import ma.qutb.spaces.TestSite;
import ma.qutb.spaces.lease.Leases;
import ma.qutb.spaces.lease.TestLeases;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Rents are paid by card through the port of the shop. */
@SpacesModuleTest
class RentCardsTests {

    @Autowired
    TestSite test;

    @Autowired
    TestLeases make;

    @Autowired
    PostingRents posting;

    @Autowired
    RentCards cards;

    @Autowired
    Standings standings;

    @Autowired
    Leases leases;

    @Autowired
    Ledger ledger;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    StandingClock clock;

    @Test
    void whatIsOwedIsPaidByCardOnceAndThenNothingIs() {
        var today = clock.today();
        var month = YearMonth.from(today);
        var lease = leases.find(make.signed(test.unit(test.drawn(2), "1"), month.atDay(1), 12, 70_000, today))
                .orElseThrow();
        assertThat(cards.own(lease.said())).isTrue();
        assertThat(cards.own("W-000001")).isFalse();
        assertThat(cards.find(lease.said())).isEmpty();
        posting.run(month, MANAGER);
        var debt = cards.find(lease.said()).orElseThrow();
        assertThat(debt.amount()).isEqualTo(70_000);

        transaction.executeWithoutResult(
                status -> ledger.post(cards.paid(debt.number(), UUID.randomUUID(), debt.amount()), MANAGER));

        assertThat(standings.of(lease.id(), today).owed()).isZero();
        assertThat(cards.find(lease.said())).isEmpty();
    }
}
