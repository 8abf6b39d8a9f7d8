package ma.qutb.materials.demonstration;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Balances;
import ma.qutb.ledger.ChartRole;
import ma.qutb.ledger.Commodity;
import ma.qutb.ledger.Ledger;
import ma.qutb.materials.Fineness;
import ma.qutb.materials.FundAccounts;
import ma.qutb.materials.LotAtPoint;
import ma.qutb.materials.Lots;
import ma.qutb.materials.MaterialCode;
import ma.qutb.materials.Prices;
import ma.qutb.materials.counter.Payment;
import ma.qutb.materials.counter.SaleRequest;
import ma.qutb.materials.counter.SellingAtTheCounter;
import ma.qutb.materials.credit.RepaymentRequest;
import ma.qutb.materials.credit.TakingRepayments;
import ma.qutb.materials.stock.NewLot;
import ma.qutb.materials.stock.Transformation;
import ma.qutb.materials.stock.TransformingLots;
import ma.qutb.materials.stock.WritingOff;
import ma.qutb.materials.stocktake.ApprovingCounts;
import ma.qutb.materials.stocktake.Cause;
import ma.qutb.materials.stocktake.CountingStock;
import ma.qutb.materials.supply.Delivery;
import ma.qutb.materials.supply.NewOrder;
import ma.qutb.materials.supply.OrderingMaterial;
import ma.qutb.materials.supply.PayingSuppliers;
import ma.qutb.materials.supply.ReceivingMaterial;
import ma.qutb.materials.till.KeepingTheTill;
import ma.qutb.platform.PoleClock;
import ma.qutb.registry.PersonId;
import ma.qutb.shell.Formats;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One day of the story, from the opening of the till to the count in the evening; the same day is always told the same. */
@Component
class Day {

    private static final long GRAM = 1000;
    private static final long LOW = 4_000 * GRAM;
    private static final long DELIVERY = 5_000 * GRAM;
    private static final int THEFT_MONTH = 9;
    private static final int MELT_MONTH = 14;
    private static final Fineness PURE = Fineness.ofThousandths(999);
    private static final Fineness STERLING = Fineness.ofThousandths(925);

    private final Setting setting;
    private final Prices prices;
    private final SellingAtTheCounter selling;
    private final TakingRepayments repaying;
    private final KeepingTheTill tills;
    private final OrderingMaterial ordering;
    private final ReceivingMaterial receiving;
    private final PayingSuppliers paying;
    private final TransformingLots transforming;
    private final WritingOff writingOff;
    private final CountingStock counting;
    private final ApprovingCounts approving;
    private final Lots lots;
    private final FundAccounts accounts;
    private final Balances balances;
    private final Ledger ledger;
    private final JdbcClient database;

    Day(
            Setting setting,
            Prices prices,
            SellingAtTheCounter selling,
            TakingRepayments repaying,
            KeepingTheTill tills,
            OrderingMaterial ordering,
            ReceivingMaterial receiving,
            PayingSuppliers paying,
            TransformingLots transforming,
            WritingOff writingOff,
            CountingStock counting,
            ApprovingCounts approving,
            Lots lots,
            FundAccounts accounts,
            Balances balances,
            Ledger ledger,
            JdbcClient database) {
        this.setting = setting;
        this.prices = prices;
        this.selling = selling;
        this.repaying = repaying;
        this.tills = tills;
        this.ordering = ordering;
        this.receiving = receiving;
        this.paying = paying;
        this.transforming = transforming;
        this.writingOff = writingOff;
        this.counting = counting;
        this.approving = approving;
        this.lots = lots;
        this.accounts = accounts;
        this.balances = balances;
        this.ledger = ledger;
        this.database = database;
    }

