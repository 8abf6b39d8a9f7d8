package ma.qutb.registry.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import ma.qutb.identity.DemonstrationAccounts;
import ma.qutb.registry.RegistryModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Rolled back afterwards: the other tests do without four thousand neighbours. */
@RegistryModuleTest
@Transactional
class LoadingDemonstrationTests {

    @Autowired
    SavingPeople people;

    @Autowired
    SavingOrganisations organisations;

    @Autowired
    SavingHonours honours;

    @Autowired
    DemonstrationAccounts accounts;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @Test
    void fillsTheRegistryOnceWithMarkedPeopleAndOrganisations() {
        var loading = loading(true);
        loading.load();
        loading.load();

        assertThat(
                        count(
                                "registry.person p join registry.artisan a on a.person_id = p.id where p.reference_code like 'DEMO-P-%'"))
                .isEqualTo(4000);
        assertThat(database.sql("""
                        select legal_form || case when status = 'IN_FORMATION' then ' in formation' else '' end as kind, count(*)
                        from registry.organisation where demonstration group by 1
                        """)
                        .query((row, number) -> Map.entry(row.getString(1), row.getInt(2)))
                        .list())
                .containsExactlyInAnyOrder(
                        Map.entry("COOPERATIVE", 64),
                        Map.entry("COOPERATIVE in formation", 20),
                        Map.entry("ENTERPRISE", 40),
                        Map.entry("ASSOCIATION", 25));
        assertThat(count("registry.person where reference_code like 'DEMO-%' and not demonstration"))
                .isZero();
        assertThat(count("registry.person where demonstration and phone is not null and phone not like '+2125000%'"))
                .isZero();
        assertThat(database.sql("""
                        select count(distinct territory_code) from registry.person where demonstration
                        """).query(Integer.class).single()).isEqualTo(12);
    }

    @Test
    void theSamePeopleAreMadeUpEveryTime() {
        var today = LocalDate.of(2026, 3, 1);
        assertThat(new MakingPeople(new Lexicon(), today).make(50))
                .isEqualTo(new MakingPeople(new Lexicon(), today).make(50));
    }

    @Test
    void nobodyIsMadeUpUnlessAskedFor() {
        loading(false).fill();
        assertThat(count("registry.person where reference_code like 'DEMO-P-%'"))
                .isZero();
    }

    private LoadingDemonstration loading(boolean wanted) {
        return new LoadingDemonstration(wanted, people, organisations, honours, accounts, database, transaction, clock);
    }

    private int count(String what) {
        return database.sql("select count(*) from " + what).query(Integer.class).single();
    }
}
