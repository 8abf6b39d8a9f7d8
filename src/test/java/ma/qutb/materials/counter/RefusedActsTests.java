package ma.qutb.materials.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.StandingClock;
import ma.qutb.materials.Fineness;
import ma.qutb.materials.MaterialCode;
import ma.qutb.materials.Materials;
import ma.qutb.materials.MaterialsModuleTest;
import ma.qutb.materials.MaterialsPermission.Code;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.TestPoint;
import ma.qutb.materials.UnitPrice;
import ma.qutb.materials.credit.RepaymentRequest;
import ma.qutb.materials.credit.TakingRepayments;
import ma.qutb.materials.point.RunningPoints;
import ma.qutb.materials.price.Charges;
import ma.qutb.materials.price.Policy;
import ma.qutb.materials.price.SettingPrices;
import ma.qutb.materials.stock.KeepingLots;
import ma.qutb.materials.stock.NewLot;
import ma.qutb.materials.supply.Suppliers;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.PersonId;
import ma.qutb.shell.Texts;
import ma.qutb.support.TestActor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.MockMvc;

/** What is refused around a counter and is not part of a longer story told by another test. */
@MaterialsModuleTest
@Import(TestCounter.class)
class RefusedActsTests {

    private static final Authentication CLERK = TestActor.with(Code.SEE, Code.SELL, "registry.see-people");
    private static final Authentication DIRECTOR = TestActor.with(
            Code.SEE,
            Code.SELL,
            Code.MANAGE_POINTS,
            Code.SEE_PRICES,
            Code.SET_PRICES,
            Code.SEE_FUND,
            Code.MANAGE_FUND,
            "registry.see-organisations");

    @Autowired
    TestCounter counter;

    @Autowired
    TestPoint points;

    @Autowired
    SellingAtTheCounter selling;

    @Autowired
    AskingForLess asking;

    @Autowired
    SettingQuotas quotas;

    @Autowired
    SettingPrices prices;

    @Autowired
    TakingRepayments repaying;

    @Autowired
    RunningPoints running;

    @Autowired
    KeepingLots keeping;

    @Autowired
    Suppliers suppliers;

    @Autowired
    Materials materials;

    @Autowired
    StandingClock clock;

    @Autowired
    Texts texts;

    @Autowired
    JdbcClient database;

    @Autowired
    MockMvc web;

    private SalePoint point;
    private PersonId buyer;

    @BeforeEach
    void openTheCounter() {
        clock.forward(Duration.ofMinutes(1));
        counter.quote("12.50");
        point = counter.open();
        buyer = counter.jeweller();
    }

    @Test
    void nothingIsSoldAtAPointThatIsClosedNorToSomebodySuspended() {
        database.sql("update registry.artisan set register_status = 'SUSPENDED' where person_id = :id")
                .param("id", buyer.value())
                .update();
        refused("materials.counter.refusal.suspended", () -> selling.sell(cash(), TestCounter.CLERK));
        running.close(point);
        refused("materials.counter.refusal.point-closed", () -> selling.sell(cash(), TestCounter.CLERK));
    }

    @Test
    void aMaterialNobodyKnowsIsNotSold() {
        var request = SaleRequest.cash(
                Ids.next(), point.id(), counter.till(point).id(), buyer, new MaterialCode("MOONSTONE"), null, 1);

        refused("materials.material.refusal.unknown", () -> selling.sell(request, TestCounter.CLERK));
    }

    @Test
    void aFormOfTheCounterSaysWhatIsMissing() throws Exception {
        points.silver(point, 1_000_000, 999, 10_000_00);
        var key = Ids.next().toString();
        said(
                "materials.counter.refusal.weight",
                "sales",
                CLERK,
                sale(key, "abc", buyer.value().toString()));
        said("materials.counter.refusal.buyer", "sales", CLERK, sale(key, "25", ""));
        web.perform(post("/app/counter/" + point.id() + "/sales")
                        .params(sale(key, "25", buyer.value().toString()))
                        .with(csrf())
                        .with(authentication(CLERK)))
                .andExpect(status().is3xxRedirection());
        said(
                "materials.counter.refusal.other-sale",
                "sales",
                CLERK,
                sale(key, "26", buyer.value().toString()));
    }

