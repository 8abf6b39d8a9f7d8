package ma.qutb.spaces.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Language;
import ma.qutb.ledger.StandingClock;
import ma.qutb.shell.Texts;
import ma.qutb.spaces.LeaseId;
import ma.qutb.spaces.SiteId;
import ma.qutb.spaces.SpacesModuleTest;
import ma.qutb.spaces.SpacesPermission.Code;
import ma.qutb.spaces.TestSite;
import ma.qutb.spaces.Unit;
import ma.qutb.spaces.rent.PostingRents;
import ma.qutb.support.TestActor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Leases and rents as the manager of the zone writes, changes and takes them. */
@SpacesModuleTest
class LeasePagesTests {

    private static final Authentication MANAGER = TestActor.with(
            Code.SEE,
            Code.SEE_LEASES,
            Code.LEASE,
            Code.RENT,
            Code.INSPECT,
            "registry.see-people",
            "registry.see-organisations");
    private static final Authentication DIRECTOR = TestActor.with(Code.SEE, Code.SEE_LEASES, Code.WAIVE);

    @Autowired
    MockMvc web;

    @Autowired
    TestSite test;

    @Autowired
    TestLeases make;

    @Autowired
    PostingRents posting;

    @Autowired
    Leases leases;

    @Autowired
    Texts texts;

    @Autowired
    StandingClock clock;

    @Autowired
    JdbcClient database;

    SiteId site;
    Unit shop;
    LocalDate today;

