package ma.qutb.ledger.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.AccountId;
import ma.qutb.ledger.Balances;
import ma.qutb.ledger.EntryId;
import ma.qutb.ledger.Ledger;
import ma.qutb.ledger.LedgerModuleTest;
import ma.qutb.ledger.StandingClock;
import ma.qutb.ledger.TestBook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Sixteen at once. A deadlock, or any fault that is no refusal, fails the test by itself. Longer: {@code -Dqutb.ledger.race-seconds=30
 * -Dqutb.ledger.storms=50}.
 */
@LedgerModuleTest
class RaceTests {

    private static final int THREADS = 16;
    private static final int EACH = 40;
    /** How long the race on two accounts lasts; 0: until each has tried so often. */
    private static final int SECONDS = Integer.getInteger("qutb.ledger.race-seconds", 0);
    /** How often everybody storms at once. */
    private static final int STORMS = Integer.getInteger("qutb.ledger.storms", 1);

    @Autowired
    Ledger ledger;

    @Autowired
    Balances balances;

    @Autowired
    StandingClock clock;

    @Autowired
    JdbcClient database;

    private TestBook book;

    @BeforeEach
    void openBook() {
        book = TestBook.open(ledger);
    }

    @Test
    void whatComesAtTheSameMomentIsWrittenTogether() throws Exception {
        together(() -> {
            for (int i = 0; i < EACH; i++) {
                ledger.post(book.paidIn(1, clock.today()), TestBook.CLERK);
            }
            return 1L;
        });

        assertThat(balances.of(book.till())).isEqualTo(THREADS * EACH);
        assertThat(database.sql("select count(distinct transaction) from ledger.entry where book = :book")
                        .param("book", book.id().value())
                        .query(Long.class)
                        .single())
                .isLessThan(THREADS * EACH);
    }

    @Test
    void whoIsRefusedTakesNobodyAlong() throws Exception {
        together(() -> {
            for (int i = 0; i < EACH; i++) {
                ledger.post(book.paidIn(1, clock.today()), TestBook.CLERK);
                // There is nothing in the lot.
                assertThatExceptionOfType(Refusal.class)
                        .isThrownBy(() -> ledger.post(
                                book.draft(clock.today())
                                        .debit(book.otherLot(), 1)
                                        .credit(book.lot(), 1),
                                TestBook.CLERK));
            }
            return 1L;
        });

        assertThat(balances.of(book.till())).isEqualTo(THREADS * EACH);
    }

    @Test
    void moneyBetweenTwoLotsIsNeitherLostNorFound() throws Exception {
        ledger.post(book.received(book.lot(), 1_000, clock.today()), TestBook.CLERK);
        ledger.post(book.received(book.otherLot(), 1_000, clock.today()), TestBook.CLERK);
        long until = System.nanoTime() + SECONDS * 1_000_000_000L;
        var done = together(() -> {
            long written = 0;
            for (int i = 0; SECONDS == 0 ? i < EACH : System.nanoTime() < until; i++) {
                boolean there = ThreadLocalRandom.current().nextBoolean();
                long amount = ThreadLocalRandom.current().nextLong(1, 600);
                var draft = book.draft(clock.today())
                        .debit(there ? book.otherLot() : book.lot(), amount)
                        .credit(there ? book.lot() : book.otherLot(), amount);
                try {
                    ledger.post(draft, TestBook.CLERK);
                    written++;
                } catch (Refusal refusal) {
                    assertThat(refusal.code()).isEqualTo("ledger.refusal.account-floor");
                }
            }
            return written;
        });

        long written = done.stream().mapToLong(Long::longValue).sum() + 2;
        assertThat(balances.of(book.lot()) + balances.of(book.otherLot())).isEqualTo(2_000);
        // In the order of their numbers no lot was ever under zero, and the numbers have no gap.
        assertThat(database.sql("""
                        select count(*) = max(number) and count(*) = :written
                               and not exists (select from (select sum(amount) over (partition by account order by number) as balance
                                                              from ledger.posting where book = :book and account = any (cast(:lots as uuid[]))) b
                                                where balance < 0)
                          from ledger.entry where book = :book
                        """)
                        .param("book", book.id().value())
                        .param("written", written)
                        .param("lots", new String[] {
                            book.lot().value().toString(),
                            book.otherLot().value().toString()
                        })
                        .query(Boolean.class)
                        .single())
                .isTrue();
        replay();
    }

