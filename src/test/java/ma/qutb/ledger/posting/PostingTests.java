package ma.qutb.ledger.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Balances;
import ma.qutb.ledger.Bounds;
import ma.qutb.ledger.ChartRole;
import ma.qutb.ledger.Conflict;
import ma.qutb.ledger.Draft;
import ma.qutb.ledger.Label;
import ma.qutb.ledger.Ledger;
import ma.qutb.ledger.LedgerModuleTest;
import ma.qutb.ledger.NewAccount;
import ma.qutb.ledger.Owner;
import ma.qutb.ledger.StandingClock;
import ma.qutb.ledger.TestBook;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@LedgerModuleTest
class PostingTests {

    @Autowired
    Ledger ledger;

    @Autowired
    Balances balances;

    @Autowired
    StandingClock clock;

    @Autowired
    ReservationsExpire expiry;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    private TestBook book;

    @BeforeEach
    void openBook() {
        clock.forward(Duration.ofMinutes(1));
        book = TestBook.open(ledger);
    }

    @Test
    void anEntryMovesDirhamsAndGramsAtOnce() {
        ledger.post(book.received(book.lot(), 250_000, clock.today()), TestBook.CLERK);
        ledger.post(book.sold(book.lot(), 100_000, book.till(), 1_250_00, clock.today()), TestBook.CLERK);

        assertThat(balances.of(book.till())).isEqualTo(1_250_00);
        assertThat(balances.of(book.lot())).isEqualTo(150_000);
        assertThat(balances.of(book.sales())).isEqualTo(-1_250_00);
        assertThat(balances.of(book.outside())).isEqualTo(-150_000);
    }

    @Test
    void theSameRequestSentTwiceIsWrittenOnce() {
        var draft = book.paidIn(100_00, clock.today());
        var first = ledger.post(draft, TestBook.CLERK);

        assertThat(ledger.post(draft, TestBook.CLERK)).isEqualTo(first);
        assertThat(balances.of(book.till())).isEqualTo(100_00);
    }

    @Test
    void whoIsAnsweredHasTheirEntryOnDisk() {
        for (int i = 0; i < 20; i++) {
            var before = database.sql("select pg_current_wal_insert_lsn()::text")
                    .query(String.class)
                    .single();
            transaction.executeWithoutResult(status -> {
                // The server of the tests waits for no disk; that of the pole does.
                database.sql("set synchronous_commit = on").update();
                ledger.post(book.paidIn(1_00, clock.today()), TestBook.CLERK);
            });
            assertThat(database.sql("select pg_current_wal_flush_lsn() > cast(:before as pg_lsn)")
                            .param("before", before)
                            .query(Boolean.class)
                            .single())
                    .isTrue();
        }
    }

    @Test
    void whatIsAboutToBeTakenCanBeHeld() {
        ledger.post(book.received(book.lot(), 250_000, clock.today()), TestBook.CLERK);
        ledger.reserve(
                book.sold(book.lot(), 40_000, book.till(), 500_00, clock.today()),
                clock.instant().plus(Duration.ofHours(1)),
                TestBook.CLERK);

        var held = transaction.execute(status -> ledger.hold(java.util.List.of(book.lot(), book.till(), book.sales())));

        // An account without bounds has nothing to hold.
        assertThat(held).isEqualTo(java.util.Map.of(book.lot(), 210_000L, book.till(), 0L));
    }