    @BeforeEach
    void aSiteOfTenShops() {
        site = test.drawn(10);
        shop = test.unit(site, "4");
        today = test.today();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/details", "/tenant-signature", "/pole-signature", "/cancellation"})
    void everyPageOfADraftOpens(String page) throws Exception {
        var id = make.draft(shop, today, 12, 60_000);
        see("/app/spaces/leases/" + id + page);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/renewal",
                "/rent",
                "/notice",
                "/termination",
                "/gone",
                "/breach",
                "/jobs",
                "/take-over",
                "/account",
                "/account/payment",
                "/account/plan",
                "/account/waiver",
                "/account/hand-back"
            })
    void everyPageOfALeaseOpens(String page) throws Exception {
        var id = make.signed(shop, today.minusMonths(2), 12, 60_000, today);
        posting.run(YearMonth.from(today), TestLeases.MANAGER);
        see("/app/spaces/leases/" + id + page);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/app/spaces/leases",
                "/app/spaces/leases/clauses",
                "/app/spaces/leases/clauses/new",
                "/app/spaces/rents",
                "/app/spaces/rents/bill",
                "/app/spaces/rents/banking",
                "/app/spaces/arrears"
            })
    void everyListOpens(String page) throws Exception {
        see(page);
    }

    @Test
    void aShopIsLeasedByItsFormsUntilItIsLet() throws Exception {
        see("/app/spaces/units/" + shop.id() + "/leases/new");
        web.perform(lease(shop, today.toString())).andExpect(status().is3xxRedirection());
        var id = of(shop);
        web.perform(lease(shop, today.toString()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString(texts.say(Language.AR, "spaces.unit.refusal.taken"))));
        var path = "/app/spaces/leases/" + id;
        web.perform(act(path + "/contract")).andExpect(status().is3xxRedirection());
        web.perform(get(path + "/contract/fr.pdf").with(authentication(MANAGER)))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/pdf"));
        web.perform(act(path + "/tenant-signature").param("day", today.toString()))
                .andExpect(status().is3xxRedirection());
        web.perform(act(path + "/pole-signature").param("day", today.toString()))
                .andExpect(status().is3xxRedirection());
        assertThat(open(id).on(today)).isEqualTo("running");
        assertThat(open(id).terms().indexBasisPoints()).isEqualTo(250);
        assertThat(open(id).deposit()).isEqualTo(120_000);
        web.perform(act(path + "/rent")
                        .param("day", today.toString())
                        .param("rent", "700")
                        .param("reason", "خطأ"))
                .andExpect(status().isUnprocessableContent());
        web.perform(act(path + "/jobs").param("women", "3").param("men", "1")).andExpect(status().is3xxRedirection());
        web.perform(act(path + "/breach")
                        .param("kind", "subletting")
                        .param("day", today.toString())
                        .param("note", "شخص آخر"))
                .andExpect(status().is3xxRedirection());
        web.perform(act(path + "/notice")
                        .param("who", "tenant")
                        .param("day", today.plusMonths(3).toString()))
                .andExpect(status().is3xxRedirection());
        web.perform(get(path).with(authentication(MANAGER)))
                .andExpect(content().string(containsString(texts.say(Language.AR, "spaces.lease.state.notice"))))
                .andExpect(content().string(containsString("شخص آخر")));
    }

    @Test
    void whatIsPaidAtTheDeskHasAReceiptAndAWaiverADecision() throws Exception {
        var id = make.signed(shop, today.minusMonths(2), 12, 60_000, today);
        var path = "/app/spaces/leases/" + id + "/account";
        web.perform(act("/app/spaces/rents/runs")
                        .param("month", YearMonth.from(today).toString()))
                .andExpect(status().is3xxRedirection());
        web.perform(act(path + "/payment")
                        .param("amount", "600")
                        .param("day", today.toString())
                        .param("how", "cash"))
                .andExpect(status().is3xxRedirection());
        web.perform(act(path + "/waiver").param("amount", "100").param("reason", "السقف"))
                .andExpect(status().is3xxRedirection());
        var credit = only("select id from spaces.rent_credit where lease_id = :id", id);
        var charge =
                only("select id from spaces.rent_charge where lease_id = :id and seq = 0 order by month limit 1", id);
        for (var line : List.of(credit, charge)) {
            web.perform(get(path + "/" + line + "/ar.pdf").with(authentication(MANAGER)))
                    .andExpect(status().isOk())
                    .andExpect(content().contentType("application/pdf"));
        }
        var waiver = only("select id from spaces.rent_waiver where lease_id = :id", id);
        web.perform(act(path + "/waivers/" + waiver + "/approval")).andExpect(status().isForbidden());
        web.perform(post(path + "/waivers/" + waiver + "/approval")
                        .with(authentication(DIRECTOR))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        web.perform(get(path).with(authentication(MANAGER)))
                .andExpect(
                        content().string(containsString(texts.say(Language.AR, "spaces.rent.waiver.state.approved"))));
        clock.toNextMonth();
        web.perform(act(path + "/reminder")).andExpect(status().is3xxRedirection());
        assertThat(database.sql("select count(*) from documents.issued_document where kind = 'rent-reminder'")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void clausesAreAsManyInOneLanguageAsInTheOther() throws Exception {
        var day = today.plusYears(20)
                .plusDays(Math.floorMod(UUID.randomUUID().hashCode(), 3000))
                .toString();
        web.perform(act("/app/spaces/leases/clauses")
                        .param("day", day)
                        .param("use-ar", "واحد\nاثنان")
                        .param("use-fr", "un"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(containsString(texts.say(Language.AR, "spaces.lease.refusal.clauses-differ", 2, 1))));
        web.perform(act("/app/spaces/leases/clauses")
                        .param("day", day)
                        .param("use-ar", "واحد")
                        .param("use-fr", "un"))
                .andExpect(status().is3xxRedirection());
    }

    @Test
    void aMonthThatIsNoneIsRefusedBesideItsField() throws Exception {
        make.signed(shop, today, 12, 60_000, today);
        web.perform(act("/app/spaces/rents/bill")
                        .param("site", site.toString())
                        .param("what", "water")
                        .param("split", "area")
                        .param("amount", "100")
                        .param("month", "مارس"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(
                        content().string(containsString(texts.say(Language.AR, "spaces.rent.refusal.month", "مارس"))));
    }

    @Test
    void aTenantReadsWhatTheyOweAndNobodyElseDoes() throws Exception {
        var id = make.signed(shop, today.minusMonths(1), 12, 60_000, today);
        posting.run(YearMonth.from(today), TestLeases.MANAGER);
        web.perform(get("/app/my/rent").with(authentication(TestActor.with(Code.MY_RENT))))
                .andExpect(status().isOk());
        var stranger = new TestActor(
                UUID.randomUUID(),
                "زينب",
                java.util.Set.of(ma.qutb.kernel.Role.ARTISAN),
                java.util.Set.of(Code.MY_RENT),
                ma.qutb.kernel.Scope.EVERYWHERE,
                Optional.of(UUID.randomUUID()));
        var charge =
                only("select id from spaces.rent_charge where lease_id = :id and seq = 0 order by month limit 1", id);
        web.perform(get("/app/my/rent/" + id + "/" + charge + ".pdf").with(authentication(stranger.authentication())))
                .andExpect(status().isNotFound());
    }

    private MockHttpServletRequestBuilder lease(Unit unit, String from) {
        return act("/app/spaces/units/" + unit.id() + "/leases")
                .param("tenant", "organisation:" + make.cooperative().party())
                .param("from", from)
                .param("months", "36")
                .param("rent", "600")
                .param("deposit", "1200")
                .param("index", "2,5")
                .param("indexMonths", "12")
                .param("charges", "area");
    }

    private static MockHttpServletRequestBuilder act(String path) {
        return post(path).with(authentication(MANAGER)).with(csrf());
    }

    private void see(String path) throws Exception {
        for (var language : List.of("ar", "fr")) {
            web.perform(get(path).with(authentication(MANAGER)).locale(java.util.Locale.of(language)))
                    .andExpect(status().isOk());
        }
    }

    private LeaseId of(Unit unit) {
        return new LeaseId(only(
                "select id from spaces.lease where unit_id = :id", unit.id().value()));
    }

    private UUID only(String sql, LeaseId id) {
        return only(sql, id.value());
    }

    private UUID only(String sql, UUID id) {
        return database.sql(sql).param("id", id).query(UUID.class).single();
    }

    private Lease open(LeaseId id) {
        return leases.find(id).orElseThrow();
    }
}
