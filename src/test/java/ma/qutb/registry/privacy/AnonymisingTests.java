package ma.qutb.registry.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.ConsentPurpose;
import ma.qutb.registry.RegistryModuleTest;
import ma.qutb.registry.RegistryPermission.Code;
import ma.qutb.registry.consent.RecordingConsent;
import ma.qutb.registry.directory.Weaver;
import ma.qutb.registry.me.Correction;
import ma.qutb.registry.me.ProposingCorrections;
import ma.qutb.registry.person.RegisteringPeople;
import ma.qutb.support.TestActor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@RegistryModuleTest
class AnonymisingTests {

    private final Actor registrar = actor();
    private final Actor director = actor();

    @Autowired
    RegisteringPeople registering;

    @Autowired
    RecordingConsent recording;

    @Autowired
    ProposingCorrections corrections;

    @Autowired
    Anonymising anonymising;

    @Autowired
    JdbcClient database;

    @Test
    void anAnonymousPersonIsFoundNowhereAndTheFiguresStay() {
        var weaver = Weaver.registered(registering).agrees(recording, ConsentPurpose.DIRECTORY_NAME);
        corrections.propose(
                weaver.id(), Correction.Field.ADDRESS, Map.of("landmark", "جوار " + weaver.family()), registrar);
        assertThat(placesThatSay(weaver.family())).isNotEmpty();
        var before = figures(weaver);

        anonymising.propose(weaver.id(), null, registrar);
        anonymising.confirm(proposalOf(weaver), director);

        for (var trace : List.of(
                weaver.family(),
                weaver.familyLatin(),
                weaver.details().contact().phone().value(),
                weaver.details().contact().landmark())) {
            assertThat(placesThatSay(trace)).as(trace).isEmpty();
        }
        assertThat(figures(weaver)).isEqualTo(before);
        assertThat(database.sql("select birth_date::text from registry.person where id = :id")
                        .param("id", weaver.id().value())
                        .query(String.class)
                        .single())
                .isEqualTo("1980-01-01");
    }

    @Test
    void whoeverProposesDoesNotConfirm() {
        var weaver = Weaver.registered(registering);
        anonymising.propose(weaver.id(), null, registrar);
        var proposal = proposalOf(weaver);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> anonymising.confirm(proposal, registrar))
                .withMessage("registry.privacy.refusal.second-person");
        // The database would not have it either.
        assertThatThrownBy(() -> database.sql("""
                        update registry.anonymisation set state = 'CONFIRMED', decided_by = proposed_by,
                            decided_by_name = 'x', decided_at = now() where id = :id
                        """).param("id", proposal).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("anonymisation_by_two_people");
        assertThat(placesThatSay(weaver.family())).isNotEmpty();
    }

    @Test
    void nobodyIsMadeAnonymousWithoutAConfirmation() {
        var weaver = Weaver.registered(registering);
        assertThatThrownBy(() -> database.sql("select registry.anonymise(:id)")
                        .param("id", weaver.id().value())
                        .query(row -> {}))
                .hasMessageContaining("anonymisation_confirmed");
    }

    @Test
    void aDroppedProposalChangesNothing() {
        var weaver = Weaver.registered(registering);
        anonymising.propose(weaver.id(), null, registrar);
        var proposal = proposalOf(weaver);
        anonymising.drop(proposal, director);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> anonymising.confirm(proposal, director))
                .withMessage("registry.privacy.refusal.decided");
        assertThat(placesThatSay(weaver.family())).isNotEmpty();
    }

    private UUID proposalOf(Weaver weaver) {
        return database.sql("select id from registry.anonymisation where person_id = :id and state = 'PROPOSED'")
                .param("id", weaver.id().value())
                .query(UUID.class)
                .single();
    }

    /** What statistics count of her. */
    private List<String> figures(Weaver weaver) {
        return database.sql("""
                        select concat_ws('|', p.sex, p.territory_code, c.craft_code, a.register_status, a.category)
                        from registry.person p join registry.artisan a on a.person_id = p.id
                        join registry.artisan_craft c on c.person_id = p.id where p.id = :id order by 1
                        """)
                .param("id", weaver.id().value())
                .query(String.class)
                .list();
    }

    /** Every table of every module that holds this text in any column. */
    private List<String> placesThatSay(String text) {
        return database.sql("""
                        select quote_ident(table_schema) || '.' || quote_ident(table_name) from information_schema.tables
                        where table_schema in ('registry', 'identity', 'documents', 'platform') and table_type = 'BASE TABLE'
                          and has_table_privilege(quote_ident(table_schema) || '.' || quote_ident(table_name), 'select')
                        """).query(String.class).list().stream()
                .filter(table -> database.sql(
                                "select exists (select from " + table + " t where strpos(t::text, :text) > 0)")
                        .param("text", text)
                        .query(Boolean.class)
                        .single())
                .toList();
    }

    private static Actor actor() {
        return (Actor) TestActor.with(Code.ANONYMISE_PEOPLE, Code.SEE_PEOPLE).getPrincipal();
    }
}
