package ma.qutb.registry.duplicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.kernel.Scope;
import ma.qutb.registry.RegistryPermission.Code;
import ma.qutb.registry.duplicates.SuspectedPair.State;
import ma.qutb.registry.person.RegisteringPeople;
import ma.qutb.registry.person.Somebody;
import ma.qutb.registry.search.SearchIndex;
import ma.qutb.registry.search.SearchQuery;
import ma.qutb.support.TestActor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest
@AutoConfigureMockMvc
class MergingPeopleTests {

    private static final Authentication SIGNED_IN = TestActor.with(Code.EDIT_PEOPLE, Code.SEE_PEOPLE);
    private static final Actor REGISTRAR = (Actor) SIGNED_IN.getPrincipal();

    @Autowired
    RegisteringPeople registering;

    @Autowired
    LookingForDuplicates looking;

    @Autowired
    SuspectedPairs pairs;

    @Autowired
    MergingPeople merging;

    @Autowired
    SearchIndex index;

    @Autowired
    JdbcClient database;

    @Autowired
    SuggestingOnEntry suggesting;

    @Autowired
    MockMvc web;

    private UUID one;
    private UUID other;

    @BeforeEach
    void registerTheSamePersonTwice() {
        one = registering
                .register(Somebody.from("C-GUE"), Optional.empty(), REGISTRAR)
                .value();
        other = registering
                .register(Somebody.from("C-GUE"), Optional.empty(), REGISTRAR)
                .value();
        // A name nobody else has, so that the two are among the few suggested however many Fatimas other tests
        // registered.
        var family = ThreadLocalRandom.current()
                .ints(6, 0, 10)
                .mapToObj(letter -> "بتجحخرزسشف".substring(letter, letter + 1))
                .collect(Collectors.joining());
        database.sql("""
                        update registry.person set family_name_ar = :family, family_name_latin = '' where id in (:one, :other)
                        """)
                .param("family", family)
                .param("one", one)
                .param("other", other)
                .update();
    }

    @Test
    void suspectsButMergesNothingByItself() {
        var pair = suspected();

        assertThat(pair.state()).isEqualTo(State.OPEN);
        assertThat(pair.reasons()).contains("SAME_NAME", "SAME_BIRTH_DATE");
        assertThat(mergedInto(one)).isNull();
        assertThat(mergedInto(other)).isNull();
    }

    @Test
    void keepsBothRecordsAndLetsWhatReferredFollow() {
        var role = trainerRole(other);

        merging.merge(suspected(), one, REGISTRAR);

        assertThat(mergedInto(other)).isEqualTo(one);
        assertThat(personOf(role)).isEqualTo(one);
        assertThat(found(other)).isFalse();
    }

    @Test
    void returnsEverythingWhenTheMergeIsUndone() {
        var role = trainerRole(other);
        merging.merge(suspected(), one, REGISTRAR);

        merging.part(pair(), REGISTRAR);

        assertThat(mergedInto(other)).isNull();
        assertThat(personOf(role)).isEqualTo(other);
        assertThat(pair().state()).isEqualTo(State.OPEN);
        assertThat(found(other)).isTrue();
    }

    @Test
    void leavesWithTheMergedRecordWhatTwoPeopleCannotBothHave() {
        trainerRole(one);
        var role = trainerRole(other);

        merging.merge(suspected(), one, REGISTRAR);

        assertThat(personOf(role)).isEqualTo(other);
    }

    @Test
    void movesTheArtisanWithTheCraftsAndBack() {
        database.sql("""
                        insert into registry.artisan (person_id, category, register_status, health_cover, version)
                        values (:id, 'ARTISAN', 'NOT_YET', 'UNKNOWN', 0)
                        """).param("id", other).update();
        database.sql("insert into registry.artisan_craft (person_id, position, craft_code) values (:id, 0, 'WEV')")
                .param("id", other)
                .update();

        merging.merge(suspected(), one, REGISTRAR);
        assertThat(craftsOf(one)).isEqualTo(1);
        merging.part(pair(), REGISTRAR);

        assertThat(craftsOf(one)).isZero();
        assertThat(craftsOf(other)).isEqualTo(1);
    }

    @Test
    void neverAsksAgainAboutTwoPeople() {
        merging.keepApart(suspected(), REGISTRAR);
        database.sql("update registry.search_entry set compared = false where subject = :id")
                .param("id", one)
                .update();
        looking.look();

        assertThat(pair().state()).isEqualTo(State.DIFFERENT);
    }

