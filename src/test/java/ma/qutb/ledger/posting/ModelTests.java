package ma.qutb.ledger.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.AccountId;
import ma.qutb.ledger.Balances;
import ma.qutb.ledger.Conflict;
import ma.qutb.ledger.Draft;
import ma.qutb.ledger.EntryId;
import ma.qutb.ledger.Ledger;
import ma.qutb.ledger.LedgerModuleTest;
import ma.qutb.ledger.Poster;
import ma.qutb.ledger.ReservationId;
import ma.qutb.ledger.StandingClock;
import ma.qutb.ledger.TestBook;
import ma.qutb.ledger.reading.AccountStatement;
import ma.qutb.ledger.reading.AgedReceivables;
import ma.qutb.ledger.reading.CashPosition;
import ma.qutb.ledger.reading.Moment;
import ma.qutb.ledger.reading.ReservationFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Random sequences of everything one can do with a ledger, each compared with {@link LedgerModel}: what is refused and why,
 * and after every act what every reading answers. More of them: {@code -Dqutb.ledger.sequences=10000}, others {@code
 * -Dqutb.ledger.first=200}; one again: {@code -Dqutb.ledger.seed=…}.
 */
@LedgerModuleTest
class ModelTests {

    private static final int STEPS = 30;
    private static final long FIRST_SEED = 20_260_000;
    /** Who sends a request again does not matter. */
    private static final Poster ANOTHER = new Poster("00000000-0000-7000-8000-000000000002", "سعيد");

    @Autowired
    Ledger ledger;

    @Autowired
    Balances balances;

    @Autowired
    AccountStatement statements;

    @Autowired
    AgedReceivables receivables;

    @Autowired
    CashPosition cash;

    @Autowired
    ReservationFile reservations;

    @Autowired
    ReservationsExpire expiry;

    @Autowired
    StandingClock clock;

    @Autowired
    JdbcClient database;

    private RandomGenerator random;
    private TestBook book;
    private LedgerModel model;
    private List<Draft> sent;
    private Map<UUID, EntryId> answered;
    private Map<Instant, Map<AccountId, Long>> seen;

    @Test
    void everyAnswerIsThatOfTheModel() {
        var only = Long.getLong("qutb.ledger.seed");
        int sequences = only == null ? Integer.getInteger("qutb.ledger.sequences", 200) : 1;
        for (int i = 0; i < sequences; i++) {
            long seed = only == null ? FIRST_SEED + Integer.getInteger("qutb.ledger.first", 0) + i : only;
            try {
                run(seed);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("sequence with -Dqutb.ledger.seed=" + seed, e);
            }
        }
    }

