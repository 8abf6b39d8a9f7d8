package ma.qutb.materials.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Poster;
import ma.qutb.materials.Fund;
import ma.qutb.materials.MaterialCode;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.SupplierId;
import ma.qutb.materials.TestPoint;
import ma.qutb.materials.UnitPrice;
import ma.qutb.materials.counter.TestCounter;
import ma.qutb.materials.price.Charge;
import ma.qutb.materials.price.Charges;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.PersonId;
import org.jspecify.annotations.Nullable;

/** One fund with two points, twice: the program's and the model's. */
class Sequence {

    static final Poster CLERK = TestPoint.CLERK;
    static final Poster DIRECTOR = TestCounter.DIRECTOR;
    static final List<Integer> FINENESSES = List.of(9_990, 9_500, 9_250, 9_000, 8_000);
    private static final Charges CHARGES = new Charges(
            new Charge(TestCounter.price("1.50"), 0),
            new Charge(TestCounter.price("0.50"), 0),
            Charge.NOTHING,
            new Charge(new UnitPrice(0), 500));

    /** Two jewellers, and two who may not buy. */
    record Crowd(List<PersonId> jewellers, PersonId weaver, PersonId neighbour) {

        static Crowd of(TestCounter counter) {
            return new Crowd(
                    List.of(counter.jeweller(), counter.jeweller()), counter.artisan("WEV"), counter.neighbour());
        }

        List<PersonId> all() {
            return Stream.concat(jewellers.stream(), Stream.of(weaver, neighbour))
                    .toList();
        }
    }

    /** What was refused, and how often. */
    final Map<String, Integer> refusals;

    final Program program;
    final RandomGenerator random;
    final Crowd crowd;
    final Fund fund;
    final List<SalePoint> points;
    final SupplierId supplier;
    final OrganisationId partner;
    final ModelBook book = new ModelBook();
    final ModelStock stock;
    final ModelSupply supply;
    final ModelCounter counter;
    final ModelCapital capital;
    final List<ModelTill> tills;

    Sequence(Program program, Crowd crowd, long seed, Map<String, Integer> refusals) {
        this.refusals = refusals;
        this.program = program;
        this.crowd = crowd;
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        program.clock().forward(Duration.ofHours(1));
        fund = program.points().fund();
        points = List.of(program.points().open(fund), program.points().open(fund));
        supplier = program.points().supplier();
        partner = program.points().cooperative().orElseThrow();
        stock = new ModelStock(book, fund.id().value());
        supply = new ModelSupply(stock, supplier.value());
        counter = new ModelCounter(
                stock,
                Map.of(crowd.weaver().value(), "other-craft", crowd.neighbour().value(), "no-artisan"));
        capital = new ModelCapital(counter, partner.value());
        tills = points.stream()
                .map(it -> new ModelTill(book, it, program.counter().till(it)))
                .toList();
        points.forEach(it -> program.counter().policy(it, CHARGES));
        quote();
    }

    LocalDate today() {
        return program.clock().today();
    }

    /** Buying silver again costs between 8 and 15 dirhams the gram. */
    void quote() {
        long centimes = random.nextLong(800, 1_500);
        program.counter().quote(centimes / 100 + ".%02d".formatted(centimes % 100));
        counter.quote = centimes * 1_000;
        counter.quotedOn = today();
    }

    @Nullable
    YearMonth closed;

    /** The next month of the book, which may not be over. */
    void closeMonth() {
        var month = closed == null ? firstMonth() : closed.plusMonths(1);
        if (month == null) {
            return;
        }
        act(
                () -> {
                    Refused.when(!today().isAfter(month.atEndOfMonth()), "ledger.refusal.closing-after-the-month");
                    return it -> closed = month;
                },
                () -> {
                    program.ledger().closeMonth(fund.book(), month, DIRECTOR);
                    return month;
                });
    }

    private @Nullable YearMonth firstMonth() {
        return program.database()
                .sql("select min(posted_on) from ledger.entry where book = :book")
                .param("book", fund.book().value())
                .query(LocalDate.class)
                .optional()
                .map(YearMonth::from)
                .orElse(null);
    }

    /**
     * Does the same to both. What the model refuses the program refuses with the same code; what the model does the program does too.
     *
     * @param model checks, and says what the model becomes by what the program answers
     */
    <T> @Nullable T act(Callable<Consumer<T>> model, Callable<T> act) {
        try {
            Consumer<T> becomes;
            try {
                becomes = model.call();
            } catch (Refused refused) {
                assertThatThrownBy(act::call).isInstanceOf(Refusal.class).hasMessage(refused.getMessage());
                refusals.merge(String.valueOf(refused.getMessage()), 1, Integer::sum);
                return null;
            }
            T answer = act.call();
            becomes.accept(answer);
            return answer;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same, where a form sent again is answered with what the first one did. */
    <T> void actOnce(Callable<Consumer<T>> model, Callable<T> act) {
        var answer = act(model, act);
        if (answer != null && random.nextInt(4) == 0) {
            try {
                assertThat(act.call()).isEqualTo(answer);
            } catch (Exception e) {
                throw new AssertionError("sent again", e);
            }
        }
    }

    SalePoint anyPoint() {
        return any(points);
    }

    <T> T any(List<T> several) {
        return several.get(random.nextInt(several.size()));
    }

    PersonId anyBuyer() {
        return random.nextInt(12) == 0 ? any(crowd.all()) : any(crowd.jewellers());
    }

    /** Mostly a true one. */
    String reason() {
        return random.nextInt(12) == 0 ? " " : "تجربة";
    }

    /** A part of what there is: all of it, some, too much, nothing. */
    long partOf(long there) {
        return switch (random.nextInt(12)) {
            case 0 -> there;
            case 1 -> there + random.nextLong(1, 1_000);
            case 2 -> random.nextLong(-1, 4);
            default -> there <= 1 ? 1 : random.nextLong(1, there);
        };
    }

    /** Mostly today. */
    LocalDate anyDay() {
        return random.nextInt(3) > 0 ? today() : today().minusDays(random.nextInt(-1, 20));
    }

    static UUID key() {
        return Ids.next();
    }

    static MaterialCode silver() {
        return MaterialCode.SILVER;
    }
}
