package ma.qutb.materials.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.StandingClock;
import ma.qutb.materials.Fineness;
import ma.qutb.materials.Material;
import ma.qutb.materials.MaterialCode;
import ma.qutb.materials.Materials;
import ma.qutb.materials.MaterialsModuleTest;
import ma.qutb.materials.MaterialsPermission.Code;
import ma.qutb.materials.TestPoint;
import ma.qutb.materials.counter.SaleRequest;
import ma.qutb.materials.counter.SellingAtTheCounter;
import ma.qutb.materials.counter.TestCounter;
import ma.qutb.materials.offline.AllottingStock;
import ma.qutb.support.TestActor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@MaterialsModuleTest
@Import(TestCounter.class)
class FinenessTests {

    private static final Authentication DIRECTOR = TestActor.with(Code.SEE, Code.MANAGE_POINTS, Code.SELL);

    @Autowired
    MockMvc web;

    @Autowired
    KeepingFinenesses keeping;

    @Autowired
    Materials materials;

    @Autowired
    AllottingStock allotting;

    @Autowired
    TestCounter counter;

    @Autowired
    TestPoint points;

    @Autowired
    SellingAtTheCounter selling;

    @Autowired
    JdbcClient database;

    @Autowired
    StandingClock clock;

    private LocalDate today;
    private Fineness fresh;

    /** A fineness nobody else of these tests deals in. */
    @BeforeEach
    void chooseAFineness() {
        clock.forward(Duration.ofMinutes(1));
        today = LocalDate.now(clock);
        fresh = new Fineness(
                database.sql("select coalesce(max(tenths), 0) + 1 from materials.fineness where tenths < 5000")
                        .query(Integer.class)
                        .single());
    }

    @Test
    void aFinenessIsDealtInFromItsFirstToItsLastDay() {
        keeping.add(silver(), fresh, today.plusDays(2));
        keeping.end(found(today.plusDays(2)), today.plusDays(5));

        assertThat(materials.finenesses(MaterialCode.SILVER, today.plusDays(1))).doesNotContain(fresh);
        assertThat(materials.finenesses(MaterialCode.SILVER, today.plusDays(2))).contains(fresh);
        assertThat(materials.finenesses(MaterialCode.SILVER, today.plusDays(5))).contains(fresh);
        assertThat(materials.finenesses(MaterialCode.SILVER, today.plusDays(6))).doesNotContain(fresh);
        assertThat(materials.ended(MaterialCode.SILVER, today.plusDays(5))).doesNotContain(fresh);
        assertThat(materials.ended(MaterialCode.SILVER, today.plusDays(6))).contains(fresh);

        keeping.add(silver(), fresh, today.plusDays(9));
        assertThat(materials.ended(MaterialCode.SILVER, today.plusDays(9))).doesNotContain(fresh);
    }

