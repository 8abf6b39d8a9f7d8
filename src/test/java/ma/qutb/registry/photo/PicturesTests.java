package ma.qutb.registry.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import ma.qutb.documents.FileId;
import ma.qutb.documents.Files;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Scope;
import ma.qutb.registry.PersonId;
import ma.qutb.registry.RegistryModuleTest;
import ma.qutb.registry.RegistryPermission.Code;
import ma.qutb.registry.person.RegisteringPeople;
import ma.qutb.registry.person.Somebody;
import ma.qutb.support.TestActor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

@RegistryModuleTest
class PicturesTests {

    private static final Authentication REGISTRAR =
            TestActor.with(Code.SEE_PEOPLE, Code.EDIT_PEOPLE, Code.SEE_ORGANISATIONS, Code.EDIT_ORGANISATIONS);
    private static final Authentication REGISTRAR_OF_TATA = TestActor.within(
            new Scope.Within(Set.of("P-TAT")), Code.SEE_PEOPLE, Code.EDIT_PEOPLE, Code.EDIT_ORGANISATIONS);
    private static final Pattern CHOSEN = Pattern.compile("name=\"photo\" value=\"([0-9a-f-]{36})\"");

    @Autowired
    MockMvc web;

    @Autowired
    RegisteringPeople registering;

    @Autowired
    Files files;

    @Autowired
    PhotoData photos;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    private PersonId weaver;
    private String record;

    @BeforeEach
    void aWeaverOfGuelmim() {
        weaver = registering.register(Somebody.from("C-GUE"), Optional.empty(), (Actor) REGISTRAR.getPrincipal());
        record = "/app/people/" + weaver;
    }

    @Test
    void aPhotoComesWithTheRegistrationAndStandsOnTheRecord() throws Exception {
        var made = send(registration("زينب").file(photo("me.jpg", jpeg())))
                .andExpect(redirectedUrlPattern("/app/people/*"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        var file = shown(UUID.fromString(made.substring(made.lastIndexOf('/') + 1)));
        web.perform(get(made).with(authentication(REGISTRAR)))
                .andExpect(content().string(containsString("/files/" + file + "/480.webp")));
    }

    @Test
    void aFileThatLiesAboutItsTypeIsRefusedBesideItsFieldAndNothingTypedIsLost() throws Exception {
        var page = "<html><script>alert(1)</script></html>".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        send(registration("زينب").param("landmark", "قرب الواحة").file(photo("me.jpg", page)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("هذا الملف ليس من النوع المطلوب"),
                                containsString("aria-invalid=\"true\" aria-describedby=\"f-photo-state\""),
                                containsString("value=\"زينب\""),
                                containsString("value=\"قرب الواحة\""),
                                not(containsString("⟦")))));
    }

    @Test
    void aPhotoOfTenMegabytesSentAsItIsIsRefusedWithAClearSentence() throws Exception {
        var giant = Arrays.copyOf(jpeg(), 10 << 20);
        send(registration("زينب").file(photo("me.jpg", giant)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(allOf(containsString("8 ميغابايت"), containsString("value=\"زينب\""))));
        send(change(giant))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("8 ميغابايت")));
        assertThat(shown(weaver.value())).isNull();
    }

