package ma.qutb.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.Role;
import ma.qutb.kernel.Scope;
import ma.qutb.shell.search.SearchSource;
import ma.qutb.support.TestActor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest
@AutoConfigureMockMvc
class DocumentPagesTests {

    @Autowired
    MockMvc web;

    @Autowired
    ArtisanCards cards;

    @Autowired
    Documents documents;

    private final Actor registrar = (Actor) TestActor.with().getPrincipal();

    @Test
    void theQrCodeLeadsToThePageInTheLanguageOfThePhone() throws Exception {
        web.perform(get("/v/abc").header("Accept-Language", "fr-MA,fr;q=0.9")).andExpect(redirectedUrl("/fr/v/abc"));
        web.perform(get("/v/abc").header("Accept-Language", "de")).andExpect(redirectedUrl("/ar/v/abc"));
        web.perform(get("/v/abc").header("Accept-Language", "fr").cookie(new Cookie("lang", "en")))
                .andExpect(redirectedUrl("/en/v/abc"));
        web.perform(get("/v")).andExpect(redirectedUrl("/ar/verify"));
    }

    @Test
    void anAuthenticCardShowsWhatIsPrintedAndNothingElse() throws Exception {
        var card = issue(LocalDate.of(2099, 1, 1));

        var page = web.perform(get("/fr/v/" + card.token()))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(header().string("X-Robots-Tag", containsString("noindex")))
                .andExpect(content()
                        .string(allOf(
                                containsString("Document authentique"),
                                containsString("Fatima Ouala"),
                                containsString("Bijouterie"),
                                containsString(card.number()))))
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(page)
                .doesNotContain(card.subjectId().toString())
                .doesNotContain(card.id().value().toString())
                .doesNotContain(card.shortCode())
                .doesNotContain(registrar.displayName())
                .doesNotContain("P-GUE");
    }

