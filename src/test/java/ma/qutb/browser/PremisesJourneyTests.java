package ma.qutb.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import ma.qutb.platform.DemonstrationStory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A field worker with a telephone in a village: the network goes, the telephone dies, both come back, and what was seen is on the roadmap. */
@BrowserTest
class PremisesJourneyTests {

    private static final String PHONE = "/app/premises/offline";
    private static final String NAME = "النادي النسوي المغلق";

    /** Of a picture of more than twelve megabytes. */
    private static final int SIDE = 2100;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Autowired
    List<DemonstrationStory> stories;

    @Test
    void recordsInAVillageWithoutNetworkAndItReachesTheRoadmapOnce() throws IOException {
        try (var worker = Visitor.onPhoneThatKeepsPages(port, "ar").signIn("programme-officer")) {
            worker.go(PHONE);
            worker.reads("الهاتف جاهز: يمكن التسجيل بلا شبكة.");
            worker.page().waitForCondition(() ->
                    (Boolean) worker.page().evaluate("navigator.serviceWorker.controller !== null"));
            pleasesEverybody(worker, "start");
            worker.complaints();
            worker.page().context().setOffline(true);
            worker.go("/app/premises");
            records(worker);
            worker.reads("غير مرسل: 1", NAME);
            assertThat(records()).isZero();

            worker.page().context().setOffline(false);
            worker.page().waitForCondition(() -> photos() == 2);
            worker.reads("غير مرسل: 0");
            assertThat(records()).isEqualTo(1);
            worker.go(PHONE);
            worker.reads("غير مرسل: 0");
            assertThat(records()).isEqualTo(1);
            assertThat(photos()).isEqualTo(2);
            assertThat(largest()).isLessThan(4_000_000);

            worker.complaints();
            worker.clicks(NAME).reads("سجل بالهاتف", "خلف المسجد القديم");
            pleasesEverybody(worker, "record");
            worker.clicks("خارطة الطريق").reads("محدد");
            worker.go("/app/premises/board?which=real");
            worker.readsTogether(NAME, "أسرير");
        }
    }

    @Test
    void theDirectorSeesTheWholeRoadmapOnADesktop() {
        stories.stream().filter(it -> it.name().equals("the unused premises")).forEach(it -> it.tell(() -> true));
        try (var director = Visitor.onDesktop(port, "fr").signIn("director")) {
            for (var page :
                    List.of("board?which=demonstration", "figures?which=demonstration", "map?which=demonstration")) {
                director.go("/app/premises/" + page);
                pleasesEverybody(director, page.replaceAll("\\W.*", ""));
            }
            director.go("/app/premises/meetings");
            director.readsTogether("Réunion de coordination", "2025");
            director.clicks("Réunion de coordination sur l’artisanat local et rural");
            pleasesEverybody(director, "meeting");
            director.go("/fr/premises");
            pleasesEverybody(director, "public");
        }
    }

    private void records(Visitor worker) throws IOException {
        var page = worker.page();
        page.locator("#new").click();
        page.locator("#commune").selectOption("CR-ASR");
        page.locator("#village").fill("تغمرت");
        page.locator("#name").fill(NAME);
        page.locator("#next").click();
        taps(worker, "kind", "womens_club");
        page.locator("#ownerName").fill("جماعة أسرير");
        taps(worker, "owner", "commune");
        pleasesEverybody(worker, "structure");
        taps(worker, "structure", "worn");
        taps(worker, "power", "near");
        page.locator("[data-field=water]").first().waitFor();
        // The telephone dies and is switched on again: what was said stands.
        page.reload();
        taps(worker, "water", "yes");
        taps(worker, "road", "track");
        taps(worker, "ownership", "clear");
        taps(worker, "women", "some");
        page.locator("[data-several][data-value=power]").click();
        page.locator("[data-several][data-value=money]").click();
        page.locator("#next").click();
        page.locator("#length").fill("8");
        page.locator("#width").fill("6");
        worker.reads("48");
        page.locator("#next").click();
        page.locator("#next").click();
        worker.reads("حدد الموقع بالهاتف أو اكتب علامة تدل على المكان.");
        page.locator("#landmark").fill("خلف المسجد القديم");
        page.locator("#next").click();
        page.locator("#camera").setInputFiles(new FilePayload("front.png", "image/png", noise(SIDE)));
        page.locator("#shots img").nth(0).waitFor();
        page.locator("#camera").setInputFiles(new FilePayload("inside.png", "image/png", noise(90)));
        page.locator("#shots img").nth(1).waitFor();
        page.locator("#next").click();
        worker.readsTogether("النادي", "أسرير");
        pleasesEverybody(worker, "check");
        page.locator("#keep").click();
        worker.reads("حفظ المقر في الهاتف.");
    }

    private static void taps(Visitor worker, String field, String value) {
        worker.page()
                .locator("[data-field=" + field + "][data-value=" + value + "]")
                .click();
    }

    /** Pictures of chance cannot be packed. */
    private static byte[] noise(int side) throws IOException {
        var picture = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        var pixels = new SplittableRandom(side).ints((long) side * side).toArray();
        picture.setRGB(0, 0, side, side, pixels, 0, side);
        var file = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", file);
        return file.toByteArray();
    }

    private int records() {
        return count("select count(*) from spaces.premises where name = :name");
    }

    private int photos() {
        return count(
                "select count(*) from spaces.premises_photo f join spaces.premises p on p.id = f.premises_id where p.name = :name");
    }

    private int largest() {
        return count("""
                select max(s.size) from documents.stored_file s join spaces.premises_photo f on f.file = s.id
                  join spaces.premises p on p.id = f.premises_id where p.name = :name
                """);
    }

    private int count(String sql) {
        return database.sql(sql).param("name", NAME).query(Integer.class).single();
    }

    private static void pleasesEverybody(Visitor worker, String name) {
        worker.page().evaluate("scrollTo(0, 0)");
        worker.picture(Path.of("target/screens/premises", name + ".png"));
        assertThat(worker.page().content()).doesNotContain("⟦");
        assertThat(worker.scrollsSideways()).as(name).isFalse();
        worker.unpin();
        assertThat(new AxeBuilder(worker.page())
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                        .analyze()
                        .getViolations())
                .extracting(it -> it.getId() + " " + it.getNodes().getFirst().getHtml())
                .as(name)
                .isEmpty();
    }
}