    @Test
    void aPhotoThatArrivedIsStillThereWhenAnotherFieldIsRefused() throws Exception {
        var refused = send(registration("زينب 😀").file(photo("me.jpg", jpeg())))
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString();
        var chosen = CHOSEN.matcher(refused);
        assertThat(chosen.find()).isTrue();

        var made = send(registration("زينب").param("photo", chosen.group(1)))
                .andExpect(redirectedUrlPattern("/app/people/*"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(shown(UUID.fromString(made.substring(made.lastIndexOf('/') + 1))))
                .isEqualTo(UUID.fromString(chosen.group(1)));
    }

    @Test
    void aRegistrarAddsReplacesAndRemovesThePhotoFromTheRecord() throws Exception {
        send(change(jpeg())).andExpect(redirectedUrl(record));
        var first = shown(weaver.value());
        send(change(jpeg())).andExpect(redirectedUrl(record));
        assertThat(shown(weaver.value())).isNotNull().isNotEqualTo(first);

        send(multipart(record + "/photo")).andExpect(redirectedUrl(record));
        assertThat(shown(weaver.value())).isNotNull();

        send(multipart(record + "/photo").param("removePhoto", "true")).andExpect(redirectedUrl(record));
        assertThat(shown(weaver.value())).isNull();
    }

    @Test
    void theCorrectionOfARecordLeavesThePhotoUntilItIsToldOtherwise() throws Exception {
        send(change(jpeg()));
        send(correction()).andExpect(redirectedUrl(record));
        assertThat(shown(weaver.value())).isNotNull();
        send(correction().param("removePhoto", "true")).andExpect(redirectedUrl(record));
        assertThat(shown(weaver.value())).isNull();
    }

    @Test
    void thePhotoOfAnotherScopeCannotBeChangedNorSeen() throws Exception {
        send(change(jpeg()));
        var file = shown(weaver.value());
        web.perform(change(jpeg()).with(csrf()).with(authentication(REGISTRAR_OF_TATA)))
                .andExpect(status().isNotFound());
        web.perform(get(record + "/photo").with(authentication(REGISTRAR_OF_TATA)))
                .andExpect(status().isNotFound());
        web.perform(get("/files/" + file + "/480.webp")
                        .with(authentication(TestActor.within(new Scope.Within(Set.of("P-TAT")), Code.SEE_PEOPLE))))
                .andExpect(status().isNotFound());
    }

    @Test
    void anOrganisationShowsItsLogo() throws Exception {
        var made = send(multipart("/app/organisations")
                        .file(photo("logo.png", png()))
                        .param("nameArabic", "تعاونية الشعار")
                        .param("legalForm", "COOPERATIVE")
                        .param("status", "ACTIVE")
                        .param("territory", "C-GUE"))
                .andExpect(redirectedUrlPattern("/app/organisations/*"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        web.perform(get(made).with(authentication(REGISTRAR)))
                .andExpect(content().string(containsString("/480.webp")));
        web.perform(get(made + "/picture").with(authentication(REGISTRAR_OF_TATA)))
                .andExpect(status().isNotFound());

        send(multipart(made + "/picture").file(photo("logo.png", "MZ".repeat(9).getBytes())))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("هذا الملف ليس من النوع المطلوب")));
        send(multipart(made + "/picture").param("removePhoto", "true")).andExpect(redirectedUrl(made));
        web.perform(get(made).with(authentication(REGISTRAR)))
                .andExpect(content().string(not(containsString("/480.webp"))));
    }

    @Test
    void thePagesHaveTheirTextsInThreeLanguages() throws Exception {
        send(change(jpeg()));
        for (var language : java.util.List.of("ar", "fr", "en")) {
            for (var page : java.util.List.of(record, record + "/photo", record + "/correction", "/app/people/new")) {
                web.perform(get(page).cookie(new Cookie("lang", language)).with(authentication(REGISTRAR)))
                        .andExpect(status().isOk())
                        .andExpect(content().string(not(containsString("⟦"))));
            }
        }
    }

    @Test
    void whoeverIsForgottenIsForgottenInEarlierPhotosToo() throws Exception {
        send(change(jpeg()));
        var first = new FileId(shown(weaver.value()));
        send(change(jpeg()));
        var second = new FileId(shown(weaver.value()));
        assertThat(files.find(first)).isPresent();

        transaction.executeWithoutResult(it -> photos.forget(weaver));

        assertThat(files.find(first)).isEmpty();
        assertThat(files.find(second)).isEmpty();
    }

    private MockMultipartHttpServletRequestBuilder change(byte[] picture) {
        return multipart(record + "/photo").file(photo("me.jpg", picture));
    }

    private MockMultipartHttpServletRequestBuilder correction() {
        long version = database.sql("select version from registry.person where id = :id")
                .param("id", weaver.value())
                .query(Long.class)
                .single();
        var form = multipart(record + "/correction");
        form.param("givenArabic", "فاطمة")
                .param("familyArabic", "أوعلا")
                .param("territory", "C-GUE")
                .param("version", String.valueOf(version));
        return form;
    }

    private static MockMultipartHttpServletRequestBuilder registration(String given) {
        var form = multipart("/app/people");
        form.param("givenArabic", given)
                .param("familyArabic", "بوديس")
                .param("phone", Somebody.phone().value())
                .param("territory", "C-GUE")
                .param("confirmed", "true")
                .param("token", UUID.randomUUID().toString());
        return form;
    }

    private ResultActions send(MockMultipartHttpServletRequestBuilder form) throws Exception {
        return web.perform(form.with(csrf()).with(authentication(REGISTRAR)));
    }

    private @Nullable UUID shown(UUID person) {
        return database.sql("select photo from registry.person where id = :id")
                .param("id", person)
                .query((row, number) -> Optional.ofNullable(row.getObject(1, UUID.class)))
                .single()
                .orElse(null);
    }

    private static MockMultipartFile photo(String name, byte[] content) {
        return new MockMultipartFile("photo-file", name, "image/jpeg", content);
    }

    private static byte[] jpeg() throws IOException {
        return picture("jpeg");
    }

    private static byte[] png() throws IOException {
        return picture("png");
    }

    private static byte[] picture(String format) throws IOException {
        var file = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(90, 120, BufferedImage.TYPE_INT_RGB), format, file);
        return file.toByteArray();
    }
}
