package ma.qutb.market.earning;

import static ma.qutb.market.TestMarket.SELLER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.AccountId;
import ma.qutb.ledger.Balances;
import ma.qutb.ledger.Draft;
import ma.qutb.ledger.EntryId;
import ma.qutb.ledger.Ledger;
import ma.qutb.ledger.Source;
import ma.qutb.ledger.StandingClock;
import ma.qutb.market.MakerId;
import ma.qutb.market.MarketModuleTest;
import ma.qutb.market.PriceParts;
import ma.qutb.market.TestMarket;
import ma.qutb.market.earning.Fulfilment.Line;
import ma.qutb.market.earning.Fulfilment.Paid;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@MarketModuleTest
class EarningsTests {

    private static final PriceParts PARTS = new PriceParts(680_00, 403_00, 210_00, 47_60, 6_80, 12_60, 0);

    @Autowired
    Earnings earnings;

    @Autowired
    MarketAccounts accounts;

    @Autowired
    PaidToMakers paid;

    @Autowired
    TestMarket market;

    @Autowired
    Ledger ledger;

    @Autowired
    Balances balances;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    StandingClock clock;

    private MakerId cooperative;
    private MakerId artisan;
    private AccountId carrier;
    private AccountId carriage;

    @BeforeEach
    void twoMakersAndACarrier() {
        cooperative = market.cooperative();
        artisan = market.artisan();
        market.described(cooperative, 1);
        market.described(artisan, 1);
        var id = Ids.next();
        carrier = accounts.carrier(id, "Amana");
        carriage = accounts.carriage(id, "Amana");
    }

    @Test
    void whoHoldsTheMoneyOwesItToEachMakerThePoleTheFundAndTheCarrier() {
        long before = balances.of(accounts.maker(cooperative));
        long fund = balances.of(accounts.fund());
        long service = balances.of(accounts.service());

        fulfil(sale(line(cooperative), line(artisan)), 35_00);

        assertThat(balances.of(carrier)).isEqualTo(2 * 680_00 + 35_00);
        assertThat(balances.of(carriage)).isEqualTo(-35_00);
        assertThat(balances.of(accounts.maker(cooperative)) - before).isEqualTo(-613_00);
        assertThat(balances.of(accounts.fund()) - fund).isEqualTo(-2 * 6_80);
        assertThat(balances.of(accounts.service()) - service).isEqualTo(-2 * 47_60);
    }

    @Test
    void toldTwiceItEarnsOnce() {
        var sale = sale(line(cooperative));
        long before = balances.of(accounts.maker(cooperative));

        var first = fulfil(sale, 0);
        var second = fulfil(sale, 0);

        assertThat(second).isEqualTo(first);
        assertThat(balances.of(accounts.maker(cooperative)) - before).isEqualTo(-613_00);
    }

    @Test
    void oneThingThatComesBackTakesItsEarningsBackAndLeavesTheOthers() {
        var stays = line(cooperative);
        var back = line(artisan);
        var sale = sale(stays, back);
        long his = balances.of(accounts.maker(artisan));
        long theirs = balances.of(accounts.maker(cooperative));
        fulfil(sale, 35_00);
        var buyer = inside(() -> accounts.buyer(sale, "26-0001"));

        reverse(sale, buyer, 0, back.id());

        assertThat(balances.of(accounts.maker(artisan))).isEqualTo(his);
        assertThat(balances.of(accounts.maker(cooperative)) - theirs).isEqualTo(-613_00);
        assertThat(balances.of(buyer)).isEqualTo(-680_00);
        assertThat(balances.of(carrier)).isEqualTo(2 * 680_00 + 35_00);
    }

    @Test
    void aRefundAfterThePayoutLeavesTheMakerBelowZeroUntilTheNextSale() {
        var one = line(artisan);
        var sale = sale(one);
        var account = accounts.maker(artisan);
        fulfil(sale, 0);
        long owed = -balances.of(account);
        pay(account, owed);
        assertThat(balances.of(account)).isZero();

        reverse(sale, inside(() -> accounts.buyer(sale, "26-0002")), 0, one.id());

        assertThat(balances.of(account)).as("the maker owes it").isEqualTo(613_00);
        fulfil(sale(line(artisan)), 0);
        assertThat(balances.of(account)).isZero();
    }

