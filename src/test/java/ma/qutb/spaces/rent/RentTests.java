package ma.qutb.spaces.rent;

import static ma.qutb.spaces.lease.TestLeases.MANAGER;
import static ma.qutb.spaces.lease.TestLeases.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Balances;
import ma.qutb.ledger.Ledger;
import ma.qutb.ledger.Poster;
import ma.qutb.ledger.StandingClock;
import ma.qutb.spaces.LeaseId;
import ma.qutb.spaces.SiteId;
import ma.qutb.spaces.Sites;
import ma.qutb.spaces.SpacesModuleTest;
import ma.qutb.spaces.TestSite;
import ma.qutb.spaces.Unit;
import ma.qutb.spaces.lease.ChangingLeases;
import ma.qutb.spaces.lease.EndingLeases;
import ma.qutb.spaces.lease.Leases;
import ma.qutb.spaces.lease.NewLease;
import ma.qutb.spaces.lease.TestLeases;
import ma.qutb.spaces.upkeep.Upkeep;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rents are posted once and paid, late, in parts, let off or settled. */
@SpacesModuleTest
class RentTests {

    private static final long RENT = 60_000;
    private static final Poster DIRECTOR = new Poster("director", "المديرة");

    @Autowired
    TestSite test;

    @Autowired
    TestLeases make;

    @Autowired
    PostingRents posting;

    @Autowired
    TakingRents taking;

    @Autowired
    FollowingPlans plans;

    @Autowired
    WaivingRents waiving;

    @Autowired
    HandingBack handing;

    @Autowired
    SharingCosts sharing;

    @Autowired
    SendingRentReminders reminders;

    @Autowired
    Standings standings;

    @Autowired
    RentTable table;

    @Autowired
    RentAccounts accounts;

    @Autowired
    Leases leases;

    @Autowired
    ChangingLeases changing;

    @Autowired
    EndingLeases ending;

    @Autowired
    Upkeep upkeep;

    @Autowired
    Ledger ledger;

    @Autowired
    Balances balances;

    @Autowired
    Sites sites;

    @Autowired
    StandingClock clock;

    @Autowired
    JdbcClient database;

    SiteId site;
    Unit shop;
    LocalDate today;
    YearMonth now;

    @BeforeEach
    void aSiteOfTenShops() {
        site = test.drawn(10);
        shop = test.unit(site, "4");
        today = clock.today();
        now = YearMonth.from(today);
    }

    @Test
    void aRentRunStartedTwicePostsEachMonthOnce() {
        var id = make.signed(shop, now.minusMonths(2).atDay(1), 12, RENT, today);
        assertThat(posting.run(now, MANAGER).charges()).isGreaterThanOrEqualTo(3);
        assertThat(posting.run(now, MANAGER).charges()).isZero();
        assertThat(owed(id)).isEqualTo(3 * RENT);
    }

    @Test
    void twoRunsAtOncePostEachMonthOnce() throws Exception {
        var id = make.signed(shop, now.minusMonths(5).atDay(1), 12, RENT, today);
        try (var runners = Executors.newFixedThreadPool(2)) {
            var one = runners.submit(() -> posting.run(now, MANAGER));
            var other = runners.submit(() -> posting.run(now, DIRECTOR));
            one.get();
            other.get();
        }
        assertThat(owed(id)).isEqualTo(6 * RENT);
    }