    @Test
    void oneKeyForTwoRequestsIsAConflict() {
        var draft = book.paidIn(100_00, clock.today());
        ledger.post(draft, TestBook.CLERK);
        var other = new Draft(
                book.id(),
                draft.key(),
                draft.kind(),
                draft.occurredOn(),
                draft.reason(),
                null,
                book.paidIn(200_00, clock.today()).lines());

        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> ledger.post(other, TestBook.CLERK));
        assertThat(balances.of(book.till())).isEqualTo(100_00);
    }

    @Test
    void numbersOfABookHaveNoGapsEvenAfterRefusals() {
        ledger.post(book.paidIn(1_00, clock.today()), TestBook.CLERK);
        refused(
                "account-floor",
                () -> ledger.post(book.sold(book.lot(), 1, book.till(), 1, clock.today()), TestBook.CLERK));
        ledger.post(book.paidIn(2_00, clock.today()), TestBook.CLERK);

        assertThat(database.sql("select number from ledger.entry where book = :book order by number")
                        .param("book", book.id().value())
                        .query(Long.class)
                        .list())
                .containsExactly(1L, 2L);
    }

    @Test
    void whatDoesNotBalanceIsRefused() {
        refused(
                "entry-balances",
                () -> ledger.post(
                        book.draft(clock.today()).debit(book.till(), 100).credit(book.capital(), 90), TestBook.CLERK));
        // Dirhams do not make up for grams.
        refused(
                "entry-balances",
                () -> ledger.post(
                        book.draft(clock.today()).debit(book.till(), 100).credit(book.outside(), 100), TestBook.CLERK));
        refused("entry-has-postings", () -> ledger.post(book.draft(clock.today()), TestBook.CLERK));
        refused("entry-has-postings", () -> ledger.reserve(book.draft(clock.today()), later(), TestBook.CLERK));
        refused(
                "entry-two-postings",
                () -> ledger.post(book.draft(clock.today()).debit(book.till(), 1), TestBook.CLERK));
    }

    @Test
    void theRefusalNamesTheAccountAndWhatIsLeft() {
        ledger.post(book.received(book.lot(), 10_500, clock.today()), TestBook.CLERK);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(
                        () -> ledger.post(book.sold(book.lot(), 20_000, book.till(), 1, clock.today()), TestBook.CLERK))
                .satisfies(it -> assertThat(it.getArguments())
                        .containsExactly("دفعة 1", "Lot 1", "Lot 1", new java.math.BigDecimal("10.5"), "غ", "g", "g"));
    }

    @Test
    void aLateSaleIsRefusedIfTheLotWasEmptyThen() {
        var today = clock.today();
        ledger.post(book.received(book.lot(), 100, today.minusDays(10)), TestBook.CLERK);
        ledger.post(book.sold(book.lot(), 80, book.till(), 1, today.minusDays(5)), TestBook.CLERK);
        ledger.post(book.received(book.lot(), 500, today), TestBook.CLERK);

        // 20 were there from five days ago until today, 100 before.
        refused(
                "account-floor-then",
                () -> ledger.post(book.sold(book.lot(), 30, book.till(), 1, today.minusDays(3)), TestBook.CLERK));
        refused(
                "account-floor-then",
                () -> ledger.post(book.sold(book.lot(), 30, book.till(), 1, today.minusDays(8)), TestBook.CLERK));
        refused(
                "account-floor-then",
                () -> ledger.post(book.sold(book.lot(), 1, book.till(), 1, today.minusDays(11)), TestBook.CLERK));
        ledger.post(book.sold(book.lot(), 20, book.till(), 1, today.minusDays(8)), TestBook.CLERK);
        ledger.post(book.sold(book.lot(), 500, book.till(), 1, today), TestBook.CLERK);
    }

    @Test
    void creditEndsAtItsCeilingAndTheCeilingCanMove() {
        ledger.post(book.received(book.lot(), 1_000, clock.today()), TestBook.CLERK);
        ledger.post(book.sold(book.lot(), 1, book.credit(), TestBook.CREDIT, clock.today()), TestBook.CLERK);
        refused(
                "account-ceiling",
                () -> ledger.post(book.sold(book.lot(), 1, book.credit(), 1, clock.today()), TestBook.CLERK));

        ledger.moveCeiling(book.credit(), TestBook.CREDIT + 1);
        ledger.post(book.sold(book.lot(), 1, book.credit(), 1, clock.today()), TestBook.CLERK);

        ledger.moveCeiling(book.credit(), 100_00);
        ledger.post(book.draft(clock.today()).debit(book.till(), 50_00).credit(book.credit(), 50_00), TestBook.CLERK);
        assertThat(balances.of(book.credit())).isEqualTo(TestBook.CREDIT + 1 - 50_00);
    }

    @Test
    void aReversalTakesBackOnceAndCanBeTakenBackItself() {
        var paid = ledger.post(book.paidIn(100_00, clock.today()), TestBook.CLERK);
        var back = ledger.reverse(paid, UUID.randomUUID(), "خطأ في المبلغ", TestBook.CLERK);
        assertThat(balances.of(book.till())).isZero();

        refused("entry-reversed-once", () -> ledger.reverse(paid, UUID.randomUUID(), "مرة ثانية", TestBook.CLERK));
        ledger.reverse(back, UUID.randomUUID(), "كان صحيحا", TestBook.CLERK);
        assertThat(balances.of(book.till())).isEqualTo(100_00);
    }

    @Test
    void whatIsReservedCannotBeSoldTwice() {
        ledger.post(book.received(book.lot(), 100, clock.today()), TestBook.CLERK);
        var held = ledger.reserve(book.sold(book.lot(), 70, book.till(), 7_00, clock.today()), later(), TestBook.CLERK);

        assertThat(balances.of(book.lot())).isEqualTo(100);
        assertThat(balances.available(book.lot())).isEqualTo(30);
        refused(
                "account-floor",
                () -> ledger.post(book.sold(book.lot(), 31, book.till(), 1, clock.today()), TestBook.CLERK));

        var key = UUID.randomUUID();
        var entry = ledger.settle(held, key, TestBook.CLERK);
        assertThat(ledger.settle(held, key, TestBook.CLERK)).isEqualTo(entry);
        assertThat(balances.of(book.lot())).isEqualTo(30);
        refused("outcome-once", () -> ledger.settle(held, UUID.randomUUID(), TestBook.CLERK));
        refused("outcome-once", () -> ledger.release(held, "", TestBook.CLERK));
    }

    @Test
    void lessThanReservedIsPostedAndTheRestIsFree() {
        ledger.post(book.received(book.lot(), 100, clock.today()), TestBook.CLERK);
        var held = ledger.reserve(book.sold(book.lot(), 70, book.till(), 7_00, clock.today()), later(), TestBook.CLERK);
        refused(
                "outcome-within-reservation",
                () -> ledger.settle(held, book.sold(book.lot(), 71, book.till(), 7_00, clock.today()), TestBook.CLERK));

        ledger.settle(held, book.sold(book.lot(), 60, book.till(), 6_00, clock.today()), TestBook.CLERK);

        assertThat(balances.available(book.lot())).isEqualTo(40);
    }

    @Test
    void aReservationEndsByReleaseOrByItsTime() {
        ledger.post(book.received(book.lot(), 100, clock.today()), TestBook.CLERK);
        var released =
                ledger.reserve(book.sold(book.lot(), 70, book.till(), 1, clock.today()), later(), TestBook.CLERK);
        ledger.release(released, "لم يأت", TestBook.CLERK);
        assertThat(balances.available(book.lot())).isEqualTo(100);

        var forgotten =
                ledger.reserve(book.sold(book.lot(), 70, book.till(), 1, clock.today()), later(), TestBook.CLERK);
        clock.forward(Duration.ofHours(2));
        refused("reservation-over", () -> ledger.settle(forgotten, UUID.randomUUID(), TestBook.CLERK));
        refused("reservation-over", () -> ledger.release(forgotten, "", TestBook.CLERK));
        assertThat(balances.available(book.lot())).isEqualTo(30);
        expiry.expire();
        assertThat(balances.available(book.lot())).isEqualTo(100);
        refused("outcome-once", () -> ledger.release(forgotten, "", TestBook.CLERK));
    }

    @Test
    void aClosedMonthKeepsItsBalancesAndLateFactsArePostedLater() {
        ledger.post(book.paidIn(100_00, clock.today()), TestBook.CLERK);
        var lastMoment = clock.instant();
        var day = clock.today();
        var month = YearMonth.from(day);
        refused("closing-after-the-month", () -> ledger.closeMonth(book.id(), month, TestBook.CLERK));
        clock.toNextMonth();
        ledger.closeMonth(book.id(), month, TestBook.CLERK);
        refused("closing-once", () -> ledger.closeMonth(book.id(), month, TestBook.CLERK));

        ledger.post(book.paidIn(5_00, day), TestBook.CLERK);

        assertThat(balances.at(book.till(), lastMoment)).isEqualTo(100_00);
        assertThat(balances.on(book.till(), day)).isEqualTo(105_00);
        assertThat(balances.on(book.till(), day.minusDays(1))).isZero();
        assertThat(balances.of(book.till())).isEqualTo(105_00);
    }

    @Test
    void monthsAreClosedInOrderAndOnlyWhenNothingIsHeld() {
        ledger.post(book.received(book.lot(), 100, clock.today()), TestBook.CLERK);
        var month = YearMonth.from(clock.today());
        var held = ledger.reserve(
                book.sold(book.lot(), 70, book.till(), 1, clock.today()),
                clock.instant().plus(Duration.ofDays(90)),
                TestBook.CLERK);
        clock.toNextMonth();
        refused("closing-with-nothing-reserved", () -> ledger.closeMonth(book.id(), month, TestBook.CLERK));
        ledger.release(held, "", TestBook.CLERK);
        ledger.closeMonth(book.id(), month, TestBook.CLERK);
        clock.toNextMonth();
        clock.toNextMonth();
        refused("closing-in-order", () -> ledger.closeMonth(book.id(), month.plusMonths(2), TestBook.CLERK));
        ledger.closeMonth(book.id(), month.plusMonths(1), TestBook.CLERK);
    }

    @Test
    void entriesOfTwoBooksAreWrittenTogetherOrNotAtAll() {
        var other = TestBook.open(ledger);
        refused(
                "account-floor",
                () -> ledger.postTogether(
                        List.of(
                                book.paidIn(10, clock.today()),
                                other.sold(other.lot(), 1, other.till(), 1, clock.today())),
                        TestBook.CLERK));
        assertThat(balances.of(book.till())).isZero();

        ledger.postTogether(List.of(other.paidIn(10, clock.today()), book.paidIn(10, clock.today())), TestBook.CLERK);
        assertThat(balances.of(book.till())).isEqualTo(10);
        assertThat(balances.of(other.till())).isEqualTo(10);
    }

    @Test
    void anAccountOpenedTwiceIsTheSameAccount() {
        var wanted = new NewAccount(
                book.id(),
                ChartRole.BANK,
                "MAD",
                Owner.pole(),
                null,
                new Label("البنك", "Banque", "Bank"),
                Bounds.NONE);

        assertThat(ledger.openAccount(wanted)).isEqualTo(ledger.openAccount(wanted));
    }

    private java.time.Instant later() {
        return clock.instant().plus(Duration.ofHours(1));
    }

    private static void refused(String rule, ThrowingCallable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act).withMessage("ledger.refusal." + rule);
    }
}
