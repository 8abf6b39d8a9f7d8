package ma.qutb.documents.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import ma.qutb.documents.FileFormat;
import ma.qutb.documents.FileId;
import ma.qutb.documents.FilePurpose;
import ma.qutb.documents.Files;
import ma.qutb.documents.StoredFile;
import ma.qutb.documents.Upload;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.support.TestActor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest
@AutoConfigureMockMvc
class StoringFilesTests {

    /** A photo that everybody may see when its name says so. */
    private record Purpose(String code, Set<FileFormat> accepts) implements FilePurpose {
        @Override
        public boolean mayAdd(Actor actor) {
            return actor.may("test.add");
        }

        @Override
        public boolean maySee(StoredFile file, @Nullable Actor actor) {
            return file.name().startsWith("public") || actor != null && actor.may("test.see");
        }
    }

    private static final FilePurpose PHOTO = new Purpose("test.photo", FileFormat.PHOTOS);
    private static final FilePurpose PAPER = new Purpose("test.paper", FileFormat.PAPERS);
    private static final FilePurpose TABLE = new Purpose("test.table", FileFormat.TABLES);

    @TestConfiguration
    static class Purposes {
        @Bean
        FilePurpose testPhoto() {
            return PHOTO;
        }
    }

    @Autowired
    Files files;

    @Autowired
    MockMvc web;

    private final Authentication clerk = TestActor.with("test.add");
    private final Actor actor = (Actor) clerk.getPrincipal();

    private StoredFile store(String name, byte[] content, FilePurpose purpose) {
        return files.store(Upload.of(name, content), purpose, actor);
    }