    @Test
    void refusesASecondDecisionByAColleague() {
        var seenByBoth = suspected();
        merging.keepApart(seenByBoth, REGISTRAR);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> merging.merge(seenByBoth, one, REGISTRAR))
                .withMessage("registry.duplicates.refusal.decided-already");
        assertThat(mergedInto(other)).isNull();
    }

    @Test
    void partsNobodyWhoseSurvivorWasMergedFurther() {
        merging.merge(suspected(), one, REGISTRAR);
        var third = registering
                .register(Somebody.from("C-GUE"), Optional.empty(), REGISTRAR)
                .value();
        database.sql("update registry.person set merged_into = :third where id = :one")
                .param("third", third)
                .param("one", one)
                .update();

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> merging.part(pair(), REGISTRAR))
                .withMessage("registry.duplicates.refusal.merged-further");
    }

    @Test
    void showsBothRecordsSideBySideAndTakesTheDecision() throws Exception {
        var address = "/app/duplicates/" + suspected().id();

        var page = web.perform(get(address).with(authentication(SIGNED_IN)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(page).contains(one.toString(), other.toString());
        web.perform(get("/app/duplicates").with(authentication(SIGNED_IN))).andExpect(status().isOk());

        web.perform(post(address + "/merge")
                        .param("survivor", one.toString())
                        .with(csrf())
                        .with(authentication(SIGNED_IN)))
                .andExpect(redirectedUrl(address));
        assertThat(mergedInto(other)).isEqualTo(one);
        web.perform(post(address + "/merge")
                        .param("survivor", other.toString())
                        .with(csrf())
                        .with(authentication(SIGNED_IN)))
                .andExpect(status().isUnprocessableContent());
    }

    @Test
    void looksLikeNotFoundFromAnotherScope() throws Exception {
        var address = "/app/duplicates/" + suspected().id();
        var tata = TestActor.within(new Scope.Within(Set.of("P-TNT")), Code.EDIT_PEOPLE);

        web.perform(get(address).with(authentication(tata))).andExpect(status().isNotFound());
        web.perform(post(address + "/merge")
                        .param("survivor", one.toString())
                        .with(csrf())
                        .with(authentication(tata)))
                .andExpect(status().isNotFound());
    }

    @Test
    void suggestsOnEntryWhoIsRegisteredAlready() {
        registering.register(Somebody.from("C-GUE"), Optional.empty(), REGISTRAR);

        assertThat(suggesting.of(Somebody.from("C-GUE"), REGISTRAR))
                .isNotEmpty()
                .hasSizeLessThanOrEqualTo(5);
        assertThat(suggesting.of(Somebody.from("C-GUE"), (Actor)
                        TestActor.with(Code.EDIT_PEOPLE).getPrincipal()))
                .as("to somebody who may not see people")
                .isEmpty();
    }

    private SuspectedPair suspected() {
        database.sql("update registry.search_entry set compared = true").update();
        reindexed(one);
        reindexed(other);
        looking.look();
        return pair();
    }

    @Autowired
    org.springframework.context.ApplicationEventPublisher events;

    @Autowired
    org.springframework.transaction.support.TransactionTemplate transaction;

    private void reindexed(UUID person) {
        transaction.executeWithoutResult(status ->
                events.publishEvent(new ma.qutb.registry.PersonCorrected(new ma.qutb.registry.PersonId(person))));
    }

    private SuspectedPair pair() {
        var id = database.sql("""
                        select id from registry.suspected_duplicate
                        where one_id = least(cast(:one as uuid), :other) and other_id = greatest(cast(:one as uuid), :other)
                        """)
                .param("one", one)
                .param("other", other)
                .query(UUID.class)
                .single();
        return pairs.find(id, Scope.EVERYWHERE).orElseThrow();
    }

    private UUID trainerRole(UUID person) {
        var id = UUID.randomUUID();
        database.sql("""
                        insert into registry.person_role (id, person_id, role, started_on, version)
                        values (:id, :person, 'TRAINER', date '2020-01-01', 0)
                        """).param("id", id).param("person", person).update();
        return id;
    }

    private UUID personOf(UUID role) {
        return database.sql("select person_id from registry.person_role where id = :id")
                .param("id", role)
                .query(UUID.class)
                .single();
    }

    private UUID mergedInto(UUID person) {
        return database.sql("select merged_into from registry.person where id = :id")
                .param("id", person)
                .query((row, number) -> Optional.ofNullable(row.getObject(1, UUID.class)))
                .single()
                .orElse(null);
    }

    private int craftsOf(UUID person) {
        return database.sql("select count(*) from registry.artisan_craft where person_id = :id")
                .param("id", person)
                .query(Integer.class)
                .single();
    }

    private boolean found(UUID person) {
        var phone = database.sql("select phone from registry.person where id = :id")
                .param("id", person)
                .query(String.class)
                .single();
        return index.find(new SearchQuery(phone, Set.of(), 20), Scope.EVERYWHERE).stream()
                .anyMatch(it -> it.entry().subject().equals(person));
    }
}