    @Test
    void aCancelledCardShowsCancelledAndNoLongerWhoseItWas() throws Exception {
        var card = issue(LocalDate.of(2099, 1, 1));
        documents.cancel(card.id(), "سبب لا يخص العموم", registrar);

        web.perform(get("/ar/v/" + card.token()))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("وثيقة ملغاة"),
                                not(containsString("أوعلا")),
                                not(containsString("سبب لا يخص العموم")))));
    }

    @Test
    void anExpiredCardSaysSo() throws Exception {
        var card = issue(LocalDate.of(2020, 1, 1));

        web.perform(get("/en/v/" + card.token())).andExpect(content().string(containsString("Expired document")));
    }

    @Test
    void anInventedTokenIsUnknown() throws Exception {
        web.perform(get("/ar/v/AAAAAAAAAAAAAAAAAAAAAA"))
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString("وثيقة غير معروفة")));
    }

    @Test
    void whoCannotScanTypesNumberAndCode() throws Exception {
        var card = issue(LocalDate.of(2099, 1, 1));

        web.perform(get("/fr/verify").param("number", card.number()).param("code", card.shortCode()))
                .andExpect(content().string(containsString("Document authentique")));
        web.perform(get("/fr/verify").param("number", card.number()).param("code", "AAAA-AAAA"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(allOf(containsString(card.number()), not(containsString("Ouala")))));
    }

    @Test
    void staffSeeTheListAndOneDocumentWithinTheirScope() throws Exception {
        var card = issue(LocalDate.of(2099, 1, 1));
        var here = TestActor.within(new Scope.Within(Set.of("P-GUE")), "documents.see");
        var elsewhere = TestActor.within(new Scope.Within(Set.of("P-ASZ")), "documents.see");

        web.perform(get("/app/documents").param("q", card.number()).with(authentication(here)))
                .andExpect(content().string(containsString(card.number())));
        web.perform(get("/app/documents/" + card.id().value()).with(authentication(here)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("/cancellation"))));
        web.perform(get("/app/documents").with(authentication(elsewhere)))
                .andExpect(content().string(not(containsString(card.number()))));
        web.perform(get("/app/documents/" + card.id().value()).with(authentication(elsewhere)))
                .andExpect(status().isNotFound());
        web.perform(get("/documents/" + card.id().value() + "/card.pdf").with(authentication(elsewhere)))
                .andExpect(status().isNotFound());
    }

    @Autowired
    @Qualifier("documentSearch")
    SearchSource search;

    @Test
    void theSearchBoxFindsANumberWithinTheScope() {
        var card = issue(LocalDate.of(2099, 1, 1));
        var part = card.number().substring(3).toLowerCase();
        var here = (Actor) TestActor.within(new Scope.Within(Set.of("P-GUE")), "documents.see")
                .getPrincipal();
        var elsewhere = (Actor) TestActor.within(new Scope.Within(Set.of("P-ASZ")), "documents.see")
                .getPrincipal();

        assertThat(search.find(part, here, Language.AR, 5))
                .extracting(hit -> hit.title())
                .contains(card.number());
        assertThat(search.find(part, elsewhere, Language.AR, 5)).isEmpty();
        assertThat(search.find(part, (Actor) TestActor.with().getPrincipal(), Language.AR, 5))
                .isEmpty();
    }

    @Test
    void theRegistrarCancelsWithAReason() throws Exception {
        var card = issue(LocalDate.of(2099, 1, 1));
        var clerk = TestActor.with("documents.see", "documents.cancel");
        var address = "/app/documents/" + card.id().value();

        web.perform(post(address + "/cancellation").with(csrf()).with(authentication(clerk)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("اكتب سبب الإلغاء")));
        web.perform(post(address + "/cancellation")
                        .param("reason", "فقدت")
                        .with(csrf())
                        .with(authentication(clerk)))
                .andExpect(redirectedUrl(address));
        web.perform(get(address).with(authentication(clerk)))
                .andExpect(content().string(allOf(containsString("فقدت"), containsString("ملغاة"))));
    }

    @Test
    void whoMayOnlySeeCannotCancel() throws Exception {
        var card = issue(LocalDate.of(2099, 1, 1));

        web.perform(post("/app/documents/" + card.id().value() + "/cancellation")
                        .param("reason", "x")
                        .with(csrf())
                        .with(authentication(TestActor.with("documents.see"))))
                .andExpect(status().isNotFound());
        assertThat(documents.find(card.id()).orElseThrow().cancellation()).isNull();
    }

    @Test
    void anArtisanPrintsTheirOwnCardAndNobodyElses() throws Exception {
        var card = issue(LocalDate.of(2099, 1, 1));
        var address = "/documents/" + card.id().value() + "/a4.pdf";

        web.perform(get(address).with(authentication(artisan(card.subjectId()).authentication())))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "application/pdf"))
                .andExpect(header().string("Content-Disposition", containsString(card.number())));
        web.perform(get(address).with(authentication(artisan(UUID.randomUUID()).authentication())))
                .andExpect(status().isNotFound());
        web.perform(get(address)).andExpect(status().isNotFound());
    }

    private static TestActor artisan(UUID person) {
        return new TestActor(
                UUID.randomUUID(), "صانعة", Set.of(Role.ARTISAN), Set.of(), Scope.NOWHERE, Optional.of(person));
    }

    private IssuedDocument issue(LocalDate until) {
        return cards.issue(
                new ArtisanCard(
                        UUID.randomUUID(),
                        new ArtisanCard.Name("فاطمة أوعلا", "Fatima Ouala"),
                        true,
                        false,
                        List.of(new ArtisanCard.Name("صياغة الفضة", "Bijouterie en argent")),
                        new ArtisanCard.Name("كلميم", "Guelmim"),
                        "RNA-36-001524",
                        until,
                        null,
                        Set.of("C-GUE", "P-GUE"),
                        false),
                registrar);
    }
}
