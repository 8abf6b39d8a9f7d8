package ma.qutb.documents.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ma.qutb.documents.FileFormat;
import ma.qutb.documents.FilePurpose;
import ma.qutb.documents.StoredFile;
import ma.qutb.kernel.Actor;
import ma.qutb.support.Chromium;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The upload tag and its script in a real browser; what it sends is caught on the way. */
@Tag("browser")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class UploadTagTests {

    private static final FilePurpose PHOTO = new FilePurpose() {
        @Override
        public String code() {
            return "test.try";
        }

        @Override
        public Set<FileFormat> accepts() {
            return FileFormat.PHOTOS;
        }

        @Override
        public boolean mayAdd(Actor actor) {
            return true;
        }

        @Override
        public boolean maySee(StoredFile file, @Nullable Actor actor) {
            return true;
        }
    };

    @TestConfiguration
    static class TryPage {
        @Bean
        Pages tryPages() {
            return new Pages();
        }
    }

    @Controller
    static class Pages {
        @GetMapping("/ar/try-upload")
        ModelAndView tag() {
            return new ModelAndView("tag/upload", Map.of("name", "photo", "label", "صورتك", "purpose", PHOTO));
        }
    }

    @LocalServerPort
    int port;

    private final List<byte[]> sent = new ArrayList<>();
    private Page page;

    @BeforeEach
    void openPage() {
        page = Chromium.shared().newContext(Chromium.phone()).newPage();
        page.navigate("http://localhost:" + port + "/ar/try-upload");
    }

    private void answer(int status, String json) {
        page.route("**/app/files", route -> {
            sent.add(route.request().postDataBuffer());
            route.fulfill(new Route.FulfillOptions()
                    .setStatus(status)
                    .setContentType("application/json")
                    .setBody(json));
        });
    }

    @Test
    void aBigPhotoIsShrunkInTheBrowserAndSentAhead() throws Exception {
        answer(200, "{\"id\":\"0198-id\",\"name\":\"أنا.jpg\",\"size\":1,\"picture\":null}");
        byte[] big = Pictures.of("jpeg", 4000, 3000);

        page.setInputFiles("input[type=file]", new FilePayload("me.jpg", "image/jpeg", big));

        PlaywrightAssertions.assertThat(page.locator("input[name=photo]")).hasValue("0198-id");
        PlaywrightAssertions.assertThat(page.locator("[role=status]")).containsText("أنا.jpg");
        PlaywrightAssertions.assertThat(page.locator(".q-upload__shot img")).isVisible();
        assertThat(page.locator("input[type=file]").inputValue()).isEmpty();
        assertThat(sent).hasSize(1);
        assertThat(new String(sent.getFirst(), StandardCharsets.ISO_8859_1)).contains("test.try");
        assertThat(widthOfTheJpegIn(sent.getFirst())).isEqualTo(1600);
    }

    @Test
    void aRefusalStandsBesideTheField() throws Exception {
        answer(422, "{\"message\":\"الملف كبير\"}");

        page.setInputFiles("input[type=file]", new FilePayload("me.jpg", "image/jpeg", Pictures.of("jpeg", 90, 90)));

        PlaywrightAssertions.assertThat(page.locator("[data-error]")).containsText("الملف كبير");
        PlaywrightAssertions.assertThat(page.locator("input[name=photo]")).hasValue("");
    }

    @Test
    void whereTheNetworkFailsTheFormStillHoldsTheFile() throws Exception {
        page.route("**/app/files", Route::abort);

        page.setInputFiles("input[type=file]", new FilePayload("me.jpg", "image/jpeg", Pictures.of("jpeg", 90, 90)));

        PlaywrightAssertions.assertThat(page.locator("[data-error]")).containsText("لم يصل الملف");
        assertThat(page.locator("input[type=file]").inputValue()).contains("me.jpg");
    }

    private static int widthOfTheJpegIn(byte[] request) throws Exception {
        var text = new String(request, StandardCharsets.ISO_8859_1);
        int start = text.indexOf("\u00ff\u00d8\u00ff");
        var jpeg = text.substring(start).getBytes(StandardCharsets.ISO_8859_1);
        return javax.imageio.ImageIO.read(new java.io.ByteArrayInputStream(jpeg))
                .getWidth();
    }
}