    @Test
    void afterItsDayASaleIsUndoneByTheDirectorAlone() throws Exception {
        points.silver(point, 1_000_000, 999, 10_000_00);
        var sale = selling.sell(cash(), TestCounter.CLERK);
        clock.forward(Duration.ofDays(1));

        said(
                "materials.undo.refusal.day",
                "/app/counter/sales/" + sale + "/undoing",
                CLERK,
                form(Map.of("key", Ids.next().toString(), "reason", "خطأ")));
    }

    @Test
    void aQuoteIsANumberOfADayThatCameAndNotFarFromTheOneBefore() throws Exception {
        var silver = materials.find(MaterialCode.SILVER).orElseThrow();
        var today = LocalDate.now(clock);
        refused(
                "materials.price.refusal.future",
                () -> prices.quote(
                        silver, today.plusDays(1), TestCounter.price("12"), "typed", "", TestCounter.DIRECTOR));
        refused(
                "materials.price.refusal.nothing",
                () -> prices.quote(silver, today, new UnitPrice(0), "typed", "", TestCounter.DIRECTOR));
        refused(
                "materials.price.refusal.slip",
                () -> prices.quote(silver, today, TestCounter.price("62.50"), "typed", "", TestCounter.DIRECTOR));
        refused(
                "materials.price.refusal.slip",
                () -> prices.quote(silver, today, TestCounter.price("2.50"), "typed", "", TestCounter.DIRECTOR));
        var quotes = "/app/prices/" + point.id() + "/quotes";
        said("materials.price.refusal.number", quotes, DIRECTOR, form(Map.of("price", "douze")));
        said("materials.price.refusal.rows", quotes + "/list", DIRECTOR, form(Map.of("rows", "2026-01-05")));
        said("materials.price.refusal.row", quotes + "/list", DIRECTOR, form(Map.of("rows", "2026-01-05")));
        said("materials.price.refusal.number", quotes + "/list", DIRECTOR, form(Map.of("rows", "2026-01-05;x")));
    }

    @Test
    void chargesAndQuotasHoldFromTodayOn() {
        var yesterday = LocalDate.now(clock).minusDays(1);
        refused(
                "materials.price.refusal.past",
                () -> prices.policy(
                        Policy.of(point.id(), MaterialCode.SILVER, yesterday, Charges.NONE, 7, "غلاء"),
                        TestCounter.DIRECTOR));
        refused("materials.price.refusal.past", () -> quota(yesterday, 1, "المادة 4"));
        refused("materials.quota.refusal.nothing", () -> quota(LocalDate.now(clock), 0, "المادة 4"));
        refused("materials.quota.refusal.reason", () -> quota(LocalDate.now(clock), 1, " "));
    }

    @Test
    void aShareThatNoNumberCanHoldIsNotTakenForNone() throws Exception {
        said(
                "materials.price.refusal.share",
                "/app/prices/" + point.id() + "/policies",
                DIRECTOR,
                form(Map.of("marginPercent", "42949672,96", "reason", "غلاء", "quoteDays", "7")));
    }

    @Test
    void aFormOfAQuotaSaysWhatIsMissing() throws Exception {
        var at = Map.of("point", point.id().toString());
        var silver = Map.of("point", point.id().toString(), "material", "SILVER");
        var from = Map.of(
                "point",
                point.id().toString(),
                "material",
                "SILVER",
                "from",
                LocalDate.now(clock).toString());
        said("materials.quota.refusal.point", "/app/quotas", DIRECTOR, form(Map.of()));
        said("materials.quota.refusal.material", "/app/quotas", DIRECTOR, form(at));
        said("materials.quota.refusal.day", "/app/quotas", DIRECTOR, form(silver));
        said("materials.quota.refusal.period", "/app/quotas", DIRECTOR, form(from));
    }

    @Test
    void aRepaymentGoesIntoATillThatIsOpen() throws Exception {
        said(
                "materials.credit.refusal.till",
                "/app/credit/" + point.id() + "/" + buyer.value() + "/repayments",
                CLERK,
                form(Map.of(
                        "key",
                        Ids.next().toString(),
                        "amount",
                        "1",
                        "till",
                        UUID.randomUUID().toString())));
    }

    @Test
    void nobodyPaysBackNothingNorWhatWasNeverLent() {
        refused("materials.credit.refusal.amount", () -> repay(0));
        refused("materials.credit.refusal.nothing-owed", () -> repay(1));
    }