    @Test
    void nothingComesBackTwiceOrBeforeItEarned() {
        var one = line(cooperative);
        var sale = sale(one);
        fulfil(sale, 0);
        var buyer = inside(() -> accounts.buyer(sale, "26-0003"));
        reverse(sale, buyer, 0, one.id());

        for (var line : List.of(one.id(), Ids.next())) {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> reverse(sale, buyer, 0, line))
                    .withMessage("market.earning.refusal.returned");
        }
        assertThat(balances.of(buyer)).isEqualTo(-680_00);
    }

    @Test
    void whatIsGivenBackOfTheDeliveryIsBorneByThePole() {
        var one = line(cooperative);
        var sale = sale(one);
        fulfil(sale, 35_00);
        var buyer = inside(() -> accounts.buyer(sale, "26-0004"));
        long wasted = balances.of(accounts.wasted());

        reverse(sale, buyer, 35_00, one.id());

        assertThat(balances.of(buyer)).isEqualTo(-715_00);
        assertThat(balances.of(accounts.wasted()) - wasted).isEqualTo(35_00);
        assertThat(balances.of(carriage)).as("the carrier did its work").isEqualTo(-35_00);
    }

    @Test
    void whatIsPaidMustBeWhatIsOwed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Fulfilment(
                        Ids.next(),
                        "26-0005",
                        source(),
                        List.of(line(cooperative)),
                        35_00,
                        carriage,
                        List.of(new Paid(carrier, 680_00))));
    }

    @Test
    void theTotalPaidToMakersIsWhatTheLedgerSays() {
        var before = paid.now();
        fulfil(sale(line(cooperative)), 0);
        clock.forward(Duration.ofMinutes(2));
        assertThat(paid.now()).isEqualTo(new PaidToMakers.Total(before.paid(), before.earned() + 613_00));

        pay(accounts.maker(cooperative), 613_00);
        clock.forward(Duration.ofMinutes(2));

        assertThat(paid.now()).isEqualTo(new PaidToMakers.Total(before.paid() + 613_00, before.earned() + 613_00));
    }

    @Test
    void anEarningIsNeverRewritten() {
        var sale = sale(line(cooperative));
        fulfil(sale, 0);

        assertThat(database.sql("""
            select has_table_privilege('qutb_application', 'market.earning', 'update')
                or has_table_privilege('qutb_application', 'market.earning', 'delete')
            """).query(Boolean.class).single()).isFalse();
    }

    private final java.util.Map<UUID, List<Line>> sales = new java.util.HashMap<>();

    private UUID sale(Line... lines) {
        var id = Ids.next();
        sales.put(id, List.of(lines));
        return id;
    }

    private static Line line(MakerId maker) {
        return new Line(Ids.next(), maker, PARTS);
    }

    private static Source source() {
        return new Source("other", Ids.next());
    }

    private EntryId fulfil(UUID sale, long delivery) {
        var lines = sales.get(sale);
        long price = lines.stream().mapToLong(it -> it.parts().price()).sum();
        return inside(() -> earnings.fulfil(
                new Fulfilment(
                        sale,
                        "26-0000",
                        new Source("other", sale),
                        lines,
                        delivery,
                        carriage,
                        List.of(new Paid(carrier, price + delivery))),
                SELLER));
    }

    private EntryId reverse(UUID sale, AccountId buyer, long delivery, UUID... lines) {
        return inside(() -> earnings.reverse(
                new Returned(Ids.next(), "26-0000", new Source("other", sale), List.of(lines), delivery, buyer),
                SELLER));
    }

    private void pay(AccountId account, long centimes) {
        ledger.post(
                Draft.of(accounts.book(), Ids.next(), Earnings.PAYOUT, LocalDate.now(clock))
                        .debit(account, centimes)
                        .credit(accounts.bank(), centimes),
                SELLER);
    }

    private <T> T inside(java.util.function.Supplier<T> act) {
        return transaction.execute(status -> act.get());
    }
}