    private void refused(String name, byte[] content, FilePurpose purpose, String code) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> store(name, content, purpose))
                .withMessage("documents.file.refusal." + code);
    }

    @Test
    void aPhotoIsKeptSmallerWithThumbnails() throws Exception {
        var photo = store("C:\\photos\\صورتي\u202e.png", Pictures.of("png", 3000, 2000), PHOTO);

        assertThat(photo.format()).isEqualTo(FileFormat.JPEG);
        assertThat(photo.name()).isEqualTo("صورتي.jpg");
        assertThat(photo.width()).isEqualTo(1600);
        assertThat(photo.height()).isBetween(1066, 1067);
        assertThat(files.open(photo)).hasSize(photo.size());
        for (int width : StoredFile.THUMBNAILS) {
            var webp = files.thumbnail(photo.id(), width).orElseThrow();
            assertThat(FormatDetection.of(webp)).contains(FileFormat.WEBP);
            assertThat(ImageIO.read(new ByteArrayInputStream(webp)).getWidth()).isEqualTo(width);
        }
    }

    @Test
    void thePlaceAPhotoWasTakenAtIsForgottenAndItStandsUpright() throws Exception {
        byte[] sent = Pictures.fromAPhone(800, 600);
        assertThat(Pictures.tellsAPlace(sent)).isTrue();

        var photo = store("IMG_1.jpg", sent, PHOTO);

        assertThat(Pictures.tellsAPlace(files.open(photo))).isFalse();
        assertThat(Pictures.tellsAPlace(files.thumbnail(photo.id(), 480).orElseThrow()))
                .isFalse();
        assertThat(photo.width()).isEqualTo(600);
        assertThat(photo.height()).isEqualTo(800);
        // turned clockwise, the red left half is on top
        var upright = ImageIO.read(new ByteArrayInputStream(files.open(photo)));
        assertThat(upright.getRGB(300, 100) >> 16 & 0xff).isGreaterThan(200);
        assertThat(upright.getRGB(300, 700) & 0xff).isGreaterThan(200);
    }

    @Test
    void aWebpPhotoIsTaken() throws Exception {
        assertThat(store("a.webp", Pictures.of("webp", 640, 480), PHOTO).width())
                .isEqualTo(640);
    }

    @Test
    void aPhotoOfTenMegabytesIsRefused() throws Exception {
        byte[] big = Arrays.copyOf(Pictures.of("jpeg", 100, 100), 10_000_000);

        refused("big.jpg", big, PHOTO, "size");
        refused("big.jpg", big, PAPER, "size");
    }

    @Test
    void aPictureThatClaimsMillionsOfPixelsIsRefusedUnread() throws Exception {
        refused("bomb.png", Pictures.bomb(), PHOTO, "pixels");
    }

    @Test
    void aPdfIsNoPhotoWhateverItsName() {
        byte[] pdf = "%PDF-1.7\n1 0 obj".getBytes(StandardCharsets.US_ASCII);

        refused("me.jpg", pdf, PHOTO, "format");
        assertThat(store("decision.jpg", pdf, PAPER).name()).isEqualTo("decision.pdf");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MZ\u0090\0\3 this program",
                "<html><script>alert(1)</script>",
                "#!/bin/sh\nrm -rf /",
                "GIF89a..."
            })
    void aFileThatLiesAboutItsTypeIsRefused(String content) {
        refused("photo.jpg", content.getBytes(StandardCharsets.ISO_8859_1), PHOTO, "format");
    }

    @Test
    void aPageCalledATableIsRefused() {
        refused("people.csv", "  <html>".getBytes(StandardCharsets.UTF_8), TABLE, "format");
        refused("people.csv", new byte[] {0, 1, 2, 3}, TABLE, "format");
    }

    @Test
    void aDamagedPhotoIsRefused() throws Exception {
        refused("half.jpg", Arrays.copyOf(Pictures.of("jpeg", 900, 900), 300), PHOTO, "unreadable");
    }

    @Test
    void anEmptyFileIsRefused() {
        refused("x.jpg", new byte[0], PHOTO, "empty");
    }

    @Test
    void tablesAreTakenInBothEncodings() {
        assertThat(store("a.csv", "الاسم;الهاتف\nفاطمة;06".getBytes(StandardCharsets.UTF_8), TABLE)
                        .format())
                .isEqualTo(FileFormat.CSV);
        assertThat(store("b.txt", "الاسم;الهاتف\nفاطمة;06".getBytes(Charset.forName("windows-1256")), TABLE)
                        .name())
                .isEqualTo("b.csv");
    }

    @Test
    void aWorkbookIsToldFromOtherArchives() throws Exception {
        assertThat(store("a.zip", zip(10, "[Content_Types].xml", "xl/workbook.xml"), TABLE)
                        .format())
                .isEqualTo(FileFormat.XLSX);
        refused("a.xlsx", zip(10, "evil.exe"), TABLE, "format");
    }

    @Test
    void aWorkbookThatSwellsIsRefused() throws Exception {
        refused("bomb.xlsx", zip(500 << 20, "[Content_Types].xml", "xl/workbook.xml"), TABLE, "format");
    }

    @Test
    void whoMayNotAddCannot() throws Exception {
        byte[] photo = Pictures.of("jpeg", 50, 50);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> files.store(Upload.of("a.jpg", photo), PHOTO, (Actor)
                        TestActor.with().getPrincipal()))
                .withMessage("documents.file.refusal.not-yours");
    }

    @Test
    void aFormFindsOnlyWhatItsOwnUserUploadedForTheSamePurpose() throws Exception {
        var photo = store("a.jpg", Pictures.of("jpeg", 50, 50), PHOTO);
        var id = photo.id().value().toString();

        assertThat(files.uploaded(id, PHOTO, actor))
                .contains(files.find(photo.id()).orElseThrow());
        assertThat(files.uploaded(id, PAPER, actor)).isEmpty();
        assertThat(files.uploaded(id, PHOTO, (Actor) TestActor.with("test.add").getPrincipal()))
                .isEmpty();
        assertThat(files.uploaded("' or 1=1", PHOTO, actor)).isEmpty();
        assertThat(files.take("", new MockMultipartFile("f", "b.jpg", null, Pictures.of("jpeg", 9, 9)), PHOTO, actor))
                .hasValueSatisfying(it -> assertThat(it.name()).isEqualTo("b.jpg"));
    }

    @Test
    void theScriptSendsAheadAndGetsTheIdAndAPicture() throws Exception {
        web.perform(multipart("/app/files")
                        .file(new MockMultipartFile("file", "أنا.jpg", "image/jpeg", Pictures.of("jpeg", 300, 300)))
                        .param("purpose", "test.photo")
                        .with(csrf())
                        .with(authentication(clerk)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.name").value("أنا.jpg"))
                .andExpect(jsonPath("$.picture").value(containsString("/160.webp")));
    }

    @Test
    void aRefusedFileIsExplainedInTheReadersLanguage() throws Exception {
        web.perform(multipart("/app/files")
                        .file(new MockMultipartFile(
                                "file", "a.jpg", "image/jpeg", "%PDF-1.4".getBytes(StandardCharsets.US_ASCII)))
                        .param("purpose", "test.photo")
                        .cookie(new jakarta.servlet.http.Cookie("lang", "fr"))
                        .with(csrf())
                        .with(authentication(clerk)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.message").value(containsString("JPEG, PNG, WEBP")));
    }

    @Test
    void aFileIsGivenOnlyToThoseWhoMaySeeIt() throws Exception {
        var photo = store("private.jpg", Pictures.of("jpeg", 50, 50), PHOTO);
        var address = photo.id().path();

        web.perform(get(address).with(authentication(clerk))).andExpect(status().isOk());
        web.perform(get(address).with(authentication(TestActor.with("test.see"))))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "max-age=31536000, private, immutable"));
        web.perform(get(address).with(authentication(TestActor.with()))).andExpect(status().isNotFound());
        web.perform(get(address)).andExpect(status().isNotFound());
        web.perform(get(new FileId(java.util.UUID.randomUUID()).path())).andExpect(status().isNotFound());
    }

    @Test
    void aPublicPhotoIsServedSafelyAndKeptByBrowsers() throws Exception {
        var photo = store("public.jpg", Pictures.of("jpeg", 50, 50), PHOTO);

        var etag = web.perform(get(photo.id().thumbnail(160)))
                .andExpect(status().isOk())
                .andExpect(content().contentType("image/webp"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Content-Security-Policy", "default-src 'none'; sandbox"))
                .andExpect(header().string("Content-Disposition", containsString("inline")))
                .andExpect(header().string("Cache-Control", containsString("public")))
                .andReturn()
                .getResponse()
                .getHeader("ETag");
        web.perform(get(photo.id().thumbnail(160)).header("If-None-Match", String.valueOf(etag)))
                .andExpect(status().isNotModified());
        web.perform(get(photo.id().thumbnail(161))).andExpect(status().isNotFound());
    }

    private static byte[] zip(int size, String... names) throws Exception {
        var file = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(file)) {
            for (var name : names) {
                zip.putNextEntry(new ZipEntry(name));
                var zeros = new byte[Math.min(size, 1 << 20)];
                for (long written = 0; written < size; written += zeros.length) {
                    zip.write(zeros);
                }
            }
        }
        return file.toByteArray();
    }
}
