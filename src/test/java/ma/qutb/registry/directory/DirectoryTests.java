package ma.qutb.registry.directory;

import static ma.qutb.registry.ConsentPurpose.DIRECTORY_CRAFTS;
import static ma.qutb.registry.ConsentPurpose.DIRECTORY_NAME;
import static ma.qutb.registry.ConsentPurpose.DIRECTORY_PHONE;
import static ma.qutb.registry.ConsentPurpose.DIRECTORY_PLACE;
import static ma.qutb.registry.ConsentPurpose.DIRECTORY_STORY;
import static ma.qutb.registry.ConsentPurpose.PROCESSING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import ma.qutb.registry.PersonCorrected;
import ma.qutb.registry.RegistryModuleTest;
import ma.qutb.registry.consent.RecordingConsent;
import ma.qutb.registry.person.RegisteringPeople;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@RegistryModuleTest
class DirectoryTests {

    @Autowired
    RegisteringPeople registering;

    @Autowired
    RecordingConsent recording;

    @Autowired
    JdbcClient database;

    @Autowired
    Directory directory;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    MockMvc web;

    @Test
    void whoeverDidNotAgreeIsNotInTheDirectory() throws Exception {
        var weaver = Weaver.registered(registering);
        assertThat(list(weaver.family())).doesNotContain(weaver.id().toString(), "زينب " + weaver.family());

        // Agreeing to show a telephone without a name shows nothing.
        weaver.agrees(recording, DIRECTORY_PHONE);
        web.perform(get(path(weaver))).andExpect(status().isNotFound());
    }

    @Test
    void aWithdrawalRemovesFromTheDirectoryAtOnce() throws Exception {
        var weaver = Weaver.registered(registering).agrees(recording, DIRECTORY_NAME, DIRECTORY_PHONE);
        assertThat(list(weaver.family())).contains("زينب " + weaver.family());
        var page = path(weaver);
        web.perform(get(page)).andExpect(status().isOk());

        weaver.withdraws(recording, DIRECTORY_NAME);
        assertThat(list(weaver.family())).doesNotContain("زينب " + weaver.family());
        web.perform(get(page)).andExpect(status().isNotFound());
    }

    @Test
    void whoeverNoLongerWantsToBeProcessedIsNotShownEither() throws Exception {
        var weaver = Weaver.registered(registering).agrees(recording, PROCESSING, DIRECTORY_NAME);
        var page = path(weaver);
        web.perform(get(page)).andExpect(status().isOk());

        weaver.withdraws(recording, PROCESSING);
        web.perform(get(page)).andExpect(status().isNotFound());
        weaver.agrees(recording, PROCESSING);
        web.perform(get(page)).andExpect(status().isOk());
    }

    @Test
    void aFieldWithoutConsentNeverAppearsInThePageSource() throws Exception {
        var weaver = Weaver.registered(registering).agrees(recording, DIRECTORY_NAME);
        var contact = weaver.details().contact();

        assertThat(read(path(weaver)))
                .contains("زينب " + weaver.family())
                .doesNotContain(contact.phone().value().substring(4))
                .doesNotContain(contact.phone().spaced())
                .doesNotContain(contact.landmark())
                .doesNotContain(weaver.details().story().arabic())
                .doesNotContain("/directory?craft=WEV")
                .doesNotContain("2001")
                .doesNotContain("PostalAddress")
                .doesNotContain(weaver.id().toString());
    }

    @Test
    void whatWasAgreedToIsShown() throws Exception {
        var weaver = Weaver.registered(registering)
                .agrees(recording, DIRECTORY_NAME, DIRECTORY_PHONE, DIRECTORY_STORY, DIRECTORY_CRAFTS, DIRECTORY_PLACE);
        assertThat(read(path(weaver)))
                .contains("tel:" + weaver.details().contact().phone().value())
                .contains("https://wa.me/"
                        + weaver.details().contact().phone().value().substring(1))
                .contains(weaver.details().story().arabic())
                .contains("/directory?craft=WEV")
                .contains("\"@type\":\"Person\"")
                .contains("hreflang=\"fr\"");
    }

    @Test
    void aSearchTellsNothingOfWhatIsNotShown() throws Exception {
        var shy = Weaver.registered(registering).agrees(recording, DIRECTORY_NAME);
        var open = Weaver.registered(registering).agrees(recording, DIRECTORY_NAME, DIRECTORY_CRAFTS, DIRECTORY_PLACE);

        assertThat(read("/ar/directory?craft=WEV&q=" + shy.family())).doesNotContain("زينب " + shy.family());
        assertThat(read("/ar/directory?place=P-GUE&q=" + shy.family())).doesNotContain("زينب " + shy.family());
        assertThat(list(shy.details().contact().phone().value())).doesNotContain("زينب " + shy.family());
        assertThat(read("/ar/directory?craft=WEV&place=P-GUE&q=" + open.family()))
                .contains("زينب " + open.family());
    }