    /** The same entries one after the other, in the order of their numbers, in another book: none is refused and all is the same. */
    private void replay() {
        var other = TestBook.open(ledger);
        var accounts =
                Map.of(book.lot(), other.lot(), book.otherLot(), other.otherLot(), book.outside(), other.outside());
        record Moved(long number, AccountId account, long amount) {}
        var moved = database.sql(
                        "select number, account, amount from ledger.posting where book = :book order by number, line")
                .param("book", book.id().value())
                .query((row, number) ->
                        new Moved(row.getLong(1), new AccountId(row.getObject(2, UUID.class)), row.getLong(3)))
                .list();
        var draft = other.draft(clock.today());
        for (int i = 0; i < moved.size(); i++) {
            draft = draft.debit(
                    accounts.get(moved.get(i).account()), moved.get(i).amount());
            if (i + 1 == moved.size()
                    || moved.get(i + 1).number() != moved.get(i).number()) {
                ledger.post(draft, TestBook.CLERK);
                draft = other.draft(clock.today());
            }
        }
        accounts.forEach((raced, replayed) -> assertThat(balances.of(replayed)).isEqualTo(balances.of(raced)));
    }

    @Test
    void oneRequestSentByAllIsWrittenOnce() throws Exception {
        for (int storm = 1; storm <= STORMS; storm++) {
            var draft = book.paidIn(100_00, clock.today());

            var answers = together(() -> ledger.post(draft, TestBook.CLERK));

            assertThat(answers).hasSize(THREADS).containsOnly(answers.getFirst());
            assertThat(balances.of(book.till())).isEqualTo(storm * 100_00L);
        }
    }

    @Test
    void anEntryReversedByAllIsReversedOnce() throws Exception {
        // Enough in the till for every one of them.
        ledger.post(book.paidIn(10_000_00, clock.today()), TestBook.CLERK);
        for (int storm = 1; storm <= STORMS; storm++) {
            var paid = ledger.post(book.paidIn(100_00, clock.today()), TestBook.CLERK);

            assertThat(succeeded(
                            "entry-reversed-once",
                            () -> ledger.reverse(paid, UUID.randomUUID(), "خطأ", TestBook.CLERK)))
                    .hasSize(1);
            assertThat(balances.of(book.till())).isEqualTo(10_000_00);
        }
    }

    @Test
    void aReservationHasOneOutcomeHoweverManySettleAndRelease() throws Exception {
        ledger.post(book.received(book.lot(), 100, clock.today()), TestBook.CLERK);
        var held = ledger.reserve(
                book.sold(book.lot(), 60, book.till(), 6_00, clock.today()),
                clock.instant().plusSeconds(3_600),
                TestBook.CLERK);

        var done = succeeded("outcome-once", () -> {
            if (ThreadLocalRandom.current().nextBoolean()) {
                return ledger.settle(held, UUID.randomUUID(), TestBook.CLERK);
            }
            ledger.release(held, "", TestBook.CLERK);
            return new EntryId(new UUID(0, 0));
        });

        assertThat(done).hasSize(1);
        boolean released = done.getFirst().value().equals(new UUID(0, 0));
        assertThat(balances.of(book.lot())).isEqualTo(released ? 100 : 40);
        assertThat(balances.available(book.lot())).isEqualTo(released ? 100 : 40);
    }

    private List<EntryId> succeeded(String otherwise, Callable<EntryId> act) throws Exception {
        return together(() -> {
                    try {
                        return List.of(act.call());
                    } catch (Refusal refusal) {
                        assertThat(refusal.code()).isEqualTo("ledger.refusal." + otherwise);
                        return List.<EntryId>of();
                    }
                })
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private static <T> List<T> together(Callable<T> act) throws InterruptedException, ExecutionException {
        var ready = new CountDownLatch(THREADS);
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var results = new ArrayList<java.util.concurrent.Future<T>>();
            for (int i = 0; i < THREADS; i++) {
                results.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return act.call();
                }));
            }
            var answers = new ArrayList<T>();
            for (var result : results) {
                answers.add(result.get());
            }
            return answers;
        }
    }
}