    private void run(long seed) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        clock.forward(Duration.ofHours(1));
        book = TestBook.open(ledger);
        model = new LedgerModel(book);
        sent = new ArrayList<>();
        answered = new HashMap<>();
        seen = new HashMap<>();
        for (int step = 0; step < STEPS; step++) {
            // Sometimes two acts fall on one instant.
            if (random.nextInt(5) > 0) {
                clock.forward(Duration.ofMinutes(random.nextInt(1, random.nextInt(6) == 0 ? 30_000 : 300)));
            }
            act();
            assertThat(balances.at(book.id(), clock.instant())).isEqualTo(model.balances(it -> true));
            seen.put(clock.instant(), model.balances(it -> true));
        }
        compareAllReadings();
    }

    private void act() {
        switch (random.nextInt(14)) {
            case 0, 1, 2, 3, 4, 5 -> post(anyDraft());
            case 6 -> postAgain();
            case 7 -> reverse();
            case 8, 9 -> reserve();
            case 10 -> settle();
            case 11 -> release();
            case 12 -> {
                expiry.expire();
                model.expire(clock.instant());
            }
            default -> close();
        }
    }

    private void post(Draft draft) {
        expect(model.refuses(draft, clock.today(), null), () -> {
            var id = ledger.post(draft, TestBook.CLERK);
            written(id, draft);
        });
    }

    private void written(EntryId id, Draft draft) {
        model.entries.add(new LedgerModel.Posted(id, clock.instant(), draft.occurredOn(), draft.lines()));
        sent.add(draft);
        answered.put(draft.key(), id);
    }

    private void postAgain() {
        if (sent.isEmpty()) {
            return;
        }
        var draft = sent.get(random.nextInt(sent.size()));
        assertThat(ledger.post(draft, ANOTHER)).isEqualTo(answered.get(draft.key()));
        assertThatThrownBy(() -> ledger.post(draft.because("سبب آخر"), TestBook.CLERK))
                .isInstanceOf(Conflict.class);
    }

    private void reverse() {
        if (model.entries.isEmpty()) {
            return;
        }
        var entry = model.entries.get(random.nextInt(model.entries.size()));
        var mirror = Draft.of(book.id(), UUID.randomUUID(), "reversal", clock.today());
        for (var line : entry.lines()) {
            mirror = mirror.credit(line.account(), line.amount());
        }
        var opposite = mirror;
        var rule = model.reversed.contains(entry.id())
                ? "entry-reversed-once"
                : model.refuses(opposite, clock.today(), null);
        expect(rule, () -> {
            var id = ledger.reverse(entry.id(), opposite.key(), "", TestBook.CLERK);
            model.entries.add(new LedgerModel.Posted(id, clock.instant(), clock.today(), opposite.lines()));
            model.reversed.add(entry.id());
        });
    }

    private void reserve() {
        var draft = anyDraft();
        var until = clock.instant().plus(Duration.ofMinutes(random.nextInt(1, 5_000)));
        expect(model.refusesToHold(draft), () -> {
            var id = ledger.reserve(draft, until, TestBook.CLERK);
            assertThat(ledger.reserve(draft, until, TestBook.CLERK)).isEqualTo(id);
            model.open.put(id, new LedgerModel.Held(draft, clock.instant(), until));
        });
    }

    private void settle() {
        if (model.open.isEmpty()) {
            return;
        }
        var id = List.copyOf(model.open.keySet()).get(random.nextInt(model.open.size()));
        var held = model.open.get(id);
        long part = random.nextLong(1, 13);
        var draft = Draft.of(book.id(), UUID.randomUUID(), "transfer", clock.today());
        for (var line : held.draft().lines()) {
            // Ten parts are all of it; more is too much.
            draft = draft.debit(line.account(), line.amount() / 10 * part);
        }
        var whole = draft;
        var rule =
                !held.until().isAfter(clock.instant()) ? "reservation-over" : model.refuses(whole, clock.today(), id);
        if (rule == null && !model.within(whole, held.draft())) {
            rule = "outcome-within-reservation";
        }
        expect(rule, () -> {
            var entry = ledger.settle(id, whole, TestBook.CLERK);
            model.open.remove(id);
            written(entry, whole);
        });
    }

    private void release() {
        if (model.open.isEmpty()) {
            return;
        }
        var id = List.copyOf(model.open.keySet()).get(random.nextInt(model.open.size()));
        expect(model.open.get(id).until().isAfter(clock.instant()) ? null : "reservation-over", () -> {
            ledger.release(id, "", TestBook.CLERK);
            model.open.remove(id);
        });
    }

    private void close() {
        if (model.entries.isEmpty()) {
            return;
        }
        var month = model.closed == null
                ? YearMonth.from(model.entries.getFirst().at().atZone(LedgerModel.POLE))
                : model.closed.plusMonths(1);
        expect(model.refusesToClose(month, clock.instant()), () -> {
            ledger.closeMonth(book.id(), month, TestBook.CLERK);
            model.closed = month;
        });
    }

    private void expect(@Nullable String rule, Runnable act) {
        if (rule == null) {
            act.run();
        } else {
            assertThatThrownBy(act::run).isInstanceOf(Refusal.class).hasMessage("ledger.refusal." + rule);
        }
    }

    private Draft anyDraft() {
        var day = random.nextInt(3) > 0 ? clock.today() : clock.today().minusDays(random.nextInt(-1, 40));
        long grams = random.nextLong(1, 40) * 1_000;
        long dirhams = random.nextLong(1, 200) * 1_00;
        var lot = random.nextBoolean() ? book.lot() : book.otherLot();
        return switch (random.nextInt(9)) {
            case 0 -> book.paidIn(dirhams * 5, day);
            case 1, 2 -> book.received(lot, grams * 3, day);
            case 3, 4 -> book.sold(lot, grams, book.till(), dirhams, day);
            case 5 -> book.sold(lot, grams, book.credit(), dirhams, day);
            case 6 -> book.draft(day).debit(book.till(), dirhams).credit(book.credit(), dirhams);
            case 7 -> book.draft(day).debit(book.otherLot(), grams).credit(book.lot(), grams);
            default -> broken(book.draft(day), grams);
        };
    }

    private Draft broken(Draft draft, long grams) {
        return switch (random.nextInt(3)) {
            case 0 -> draft.debit(book.till(), grams).credit(book.capital(), grams + 10);
            case 1 -> draft.debit(book.till(), grams).credit(book.outside(), grams);
            default -> draft.debit(book.lot(), grams);
        };
    }

    private void compareAllReadings() {
        seen.forEach((instant, expected) -> {
            assertThat(balances.at(book.id(), instant)).isEqualTo(expected);
            compareReports(new Moment.Posted(instant), expected);
        });
        for (var day : days()) {
            assertThat(nonZero(balances.on(book.id(), day)))
                    .as("at the end of %s", day)
                    .isEqualTo(nonZero(model.balances(it -> !it.day().isAfter(day))));
            compareReports(
                    new Moment.Occurred(day), model.balances(it -> !it.day().isAfter(day)));
        }
        assertThat(reservations.openAt(book.id(), clock.instant()))
                .extracting(it -> new ReservationId(it.id()))
                .containsExactlyInAnyOrderElementsOf(model.open.keySet());
        for (var account : List.of(
                book.till(),
                book.lot(),
                book.otherLot(),
                book.credit(),
                book.capital(),
                book.sales(),
                book.outside())) {
            assertThat(balances.of(account)).isEqualTo(model.balance(account));
            var first = statements.open(account, 1);
            assertThat(first.movements())
                    .extracting(AccountStatement.Movement::balance)
                    .isEqualTo(model.statement(account).stream()
                            .limit(AccountStatement.SIZE)
                            .toList());
            assertThat(first.total()).isEqualTo(model.statement(account).size());
        }
        for (var account : List.of(book.till(), book.lot(), book.otherLot())) {
            assertThat(balances.available(account)).isEqualTo(model.available(account));
        }
        assertThat(database.sql("select id from ledger.entry where book = :book order by number")
                        .param("book", book.id().value())
                        .query(UUID.class)
                        .list())
                .isEqualTo(model.entries.stream().map(it -> it.id().value()).toList());
    }

    /** What is owed, by age, and what is in the till add up to what they hold. */
    private void compareReports(Moment moment, Map<AccountId, Long> expected) {
        long owed = expected.getOrDefault(book.credit(), 0L);
        var ages = receivables.of(book.id(), moment, clock.getZone());
        assertThat(ages.sum(AgedReceivables.Ages::total)).as("owed %s", moment).isEqualTo(owed);
        assertThat(ages.rows()).allSatisfy(it -> {
            assertThat(it.ages().advance() == 0 || it.ages().oldest() == null)
                    .as("owes and has paid in advance")
                    .isTrue();
            assertThat(List.of(
                            it.ages().upTo30(),
                            it.ages().upTo60(),
                            it.ages().upTo90(),
                            it.ages().older()))
                    .allMatch(part -> part >= 0);
        });
        assertThat(cash.of(book.id(), moment, clock.getZone()).sum(CashPosition.Row::closing))
                .as("in the till %s", moment)
                .isEqualTo(expected.getOrDefault(book.till(), 0L));
    }

    private List<LocalDate> days() {
        return model.entries.stream()
                .map(LedgerModel.Posted::day)
                .distinct()
                .sorted()
                .toList();
    }

    private static Map<AccountId, Long> nonZero(Map<AccountId, Long> all) {
        var some = new HashMap<>(all);
        some.values().removeIf(it -> it == 0);
        return some;
    }
}