    @Test
    void aRunThatWasKilledInTheMiddleIsTakenUpAgain() {
        var first = make.signed(shop, now.minusMonths(1).atDay(1), 12, RENT, today);
        var second = make.signed(
                terms(
                        test.unit(site, "5").id(),
                        make.other(),
                        now.minusMonths(1).atDay(1),
                        12,
                        RENT),
                today);
        posting.run(now, MANAGER);
        // As if the process had ended after the first batch: the run is not finished, the second lease has nothing of
        // this month.
        database.sql("update spaces.rent_run set finished_at = null where month = :month")
                .param("month", now.atDay(1))
                .update();
        var third = make.signed(
                terms(
                        test.unit(site, "6").id(),
                        make.other(),
                        now.minusMonths(1).atDay(1),
                        12,
                        RENT),
                today);
        assertThat(posting.run(now, MANAGER).charges()).isEqualTo(2);
        assertThat(owed(first)).isEqualTo(2 * RENT);
        assertThat(owed(second)).isEqualTo(2 * RENT);
        assertThat(owed(third)).isEqualTo(2 * RENT);
        assertThat(database.sql("select finished_at is not null from spaces.rent_run where month = :month")
                        .param("month", now.atDay(1))
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void aMonthThatHasNotBegunIsNotRun() {
        refused("month-ahead", () -> posting.run(now.plusMonths(1), MANAGER));
    }

    @Test
    void aRentThatChangesInMidMonthIsCountedByDays() {
        var id = make.signed(shop, now.minusMonths(1).atDay(1), 12, RENT, today);
        posting.run(now, MANAGER);
        var month = now.minusMonths(1);
        changing.changeRent(id, month.atDay(11), 2 * RENT, "توسعة", MANAGER);
        long expected = RENT * 2
                + 2 * RENT
                - ProRata.share(RENT, new long[] {10, month.lengthOfMonth() - 10})[1]
                + ProRata.share(2 * RENT, new long[] {10, month.lengthOfMonth() - 10})[1]
                - RENT;
        assertThat(owed(id)).isEqualTo(expected);
        assertThat(table.charges(id))
                .filteredOn(it -> it.kind().equals("correction"))
                .hasSize(2);
    }

    @Test
    void aBackdatedTerminationInAClosedMonthIsMadeGoodToday() {
        var id = make.signed(shop, now.minusMonths(3).atDay(1), 12, RENT, today);
        posting.run(now, MANAGER);
        clock.toNextMonth();
        closeMonthsBefore(YearMonth.from(clock.today()));

        ending.terminate(id, now.minusMonths(2).atEndOfMonth(), "هجر المحل", MANAGER);

        assertThat(owed(id)).isEqualTo(2 * RENT);
        assertThat(table.charges(id))
                .filteredOn(it -> it.kind().equals("correction"))
                .hasSize(2)
                .allSatisfy(it -> assertThat(it.postedOn()).isEqualTo(clock.today()));
    }

    @Test
    void whatIsPaidSettlesWhatWasDueFirst() {
        var id = make.signed(shop, now.minusMonths(2).atDay(1), 12, RENT, today);
        posting.run(now, MANAGER);
        var key = UUID.randomUUID();
        taking.take(id, key, "cash", RENT, today, "", MANAGER);
        taking.take(id, key, "cash", RENT, today, "", MANAGER);
        assertThat(owed(id)).isEqualTo(2 * RENT);
        assertThat(balances.of(accounts.till(sites.find(site).orElseThrow()))).isEqualTo(RENT);
        taking.bank(sites.find(site).orElseThrow(), UUID.randomUUID(), RENT, MANAGER);
        assertThat(balances.of(accounts.till(sites.find(site).orElseThrow()))).isZero();
        taking.take(id, UUID.randomUUID(), "transfer", RENT, today, "VIR-1", MANAGER);
        refused("reference-used", () -> taking.take(id, UUID.randomUUID(), "transfer", RENT, today, "VIR-1", MANAGER));
        refused("reference", () -> taking.take(id, UUID.randomUUID(), "transfer", RENT, today, " ", MANAGER));
        refused("amount", () -> taking.take(id, UUID.randomUUID(), "cash", 0, today, "", MANAGER));
        refused("ahead", () -> taking.take(id, UUID.randomUUID(), "cash", RENT, today.plusDays(1), "", MANAGER));
        refused("not-signed", () -> taking.take(LeaseId.next(), UUID.randomUUID(), "cash", RENT, today, "", MANAGER));
    }

    @Test
    void aTenantFallsIntoArrearsIsRemindedAndComesOutOfThemByAPlan() {
        var id = make.signed(shop, now.atDay(1), 24, RENT, today);
        refused("nothing-late", () -> plans.agree(id, today, 3, MANAGER));
        posting.run(now, MANAGER);
        clock.toNextMonth();
        posting.run(YearMonth.from(clock.today()), MANAGER);
        clock.toNextMonth();
        assertThat(standing(id).code()).isIn("late30", "late90");
        reminders.remind();
        reminders.remind();
        assertThat(reminded(id)).isPositive();

        refused("plan", () -> plans.agree(id, clock.today(), 0, MANAGER));
        plans.agree(id, clock.today().plusMonths(1), 2, MANAGER);
        refused("plan-runs", () -> plans.agree(id, clock.today().plusMonths(1), 2, MANAGER));
        assertThat(standing(id).code()).isEqualTo("plan");
        long before = reminded(id);
        reminders.remind();
        assertThat(reminded(id)).isEqualTo(before);

        taking.take(id, UUID.randomUUID(), "cash", RENT, clock.today(), "", MANAGER);
        clock.toNextMonth();
        taking.take(id, UUID.randomUUID(), "cash", RENT, clock.today(), "", MANAGER);
        assertThat(plans.of(id))
                .singleElement()
                .satisfies(it -> assertThat(it.state()).isEqualTo("kept"));
        assertThat(standing(id).code()).isEqualTo("paid");
    }

    @Test
    void aPlanIsBrokenWhenAPartIsNotPaid() {
        var id = make.signed(shop, now.atDay(1), 24, RENT, today);
        posting.run(now, MANAGER);
        clock.toNextMonth();
        plans.agree(id, clock.today().plusDays(3), 2, MANAGER);
        clock.toNextMonth();
        reminders.remind();
        assertThat(plans.of(id))
                .singleElement()
                .satisfies(it -> assertThat(it.state()).isEqualTo("broken"));
    }

    @Test
    void aWaiverIsDecidedBySomebodyElse() {
        var id = make.signed(shop, now.atDay(1), 12, RENT, today);
        posting.run(now, MANAGER);
        refused("waiver-too-much", () -> waiving.ask(id, RENT + 1, "حريق", MANAGER));
        var waiver = waiving.ask(id, RENT / 2, "إصلاح السقف", MANAGER);
        refused("own-waiver", () -> waiving.decide(waiver, true, MANAGER));
        waiving.decide(waiver, true, DIRECTOR);
        refused("waiver-decided", () -> waiving.decide(waiver, true, DIRECTOR));
        assertThat(owed(id)).isEqualTo(RENT / 2);
    }

    @Test
    void aUnitThatIsHandedBackIsSettledWithItsDeposit() {
        long before = kept();
        var id = make.signed(with(shop, "none", 2 * RENT, now.minusMonths(2).atDay(1)), today);
        posting.run(now, MANAGER);
        taking.take(id, UUID.randomUUID(), "transfer", 5 * RENT, today, "VIR-2", MANAGER);
        refused("runs-on", () -> handing.settle(id, UUID.randomUUID(), 0, false, "", MANAGER));
        ending.terminate(id, today, "رحيل", MANAGER);
        long rest = owed(id);
        refused("no-inspection", () -> handing.settle(id, UUID.randomUUID(), 0, false, "", MANAGER));
        upkeep.report(
                shop.id(),
                "exit",
                today,
                "المكتري",
                "",
                Optional.empty(),
                Map.of("walls", new Upkeep.Found("broken", Optional.empty())),
                TestLeases.clerk());
        var report = handing.inspections(leases.find(id).orElseThrow()).getFirst();

        long back = handing.settle(id, report.id(), 5_000, false, "الباب مكسور", MANAGER);

        assertThat(back).isEqualTo(2 * RENT - 5_000 - rest);
        assertThat(owed(id)).isZero();
        assertThat(kept()).isEqualTo(before);
        refused("handed-back", () -> handing.settle(id, report.id(), 0, false, "", MANAGER));
    }

    @Test
    void aBillIsSharedToTheCentimeByAreaAndDays() {
        var month = now.minusMonths(1);
        var whole = make.signed(with(shop, "area", 0, month.atDay(1)), today);
        var half = make.signed(with(test.unit(site, "5"), "area", 0, month.atDay(16)), today);
        refused("month-not-over", () -> sharing.share(site, "common", now, 10_001, "area", MANAGER));
        refused("nobody-shares", () -> sharing.share(site, "water", month, 10_001, "meter", MANAGER));
        assertThat(sharing.share(site, "common", month, 10_001, "area", MANAGER))
                .isEqualTo(2);
        refused("shared-before", () -> sharing.share(site, "common", month, 10_001, "area", MANAGER));
        int days = month.lengthOfMonth();
        assertThat(owed(whole) + owed(half)).isEqualTo(10_001);
        assertThat(owed(whole)).isEqualTo(ProRata.share(10_001, new long[] {days, days - 15})[0]);
    }

    /** The cooperative's deposits. */
    private long kept() {
        return database.sql("select id from spaces.lease where tenant_id = :id order by number limit 1")
                .param("id", make.cooperative().party())
                .query(UUID.class)
                .optional()
                .flatMap(it -> leases.find(new LeaseId(it)))
                .map(it -> balances.of(accounts.deposit(it.tenant())))
                .orElse(0L);
    }

    private NewLease with(Unit unit, String charges, long deposit, LocalDate from) {
        return new NewLease(
                unit.id(),
                make.cooperative(),
                Optional.empty(),
                from,
                12,
                RENT,
                deposit,
                "",
                0,
                0,
                charges,
                Optional.empty());
    }

    private void closeMonthsBefore(YearMonth month) {
        var first = YearMonth.from(database.sql("select min(posted_on) from spaces.rent_charge")
                .query(LocalDate.class)
                .single());
        for (var it = first; it.isBefore(month); it = it.plusMonths(1)) {
            try {
                ledger.closeMonth(accounts.book(), it, DIRECTOR);
            } catch (Refusal refusal) {
                // Another test closed it.
                assertThat(refusal.code()).startsWith("ledger.refusal.");
            }
        }
    }

    private long reminded(LeaseId id) {
        return database.sql("select count(*) from spaces.rent_reminder where lease_id = :id")
                .param("id", id.value())
                .query(Long.class)
                .single();
    }

    private Standing standing(LeaseId id) {
        return standings.of(id, clock.today());
    }

    private long owed(LeaseId id) {
        return standing(id).owed();
    }

    private static void refused(String refusal, Runnable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act::run).withMessage("spaces.rent.refusal." + refusal);
    }
}