    @Test
    void aFinenessThatHasEndedIsNotSoldWhateverTheFormSays() {
        counter.quote("10");
        var point = counter.open();
        keeping.add(silver(), fresh, today);
        keeping.end(found(today), today);
        var lot = points.silver(point, 1_000_000, fresh, 10_000_00);
        var buyer = counter.jeweller();
        var asked = SaleRequest.cash(
                Ids.next(), point.id(), counter.till(point).id(), buyer, MaterialCode.SILVER, fresh, 1_000);
        selling.sell(asked, TestCounter.CLERK);

        clock.forward(Duration.ofDays(1));

        ended(SaleRequest.cash(
                Ids.next(), point.id(), counter.till(point).id(), buyer, MaterialCode.SILVER, fresh, 1_000));
        ended(counter.cash(point, buyer, 1_000).from(lot.lot().id()));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> allotting.allot(
                        UUID.randomUUID(),
                        "هاتف",
                        point,
                        counter.till(point).id(),
                        Map.of(fresh, 1_000L),
                        TestCounter.CLERK))
                .as("a device is given none of it to sell")
                .withMessage("materials.counter.refusal.ended-fineness");
    }

    private void ended(SaleRequest request) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> selling.sell(request, TestCounter.CLERK))
                .withMessage("materials.counter.refusal.ended-fineness");
    }

    @Test
    void whatCannotBeTrueOfAFinenessIsRefused() {
        keeping.add(silver(), fresh, today);
        refused("already", () -> keeping.add(silver(), fresh, today));
        refused("already", () -> keeping.add(silver(), fresh, today.plusDays(1)));
        refused("past", () -> keeping.add(silver(), fresh, today.minusDays(1)));
        refused(
                "material",
                () -> keeping.add(materials.find(new MaterialCode("WOOL")).orElseThrow(), fresh, today));
        refused("past", () -> keeping.end(found(today), today.minusDays(1)));
        keeping.end(found(today), today.plusDays(1));
        refused("ended", () -> keeping.end(found(today), today.plusDays(3)));
        keeping.add(silver(), fresh, today.plusDays(20));
        refused("before", () -> keeping.end(found(today.plusDays(20)), today.plusDays(19)));
    }

    @Test
    void theDirectorAddsAndEndsAFineness() throws Exception {
        var path = "/app/finenesses/SILVER/" + fresh.tenths() + "/" + today;
        send("/app/finenesses", fresh.said(), today.toString()).andExpect(redirectedUrl("/app/finenesses"));
        assertThat(read("/app/finenesses", "fr")).contains(path);
        send(path + "/end", "", "x").andExpect(status().isUnprocessableContent());
        send(path + "/end", "", today.plusDays(3).toString()).andExpect(redirectedUrl("/app/finenesses"));
        assertThat(read(path, "fr")).doesNotContain(path + "/end");

        send("/app/finenesses", "1000.5", today.toString())
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("de 0,1 à 1000")));
        send("/app/finenesses", fresh.said(), today.toString())
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("déjà pratiqué")));
    }

    @Test
    void whoMayOnlySeeThemChangesNothing() throws Exception {
        var reader = TestActor.with(Code.SEE);
        web.perform(get("/app/finenesses").with(authentication(reader))).andExpect(status().isOk());
        web.perform(get("/app/finenesses/new").with(authentication(reader))).andExpect(status().isForbidden());
        web.perform(post("/app/finenesses").with(csrf()).with(authentication(reader)))
                .andExpect(status().isForbidden());
        web.perform(get("/app/finenesses/SILVER/1/1999-01-01").with(authentication(reader)))
                .andExpect(status().isNotFound());
        web.perform(get("/app/finenesses").with(authentication(TestActor.with())))
                .andExpect(status().isForbidden());
    }

    @Test
    void theListOfLotsSaysWhatIsLeftAndIsOrderedByIt() throws Exception {
        counter.quote("10");
        var point = counter.open();
        points.silver(point, 1_234_567, 999, 10_000_00);
        points.silver(point, 987_654, 999, 10_000_00);
        selling.sell(counter.cash(point, counter.jeweller(), 1_000_000), TestCounter.CLERK);

        assertThat(read("/app/materials/lots?sort=left&point=" + point.id(), "fr"))
                .contains("Il en reste")
                .containsSubsequence("234,567", "987,654");
        assertThat(read("/app/materials/lots?sort=-left&point=" + point.id(), "fr"))
                .containsSubsequence("987,654", "234,567");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void everyPageHasItsWords(String language) throws Exception {
        keeping.add(silver(), fresh, today);
        for (var path : new String[] {
            "/app/finenesses", "/app/finenesses/new", "/app/finenesses/SILVER/" + fresh.tenths() + "/" + today
        }) {
            assertThat(read(path, language)).doesNotContain("⟦");
        }
    }

    private Material silver() {
        return materials.find(MaterialCode.SILVER).orElseThrow();
    }

    private KeepingFinenesses.Dealt found(LocalDate from) {
        return keeping.find("SILVER", fresh.tenths(), from).orElseThrow();
    }

    private ResultActions send(String path, String fineness, String day) throws Exception {
        return web.perform(post(path)
                .param("material", "SILVER")
                .param("fineness", fineness)
                .param("day", day)
                .cookie(new Cookie("lang", "fr"))
                .with(csrf())
                .with(authentication(DIRECTOR)));
    }

    private String read(String path, String language) throws Exception {
        return web.perform(get(path).cookie(new Cookie("lang", language)).with(authentication(DIRECTOR)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString()
                .replaceAll("[\\u00a0\\u202f]", " ");
    }

    private static void refused(String why, Runnable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act::run).withMessage("materials.fineness.refusal." + why);
    }
}
