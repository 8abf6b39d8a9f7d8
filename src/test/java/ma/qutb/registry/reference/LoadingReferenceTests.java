package ma.qutb.registry.reference;

import static org.assertj.core.api.Assertions.assertThat;

import ma.qutb.registry.Organisations;
import ma.qutb.registry.People;
import ma.qutb.registry.RegistryModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RegistryModuleTest
class LoadingReferenceTests {

    @Autowired
    LoadingReference loading;

    @Autowired
    People people;

    @Autowired
    Organisations organisations;

    @Autowired
    JdbcClient database;

    @Test
    void whoThePublicationsNameIsThereAndRealAndHonoured() {
        var weaver = people.byReference("P-OUALLA").orElseThrow();
        assertThat(weaver.name().arabic()).isEqualTo("فاطمة أوعلا");
        assertThat(weaver.demonstration()).isFalse();
        assertThat(database.sql("select count(*) from registry.distinction where person_id = :id")
                        .param("id", weaver.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(people.byReference("P-KING")).isEmpty();
        assertThat(organisations.byReference("ORG-AGSUD").orElseThrow().legalForm())
                .isEqualTo("PUBLIC_BODY");
    }

    @Test
    void loadingAgainLeavesNoTrace() {
        int before = trail();
        loading.fill();
        assertThat(trail()).isEqualTo(before);
    }

    private int trail() {
        return database.sql("select count(*) from identity.audit_entry where subject like 'registry.%' and actor = ''")
                .query(Integer.class)
                .single();
    }
}