    @Test
    void aNameIsFoundInEitherLetters() throws Exception {
        var weaver = Weaver.registered(registering).agrees(recording, DIRECTORY_NAME);
        assertThat(list("zineb " + weaver.familyLatin())).contains("زينب " + weaver.family());
        assertThat(list(weaver.family().substring(0, 5))).contains("زينب " + weaver.family());
        assertThat(read("/fr/directory?q=" + weaver.family())).contains("Zineb " + weaver.familyLatin());
    }

    @Test
    void aCraftAndAPlaceAreFoundByTheirWordsWhereTheyAreShown() throws Exception {
        var shy = Weaver.registered(registering).agrees(recording, DIRECTORY_NAME);
        var open = Weaver.registered(registering).agrees(recording, DIRECTORY_NAME, DIRECTORY_CRAFTS, DIRECTORY_PLACE);

        assertThat(list("guelmim " + open.family())).contains("زينب " + open.family());
        assertThat(list("كلميم " + open.familyLatin())).contains("زينب " + open.family());
        assertThat(list("guelmim " + shy.family())).doesNotContain("زينب " + shy.family());
        open.withdraws(recording, DIRECTORY_PLACE);
        assertThat(list("guelmim " + open.family())).doesNotContain("زينب " + open.family());
    }

    @Test
    void aNewNameIsFoundAndTheOldOneForgotten() throws Exception {
        var weaver = Weaver.registered(registering).agrees(recording, DIRECTORY_NAME);
        var other = Weaver.registered(registering);
        transaction.executeWithoutResult(status -> {
            database.sql(
                            "update registry.person set family_name_ar = :arabic, family_name_latin = :latin where id = :id")
                    .param("arabic", other.family())
                    .param("latin", other.familyLatin())
                    .param("id", weaver.id().value())
                    .update();
            events.publishEvent(new PersonCorrected(weaver.id()));
        });

        assertThat(list(other.family())).contains("زينب " + other.family());
        assertThat(read("/fr/directory?q=" + weaver.familyLatin())).doesNotContain("q-product__body");
    }

    @Test
    void pagesFollowOneAnotherWithoutLosingAnybody() throws Exception {
        var place = "C-GUE";
        for (int i = 0; i < 3; i++) {
            Weaver.registered(registering, place).agrees(recording, DIRECTORY_NAME, DIRECTORY_CRAFTS, DIRECTORY_PLACE);
        }
        var asked = new Asked("zineb", "artisans", "WEV", place, false, 1);
        var first = directory.find(asked, ma.qutb.kernel.Language.FR);
        assertThat(first.entries()).hasSizeLessThanOrEqualTo(Found.SIZE);
        var seen = new java.util.HashSet<java.util.UUID>();
        for (int page = 1; page <= first.pages(); page++) {
            directory
                    .find(new Asked("zineb", "artisans", "WEV", place, false, page), ma.qutb.kernel.Language.FR)
                    .entries()
                    .forEach(it -> assertThat(seen.add(it.id())).isTrue());
        }
        assertThat((long) seen.size()).isEqualTo(first.real() + first.demonstration());
    }

    @Test
    void madeUpPeopleAreMarkedAndCountedApart() throws Exception {
        var weaver = Weaver.registered(registering).agrees(recording, DIRECTORY_NAME);
        database.sql("update registry.person set demonstration = true where id = :id")
                .param("id", weaver.id().value())
                .update();

        assertThat(read("/en/directory?q=" + weaver.family()))
                .doesNotContain("1 result")
                .contains("1 demonstration record")
                .contains("q-demo");
        assertThat(read(path(weaver))).contains("q-demo");
    }

    @Test
    void aMergeMovesNoConsent() throws Exception {
        var merged = Weaver.registered(registering).agrees(recording, DIRECTORY_NAME);
        var survivor = Weaver.registered(registering);
        database.sql("select registry.move_person_references(:merged, :survivor)")
                .param("merged", merged.id().value())
                .param("survivor", survivor.id().value())
                .query(row -> {});
        web.perform(get(path(survivor))).andExpect(status().isNotFound());
    }

    @Test
    void anUnchangedPageIsNotSentTwice() throws Exception {
        var weaver = Weaver.registered(registering).agrees(recording, DIRECTORY_NAME);
        var page = path(weaver);
        var first = web.perform(get(page)).andReturn().getResponse();

        assertThat(first.getHeader("Cache-Control")).isEqualTo("private, no-cache");
        web.perform(get(page).header("If-None-Match", first.getHeader("ETag"))).andExpect(status().isNotModified());
        weaver.agrees(recording, DIRECTORY_PHONE);
        web.perform(get(page).header("If-None-Match", first.getHeader("ETag"))).andExpect(status().isOk());
    }

    private String list(String typed) throws Exception {
        return read("/ar/directory?q=" + typed);
    }

    private String path(Weaver weaver) {
        long number = database.sql("select number from registry.person where id = :id")
                .param("id", weaver.id().value())
                .query(Long.class)
                .single();
        return "/ar/directory/artisans/" + number + "-zineb-" + weaver.familyLatin();
    }

    private String read(String address) throws Exception {
        var answer = web.perform(
                        get(java.net.URI.create(address.replace(" ", "%20").replace("+", "%2B"))))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse();
        return answer.getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }
}
