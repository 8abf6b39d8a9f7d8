package ma.qutb.spaces.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.imageio.ImageIO;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.spaces.Sites;
import ma.qutb.spaces.SpacesModuleTest;
import ma.qutb.spaces.SpacesPermission.Code;
import ma.qutb.spaces.TestSite;
import ma.qutb.spaces.Unit;
import ma.qutb.support.TestActor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** Meters, condition and repairs of a unit, from a phone. */
@SpacesModuleTest
class UpkeepTests {

    private static final Authentication MANAGER = TestActor.with(Code.SEE, Code.INSPECT);
    private static final Actor HER = (Actor) MANAGER.getPrincipal();

    @Autowired
    MockMvc web;

    @Autowired
    TestSite test;

    @Autowired
    Upkeep upkeep;

    @Autowired
    ReadingUpkeep reading;

    @Autowired
    Sites sites;

    Unit unit;

    @BeforeEach
    void aShop() {
        unit = test.unit(test.drawn(1), "1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/meter", "/report", "/repair", "/file"})
    void everyPageOpens(String page) throws Exception {
        web.perform(get(path() + page).with(authentication(MANAGER))).andExpect(status().isOk());
    }

    @Test
    void aMeterIsReadWithItsPhotoAndCountsUp() throws Exception {
        web.perform(send("/meter")
                        .param("kind", "electricity")
                        .param("serial", serial())
                        .param("day", day(0)))
                .andExpect(status().is3xxRedirection());
        var meter = sheet().meters().getFirst().id();
        web.perform(send("/meters/" + meter + "/reading")
                        .param("value", "120,5")
                        .param("day", day(30)))
                .andExpect(status().is3xxRedirection());
        web.perform(multipart(path() + "/meters/" + meter + "/reading")
                        .file(new MockMultipartFile("photo-file", "compteur.png", "image/png", picture()))
                        .with(authentication(MANAGER))
                        .with(csrf())
                        .param("value", "200")
                        .param("day", day(0)))
                .andExpect(status().is3xxRedirection());

        var latest = sheet().meters().getFirst().readings().getFirst();
        assertThat(latest.value()).isEqualTo(200_000);
        assertThat(latest.used()).contains(79_500L);
        web.perform(get("/files/" + latest.photo().orElseThrow()).with(authentication(MANAGER)))
                .andExpect(status().isOk());
        web.perform(send("/meters/" + meter + "/reading").param("value", "150").param("day", day(-1)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("لم يأت هذا اليوم بعد")));
    }

    @Test
    void aMeterDoesNotRunBackwardsNorIsReadTwiceADayOrAhead() {
        var serial = serial();
        upkeep.install(unit.id(), "water", serial, test.today().minusYears(1));
        var meter = sheet().meters().getFirst().id();
        upkeep.read(meter, test.today().minusDays(10), 5_000, Optional.empty(), HER);

        refused("backwards", () -> upkeep.read(meter, test.today(), 4_999, Optional.empty(), HER));
        refused("backwards", () -> upkeep.read(meter, test.today().minusDays(20), 5_001, Optional.empty(), HER));
        refused("read-that-day", () -> upkeep.read(meter, test.today().minusDays(10), 5_000, Optional.empty(), HER));
        refused("future", () -> upkeep.read(meter, test.today().plusDays(1), 6_000, Optional.empty(), HER));
        refused("serial-taken", () -> upkeep.install(unit.id(), "water", serial, test.today()));
    }

    @Test
    void theConditionAtEntryStays() throws Exception {
        web.perform(send("/report")
                        .param("occasion", "entry")
                        .param("day", day(0))
                        .param("whom", "السالكة م.")
                        .param("walls", "good")
                        .param("door", "broken"))
                .andExpect(status().is3xxRedirection());
        assertThat(sheet().reports().getFirst().items())
                .extracting(UpkeepSheet.Item::place, UpkeepSheet.Item::state)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("walls", "good"),
                        org.assertj.core.groups.Tuple.tuple("door", "broken"));
        web.perform(send("/report").param("occasion", "exit").param("day", day(0)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("عاين شيئا واحدا على الأقل")));
        refused(
                "nothing-found",
                () -> upkeep.report(unit.id(), "visit", test.today(), "", "", Optional.empty(), Map.of(), HER));
    }

    @Test
    void aRepairIsReportedOrderedAndDoneOnce() throws Exception {
        web.perform(send("/repair").param("what", "القفل لا يغلق").param("urgent", "true"))
                .andExpect(status().is3xxRedirection());
        var repair = sheet().repairs().getFirst();
        assertThat(repair.urgent()).isTrue();
        web.perform(get("/app/spaces/repairs").with(authentication(MANAGER)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("القفل لا يغلق")));
        web.perform(send("/repairs/" + repair.id()).param("state", "done").param("cost", "150,00"))
                .andExpect(status().is3xxRedirection());
        assertThat(sheet().repairs().getFirst().cost()).contains(15_000L);
        refused("ended", () -> upkeep.advance(repair.id(), "ordered", Optional.empty(), "", Optional.empty()));
    }

    @Test
    void aPhotoOfTheShopIsKept() throws Exception {
        web.perform(multipart(path() + "/file")
                        .file(new MockMultipartFile("photo-file", "facade.png", "image/png", picture()))
                        .with(authentication(MANAGER))
                        .with(csrf())
                        .param("words", "الواجهة"))
                .andExpect(status().is3xxRedirection());
        assertThat(sheet().files())
                .singleElement()
                .satisfies(it -> assertThat(it.photo()).isTrue());
        web.perform(send("/file").param("words", "بلا ملف")).andExpect(status().isUnprocessableContent());
    }

    private UpkeepSheet sheet() {
        return reading.of(unit, sites.find(unit.site()).orElseThrow());
    }

    private AbstractMockHttpServletRequestBuilder<?> send(String act) {
        return multipart(path() + act).with(authentication(MANAGER)).with(csrf());
    }

    private String path() {
        return "/app/spaces/units/" + unit.id() + "/upkeep";
    }

    private String day(int ago) {
        return test.today().minusDays(ago).toString();
    }

    private static String serial() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    private static byte[] picture() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    private static void refused(String last, Runnable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act::run).withMessage("spaces.upkeep.refusal." + last);
    }
}