    /** @param many how many sales there are on a usual day */
    void tell(Story story, LocalDate day, int many) {
        if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            return;
        }
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(day.toEpochDay());
        if (beginsMonth(day) && YearMonth.from(day).isAfter(YearMonth.from(story.begins()))) {
            at(day, 8, 30, () -> closeLastMonth(story, day));
        }
        if (day.getDayOfWeek() == DayOfWeek.MONDAY) {
            at(day, 8, 40, () -> quote(day, random));
        }
        at(day, 8, 50, () -> buyWhenLow(story, day));
        at(day, 9, 0, () -> tills.open(Ids.next(), story.point(), story.till(), inTill(story), "", Story.CLERK));
        happen(story, day);
        int sales = many == 0 ? 0 : many * 7 / 10 + random.nextInt(many * 6 / 10 + 1);
        for (int i = 0; i < sales; i++) {
            int minute = i * 480 / sales;
            at(day, 9 + minute / 60, minute % 60, () -> sell(story, random));
        }
        at(day, 17, 30, () -> collect(story, day, random));
        at(day, 18, 0, () -> closeTill(story, day));
    }

    private void happen(Story story, LocalDate day) {
        int month =
                (int) java.time.temporal.ChronoUnit.MONTHS.between(YearMonth.from(story.begins()), YearMonth.from(day));
        boolean middle =
                day.getDayOfMonth() >= 14 && day.getDayOfWeek() == DayOfWeek.TUESDAY && day.getDayOfMonth() < 21;
        if (middle && month == THEFT_MONTH) {
            at(day, 9, 1, () -> theft(story, day));
        }
        if (middle && month == MELT_MONTH) {
            at(day, 9, 2, () -> melt(story));
        }
        if (middle && month % 6 == 5) {
            at(day, 9, 3, () -> count(story, day));
        }
    }

    private void closeLastMonth(Story story, LocalDate day) {
        ledger.closeMonth(story.point().fund().book(), YearMonth.from(day).minusMonths(1), Story.DIRECTOR);
    }

    /** Whether this is the first day of a month on which people work. */
    private static boolean beginsMonth(LocalDate day) {
        return day.getDayOfMonth() == 1
                || day.getDayOfMonth() == 2 && day.minusDays(1).getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** It rises for a year and a half by about a third, with a quarter of falling. */
    private void quote(LocalDate day, RandomGenerator random) {
        var now = prices.replacement(MaterialCode.SILVER, day)
                .orElseThrow()
                .price()
                .perUnit(3);
        double drift = day.getMonthValue() % 4 == 0 ? -0.006 : 0.0055;
        var next = now.multiply(BigDecimal.valueOf(1 + drift + (random.nextDouble() - .5) * .02))
                .setScale(2, RoundingMode.HALF_UP);
        setting.quote(day, next.max(new BigDecimal("7.50")));
    }

    private void buyWhenLow(Story story, LocalDate day) {
        for (var fineness : List.of(PURE, STERLING)) {
            long there = stock(story, fineness).stream()
                    .mapToLong(it -> it.left().weight())
                    .sum();
            if (there < LOW) {
                buy(story, day, fineness);
            }
        }
    }

    private void buy(Story story, LocalDate day, Fineness fineness) {
        var quote = prices.replacement(MaterialCode.SILVER, day).orElseThrow().price();
        long perGram = quote.times(fineness.fineOf(GRAM));
        long money = balances.of(accounts.of(story.point(), ChartRole.BANK, Commodity.MAD));
        long weight = Math.min(DELIVERY, money / Math.max(1, perGram) / 2 * GRAM);
        if (weight < 500 * GRAM) {
            return;
        }
        var order = ordering.order(new NewOrder(
                Ids.next(),
                story.point(),
                story.supplier(),
                MaterialCode.SILVER,
                Optional.of(fineness),
                weight,
                perGram,
                Optional.of(day)));
        var papers = new NewLot.Papers(
                "BL-" + day,
                Optional.empty(),
                "ASSAY-" + day,
                Optional.empty(),
                Optional.of(story.scale()),
                Optional.empty());
        receiving.receive(
                order,
                new Delivery(Ids.next(), day, weight, Optional.of(fineness), Optional.empty(), "BL-" + day, papers),
                Story.CLERK);
        long cost = perGram * (weight / GRAM);
        var bill = paying.bill(
                order,
                new PayingSuppliers.Bill(
                        Ids.next(), "F-" + day + "-" + fineness.said(), day, Optional.empty(), cost, Optional.empty()),
                Story.DIRECTOR);
        paying.pay(Ids.next(), bill, day, cost, "VIR-" + day + "-" + fineness.said(), Story.DIRECTOR);
    }

    private void sell(Story story, RandomGenerator random) {
        // Some buy every week, most now and then.
        int buyer = (int) (story.buyers().size() * Math.pow(random.nextDouble(), 1.4));
        var fineness = random.nextInt(3) == 0 ? PURE : STERLING;
        long weight = (4 + random.nextInt(17)) * GRAM + random.nextInt(20) * 50;
        boolean owes = story.mayOwe(buyer) && random.nextInt(3) > 0;
        int paid = random.nextInt(100);
        var request = SaleRequest.cash(
                Ids.next(),
                story.point().id(),
                story.till().id(),
                story.buyers().get(buyer),
                MaterialCode.SILVER,
                fineness,
                weight);
        if (stock(story, fineness).stream().mapToLong(it -> it.left().weight()).sum() < weight) {
            return;
        }
        if (owes && mayBorrow(story, story.buyers().get(buyer), weight)) {
            request = request.paidBy(Payment.CREDIT, "");
        } else if (paid < 12) {
            request = request.paidBy(Payment.TRANSFER, "VIR " + random.nextInt(1_000_000));
        }
        selling.sell(request, Story.CLERK);
    }

    /** A refusal would end the day's transaction, so the clerk asks before. */
    private boolean mayBorrow(Story story, PersonId buyer, long weight) {
        return database.sql("""
                        select coalesce(sum(still), 0) + :price < 2500_00 and count(*) filter (where due_on < :today) = 0
                          from materials.debt where fund_id = :fund and person_id = :person and still > 0
                        """)
                .param("price", weight / GRAM * 16_00)
                .param("today", today())
                .param("fund", story.point().fund().id().value())
                .param("person", buyer.value())
                .query(Boolean.class)
                .single();
    }

    private record Owed(PersonId person, long still) {}

    /** Most pay some days before it is due, a few late, some never. */
    private void collect(Story story, LocalDate day, RandomGenerator random) {
        var due = database.sql("""
                        select person_id, sum(still)::bigint from materials.debt
                         where fund_id = :fund and still > 0 and due_on <= cast(:day as date) + 7 and abs(hashtext(sale_id::text)) % 50 <> 0
                         group by person_id order by person_id
                        """)
                .param("fund", story.point().fund().id().value())
                .param("day", day)
                .query((row, number) -> new Owed(new PersonId(row.getObject(1, java.util.UUID.class)), row.getLong(2)))
                .list();
        for (var one : due) {
            if (random.nextInt(4) == 0) {
                repaying.take(
                        new RepaymentRequest(
                                Ids.next(),
                                story.point(),
                                story.till().id(),
                                one.person(),
                                one.still(),
                                Payment.CASH,
                                ""),
                        Story.CLERK);
            }
        }
    }

    private void closeTill(Story story, LocalDate day) {
        long there = inTill(story);
        if (there > 500_00) {
            tills.deposit(Ids.next(), story.point(), story.till(), there - 200_00, "DEP-" + day, Story.CLERK);
        }
        tills.count(story.point(), story.till(), Map.of(1, Math.toIntExact(inTill(story))), Story.CLERK);
    }

    private void theft(Story story, LocalDate day) {
        stock(story, STERLING).stream()
                .findFirst()
                .ifPresent(it -> writingOff.writeOff(
                        new WritingOff.Missing(
                                Ids.next(),
                                WritingOff.Kind.THEFT,
                                story.point(),
                                it.lot().id(),
                                Math.min(180 * GRAM, it.left().weight()),
                                day,
                                "كسر قفل الخزانة ليلا (للعرض)",
                                "PV-DEMO-1",
                                Optional.empty()),
                        Story.DIRECTOR));
    }

    /** What is left of several lots becomes one. */
    private void melt(Story story) {
        var several = stock(story, STERLING).stream().limit(2).toList();
        if (several.size() < 2) {
            return;
        }
        long weight = several.stream().mapToLong(it -> it.left().weight()).sum();
        transforming.transform(
                new Transformation(
                        Ids.next(),
                        Transformation.Kind.MELT,
                        story.point(),
                        several.stream()
                                .collect(Collectors.toMap(
                                        it -> it.lot().id(), it -> it.left().weight())),
                        List.of(new Transformation.Output(weight - 2 * GRAM, Optional.of(STERLING))),
                        0,
                        "جمع بقايا الدفعات (للعرض)",
                        Optional.empty(),
                        Optional.empty()),
                Story.DIRECTOR);
    }

    private void count(Story story, LocalDate day) {
        var id = counting.begin(Ids.next(), story.point(), story.scale(), Story.CLERK);
        boolean first = true;
        for (var lot : lots.at(story.point().id(), MaterialCode.SILVER)) {
            counting.weigh(id, lot.lot().id());
            long there = lot.left().weight();
            long missing = first ? Math.min(there, 3 * GRAM + day.getMonthValue() * 100L) : there > 10 ? 10 : 0;
            counting.count(id, lot.lot().id(), there - missing, Story.CLERK);
            if (first && missing > 0) {
                counting.explain(id, lot.lot().id(), Cause.LOSS, "برادة وفتات الوزن (للعرض)");
            }
            first = false;
        }
        counting.finish(id, Story.CLERK);
        approving.approve(id, Story.DIRECTOR);
    }

    private List<LotAtPoint> stock(Story story, Fineness fineness) {
        return lots.at(story.point().id(), MaterialCode.SILVER).stream()
                .filter(it -> it.lot().fineness().filter(fineness::equals).isPresent()
                        && it.left().weight() > 0)
                .toList();
    }

    private long inTill(Story story) {
        return balances.available(accounts.till(story.point(), story.till()));
    }

    private static LocalDate today() {
        return LocalDate.now(new PoleClock());
    }

    private static void at(LocalDate day, int hour, int minute, Runnable act) {
        var moment = day.atTime(LocalTime.of(hour, minute)).atZone(Formats.ZONE).toInstant();
        try {
            PoleClock.at(moment, act);
        } catch (Refusal refusal) {
            throw new IllegalStateException("the story of " + day + " is refused: " + refusal.code(), refusal);
        }
    }
}
