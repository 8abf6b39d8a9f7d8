package ma.qutb.registry.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import ma.qutb.registry.PersonCorrected;
import ma.qutb.registry.PersonId;
import ma.qutb.registry.PersonRegistered;
import ma.qutb.registry.RegistryModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** In a database of its own: the other tests do without thousands of neighbours. */
@RegistryModuleTest
@TestPropertySource(properties = "qutb.test.database=qutb_index")
class IndexAlongsideTests {

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    @Autowired
    ApplicationEventPublisher events;

    @Test
    void findsAllWhomALongImportRegisteredAlsoThoseCorrectedOnTheWay() {
        var people = transaction.execute(status -> {
            var ids = registerMany();
            database.sql("update registry.person set given_name_ar = 'تودة' where id = :id")
                    .param("id", ids.getFirst())
                    .update();
            events.publishEvent(new PersonCorrected(new PersonId(ids.getFirst())));
            return ids;
        });

        assertThat(indexed(people)).isEqualTo(MANY);
        assertThat(database.sql("select given_ar from registry.search_entry where subject = :id")
                        .param("id", people.getFirst())
                        .query(String.class)
                        .single())
                .isEqualTo("تودة");
    }

    @Test
    void forgetsALongImportThatFailed() {
        var people = transaction.execute(status -> {
            status.setRollbackOnly();
            return registerMany();
        });

        assertThat(indexed(people)).isZero();
    }

    private static final int MANY = 4_500;

    private List<UUID> registerMany() {
        var ids = database.sql("""
                        insert into registry.person (id, given_name_ar, family_name_ar, sex, registered_at, version)
                        select gen_random_uuid(), 'عائشة', 'بوهوش ' || n, 'FEMALE', now(), 1 from generate_series(1, :many) as n
                        returning id
                        """).param("many", MANY).query(UUID.class).list();
        ids.forEach(id -> events.publishEvent(new PersonRegistered(new PersonId(id))));
        return ids;
    }

    private int indexed(List<UUID> people) {
        return database.sql("select count(*) from registry.search_entry where subject = any (:ids)")
                .param("ids", people.toArray(UUID[]::new))
                .query(Integer.class)
                .single();
    }
}
