package ma.qutb.materials.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.AccountId;
import ma.qutb.ledger.Poster;
import ma.qutb.materials.Fineness;
import ma.qutb.materials.FundId;
import ma.qutb.materials.Lot;
import ma.qutb.materials.LotAtPoint;
import ma.qutb.materials.LotId;
import ma.qutb.materials.MaterialCode;
import ma.qutb.materials.Prices.Quote;
import ma.qutb.materials.SalePointId;
import ma.qutb.materials.Taking;
import ma.qutb.materials.TillId;
import ma.qutb.materials.UnitPrice;
import ma.qutb.materials.price.Charge;
import ma.qutb.materials.price.Charges;
import ma.qutb.registry.PersonId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a sale comes to, and out of which lots; no database. */
class SaleLineTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final MaterialCode WOOL = new MaterialCode("WOOL");
    /** 12.50 dirhams the fine gram. */
    private static final Quote QUOTE = new Quote(MaterialCode.SILVER, DAY, new UnitPrice(1_250_000));
    /** 2 dirhams and 5 %. */
    private static final Charges CHARGES = new Charges(
            new Charge(new UnitPrice(200_000), 0), Charge.NOTHING, Charge.NOTHING, new Charge(new UnitPrice(0), 500));

    @Test
    void silverIsPricedByTheSilverInIt() {
        var line = line(silver(1_000_000, 10_000_00), null);

        // 24.975 g at 12.50 + 2 + 5 %
        assertThat(line.priced()).isEqualTo(24_975);
        assertThat(line.replacement()).isEqualTo(312_19);
        assertThat(line.floor()).isEqualTo(new UnitPrice(1_512_500));
        assertThat(line.unitPrice()).isEqualTo(line.floor());
        assertThat(line.price()).isEqualTo(377_75);
        assertThat(line.shortfall()).isZero();
    }

    @Test
    void whatALotCostIsTheFloorWhereItIsMore() {
        // 15 dirhams a gram of 999: 15.015015 a fine gram.
        var line = line(silver(1_000_000, 15_000_00), null);

        assertThat(SaleLine.costOf(line.from().lot())).isEqualTo(new UnitPrice(1_501_502));
        assertThat(line.floor()).isEqualTo(new UnitPrice(1_501_502 + 200_000 + 75_075));
    }

    @Test
    void aLotWithNothingInItStillHasACost() {
        assertThat(SaleLine.costOf(lot(silver(1, 5), 0).lot())).isEqualTo(new UnitPrice(5_000_000));
    }

    @Test
    void underTheFloorSomebodyElsePaysWhatIsMissing() {
        var line = line(silver(1_000_000, 10_000_00), new UnitPrice(1_000_000));

        assertThat(line.price()).isEqualTo(249_75);
        assertThat(line.shortfall()).isEqualTo(128_00);
        assertThat(line(silver(1_000_000, 10_000_00), new UnitPrice(2_000_000)).shortfall())
                .isZero();
    }

    @Test
    void woolIsPricedByItsWeight() {
        var line = SaleLine.at(
                wool(10_000, 450_00),
                new Taking(2_000, 0, 90_00),
                new Quote(WOOL, DAY, new UnitPrice(5_000_000)),
                new UnitPrice(6_000_000));

        assertThat(line.priced()).isEqualTo(2_000);
        assertThat(line.price()).isEqualTo(120_00);
        assertThat(line.replacement()).isEqualTo(100_00);
        assertThat(line.floor()).isEqualTo(line.unitPrice());
    }

    @Test
    void aBasketIsTheSumOfItsLines() {
        var first = line(silver(1_000_000, 10_000_00), null);
        var second = line(silver(500_000, 6_000_00), new UnitPrice(1_000_000));
        var basket = basket(List.of(first, second), Payment.CREDIT, null);

        assertThat(basket.price()).isEqualTo(377_75 + 249_75);
        assertThat(basket.shortfall()).isEqualTo(second.shortfall()).isEqualTo(128_00);
        assertThat(basket.cost()).isEqualTo(250_00 + 300_00);
        assertThat(basket.replacement()).isEqualTo(2 * 312_19);
        assertThat(basket.priced()).isEqualTo(2 * 24_975);
        assertThat(basket.dueOn()).isEqualTo(DAY.plusDays(30));
        assertThat(basket.bindingQuota()).isTrue();
        assertThat(basket(List.of(first), Payment.CASH, null).dueOn()).isNull();
        assertThat(basket(List.of(first), Payment.CASH, UUID.randomUUID()).bindingQuota())
                .isFalse();
        assertThat(Preview.of(basket.lines(), 50_000, 1_000))
                .isEqualTo(new Preview(12_55, 627_50, List.of("SILVER-1000000", "SILVER-500000"), null));
        assertThat(Preview.not(new Refusal("x")).lots()).isEmpty();
    }

    @Test
    void theFirstThatCameIsSoldFirstAndTwoAreHeldToSpare() {
        var lots = List.of(silver(100, 1), silver(200, 1), silver(300, 1), silver(400, 1), silver(500, 1));

        assertThat(Allotting.needed(lots, 100)).containsExactlyElementsOf(lots.subList(0, 3));
        assertThat(Allotting.needed(lots, 101)).containsExactlyElementsOf(lots.subList(0, 4));
        assertThat(Allotting.needed(lots, 9_000)).containsExactlyElementsOf(lots);
        assertThat(Allotting.accounts(lots.getFirst())).hasSize(3);
    }

    @Test
    void aWeightIsSpreadOverWhatTheLotsHoldWhenTheyAreHeld() {
        var first = silver(100, 1);
        var gone = silver(100, 1);
        var last = silver(100, 1);
        var held = Map.of(
                first.weightAccount(), 60L,
                first.fineAccount().orElseThrow(), 59L,
                first.costAccount(), 7L,
                gone.weightAccount(), 0L,
                last.weightAccount(), 100L);

        var parts = Allotting.parts(List.of(first, gone, last), held, 100);

        assertThat(parts).extracting(Allotting.Part::weight).containsExactly(60L, 40L);
        assertThat(parts.getFirst().lot().left()).isEqualTo(new Taking(60, 59, 7));
        assertThat(parts.getLast().lot().lot()).isEqualTo(last.lot());
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Allotting.parts(List.of(first, gone, last), held, 161))
                .withMessage("materials.counter.refusal.not-enough");
    }

    @Test
    void termsSayWhatIsLeftOfQuotaAndCredit() {
        assertThat(new Terms.Quota(QuotaPeriod.MONTH, 100, 60, DAY).left()).isEqualTo(40);
        assertThat(new Terms.Quota(QuotaPeriod.MONTH, 100, 160, DAY).left()).isZero();
        assertThat(credit(500_00, null, 200_00, 0).left()).isEqualTo(300_00);
        assertThat(credit(100_00, null, 200_00, 0).left()).isZero();
    }

    @Test
    void creditIsGivenFromTheAgreementToItsLastDay() {
        assertThat(credit(1, null, 0, 0).agreed(DAY)).isTrue();
        assertThat(credit(0, null, 0, 0).agreed(DAY)).isFalse();
        assertThat(credit(1, DAY, 0, 0).agreed(DAY)).isFalse();
        assertThat(credit(1, DAY.plusDays(1), 0, 0).agreed(DAY)).isTrue();
        var none = new Terms.Credit(1, 30, null, 0, 0, null);
        assertThat(none.agreed(DAY)).isFalse();
        refused("materials.counter.refusal.no-credit", () -> none.accountOn(DAY));
        refused(
                "materials.counter.refusal.no-credit",
                () -> credit(0, null, 0, 0).accountOn(DAY));
        refused("materials.counter.refusal.overdue", () -> credit(1, null, 0, 1).accountOn(DAY));
        var good = credit(1, null, 0, 0);
        assertThat(good.accountOn(DAY)).isEqualTo(good.account());
    }

    @Test
    void aQuoteIsGoodForItsDaysAndNoLonger() {
        assertThat(terms(QUOTE, 7, DAY.plusDays(7)).fresh(MaterialCode.SILVER)).isEqualTo(QUOTE);
        refused(
                "materials.counter.refusal.old-quote",
                () -> terms(QUOTE, 7, DAY.plusDays(8)).fresh(MaterialCode.SILVER));
        refused("materials.counter.refusal.no-quote", () -> terms(null, 7, DAY).fresh(MaterialCode.SILVER));
    }

    private static void refused(String code, Runnable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act::run).withMessage(code);
    }

    private static Terms terms(@Nullable Quote quote, int days, LocalDate today) {
        return new Terms(
                today,
                Optional.ofNullable(quote),
                CHARGES,
                days,
                Optional.empty(),
                credit(0, null, 0, 0),
                Optional.empty());
    }

    private static Terms.Credit credit(long ceiling, @Nullable LocalDate ends, long owed, long overdue) {
        return new Terms.Credit(ceiling, 30, ends, owed, overdue, new AccountId(UUID.randomUUID()));
    }

    private static SaleBasket basket(List<SaleLine> lines, Payment payment, @Nullable UUID device) {
        var request = SaleRequest.cash(
                        UUID.randomUUID(),
                        SalePointId.next(),
                        TillId.next(),
                        new PersonId(UUID.randomUUID()),
                        MaterialCode.SILVER,
                        null,
                        50_000)
                .paidBy(payment, "");
        var clerk = new Poster("1", "نزهة");
        return device == null
                ? SaleBasket.now(request, lines, DAY, Instant.EPOCH, clerk, terms(QUOTE, 7, DAY))
                : SaleBasket.earlier(
                        request, lines, DAY, Instant.EPOCH, Instant.EPOCH, clerk, terms(QUOTE, 7, DAY), device);
    }

    /** 25 g out of the lot. */
    private static SaleLine line(LotAtPoint from, @Nullable UnitPrice agreed) {
        return SaleLine.of(from, Taking.of(from.lot(), from.left(), 25_000), QUOTE, CHARGES, agreed);
    }

    private static LotAtPoint silver(long weight, long cost) {
        var fineness = Fineness.ofThousandths(999);
        return at(
                new Lot(
                        LotId.next(),
                        "SILVER-" + weight,
                        FundId.next(),
                        MaterialCode.SILVER,
                        weight,
                        Optional.of(fineness),
                        fineness.fineOf(weight),
                        cost,
                        DAY,
                        false),
                Optional.of(new AccountId(UUID.randomUUID())));
    }

    private static LotAtPoint wool(long weight, long cost) {
        return at(
                new Lot(LotId.next(), "WOOL-1", FundId.next(), WOOL, weight, Optional.empty(), 0, cost, DAY, false),
                Optional.empty());
    }

    private static LotAtPoint lot(LotAtPoint like, long fine) {
        var lot = like.lot();
        return at(
                new Lot(
                        lot.id(),
                        lot.number(),
                        lot.fund(),
                        lot.material(),
                        lot.weight(),
                        lot.fineness(),
                        fine,
                        lot.cost(),
                        DAY,
                        false),
                like.fineAccount());
    }

    private static LotAtPoint at(Lot lot, Optional<AccountId> fine) {
        return new LotAtPoint(
                lot,
                SalePointId.next(),
                new AccountId(UUID.randomUUID()),
                new AccountId(UUID.randomUUID()),
                fine,
                new Taking(lot.weight(), lot.fine(), lot.cost()));
    }
}