    @Test
    void aSupportLineHasANameOfItsOwnAndIsOfTheFund() {
        var fund = point.fund().id();
        var name = new LocalName("دعم المبتدئين", "Appui", "Support");
        asking.openLine(fund, name);
        refused("materials.exception.refusal.name-taken", () -> asking.openLine(fund, name));
        refused("materials.exception.refusal.name", () -> asking.openLine(fund, new LocalName(" ", "x", "x")));
        refused(
                "materials.exception.refusal.line",
                () -> asking.ask(
                        Ids.next(),
                        point,
                        buyer,
                        MaterialCode.SILVER,
                        1,
                        TestCounter.price("10"),
                        UUID.randomUUID(),
                        "أول عمل",
                        TestCounter.CLERK));
    }

    @Test
    void aSupplierHasANameAndANumberOfItsOwn() {
        var ice = String.valueOf(100_000_000_000_000L + System.nanoTime() % 1_000_000_000_000L);
        suppliers.add("Fonderie", ice, null, "", false);
        refused("materials.supplier.refusal.ice-taken", () -> suppliers.add("Autre", ice, null, "", false));
        refused("materials.supplier.refusal.ice", () -> suppliers.add("Autre", "12", null, "", false));
        refused("materials.supplier.refusal.no-name", () -> suppliers.add(" ", null, null, "", false));
    }

    @Test
    void aLotWeighsSomethingAndSilverHasAFineness() {
        refused("materials.lot.refusal.fineness", () -> keeping.keep(lot(1, Optional.empty()), point));
        refused(
                "materials.lot.refusal.no-weight",
                () -> keeping.keep(lot(0, Optional.of(Fineness.ofThousandths(999))), point));
    }

    @Test
    void aContributionNamesItsPointItsPartnerAndItsDay() throws Exception {
        var path = "/app/funds/" + point.fund().id() + "/contributions";
        var at = point.id().toString();
        var partner = "organisation:" + points.cooperative().orElseThrow().value();
        said("materials.fund.refusal.point", path, DIRECTOR, form(Map.of("partner", partner, "amount", "1")));
        said("materials.fund.refusal.partner", path, DIRECTOR, form(Map.of("point", at, "amount", "1")));
        said(
                "materials.fund.refusal.day",
                path,
                DIRECTOR,
                form(Map.of("point", at, "partner", partner, "about", "2026/1", "amount", "1")));
    }

    private SaleRequest cash() {
        return counter.cash(point, buyer, 1_000);
    }

    private void quota(LocalDate from, long most, String reason) {
        quotas.set(point.id(), MaterialCode.SILVER, from, QuotaPeriod.MONTH, most, reason, TestCounter.DIRECTOR);
    }

    private void repay(long amount) {
        repaying.take(
                new RepaymentRequest(Ids.next(), point, counter.till(point).id(), buyer, amount, Payment.CASH, ""),
                TestCounter.CLERK);
    }

    private NewLot lot(long weight, Optional<Fineness> fineness) {
        return NewLot.received(
                MaterialCode.SILVER, points.supplier(), weight, fineness, 1, LocalDate.now(clock), NewLot.Papers.NONE);
    }

    private org.springframework.util.MultiValueMap<String, String> sale(String key, String weight, String who) {
        return form(Map.of(
                "key",
                key,
                "buyer",
                who,
                "till",
                counter.till(point).id().toString(),
                "material",
                "SILVER",
                "fineness",
                "9990",
                "weight",
                weight,
                "payment",
                "cash"));
    }

    private static org.springframework.util.MultiValueMap<String, String> form(Map<String, String> typed) {
        var form = new org.springframework.util.LinkedMultiValueMap<String, String>();
        typed.forEach(form::add);
        return form;
    }

    /** The page that comes back says why, in the language of who reads it. */
    private void said(
            String code, String path, Authentication who, org.springframework.util.MultiValueMap<String, String> typed)
            throws Exception {
        for (var language : new Language[] {Language.AR, Language.FR, Language.EN}) {
            var page = web.perform(post(path.startsWith("/") ? path : "/app/counter/" + point.id() + "/" + path)
                            .params(typed)
                            .with(csrf())
                            .cookie(new Cookie("lang", language.name().toLowerCase(java.util.Locale.ROOT)))
                            .with(authentication(who)))
                    .andExpect(status().isUnprocessableContent())
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            assertThat(page).contains(texts.say(language, code));
        }
    }

    private static void refused(String code, Runnable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act::run).withMessage(code);
    }
}
