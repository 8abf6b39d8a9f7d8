package ma.qutb.registry.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import ma.qutb.kernel.Language;
import ma.qutb.registry.RegistryModuleTest;
import ma.qutb.support.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A directory of a hundred thousand, in a transaction that nobody else sees: is it read through its indexes? */
@RegistryModuleTest
class LargeDirectoryTests {

    @Autowired
    Questions questions;

    SingleConnectionDataSource connection;
    JdbcClient owner;

    @BeforeEach
    void aHundredThousand() {
        var server = TestDatabase.server();
        connection = new SingleConnectionDataSource(server.url(), server.user(), server.password(), true);
        connection.setAutoCommit(false);
        owner = JdbcClient.create(connection);
        owner.sql("""
                insert into registry.directory_listing
                select uuidv7(), case n % 20 when 0 then 'COOPERATIVE' else 'ARTISAN' end, false, 'اسم ' || n, 'Nom ' || n,
                    array['WEV'], 'C-GUE', n % 50 = 0,
                    array_to_tsvector(array['c:WEV', 't:C-GUE', 'NM' || n % 1000, 'FTM' || n % 10])
                from generate_series(1, 100000) as n
                """).update();
        owner.sql("analyze registry.directory_listing").update();
    }

    @AfterEach
    void none() throws Exception {
        connection.getConnection().rollback();
        connection.destroy();
    }

    @Test
    void aPageOfAllIsReadInTheOrderOfItsIndex() {
        assertThat(plan(asked("", "artisans", 1), Language.AR))
                .contains("directory_listing_by_name_ar")
                .doesNotContain("Sort");
        assertThat(plan(asked("", "", 40), Language.FR))
                .contains("directory_listing_by_name_latin")
                .doesNotContain("Sort");
    }

    @Test
    void aNameIsLookedUpNotReadThrough() {
        assertThat(plan(asked("زينب لمغفري", "", 1), Language.AR))
                .contains("directory_listing_by_words")
                .doesNotContain("Seq Scan");
        assertThat(plan(asked("zineb lamghafri", "cooperative", 1), Language.FR))
                .contains("directory_listing_by_words")
                .doesNotContain("Seq Scan");
    }

    private static Asked asked(String words, String kind, int page) {
        return new Asked(words, kind, "", "", false, page);
    }

    private String plan(Asked asked, Language language) {
        var question = questions.of(asked, language);
        return String.join(
                "\n",
                owner.sql("explain select l.id " + question.fits() + question.order() + " limit 24 offset :skipped")
                        .params(question.parameters())
                        .params(Map.of("skipped", (asked.page() - 1) * Found.SIZE))
                        .query(String.class)
                        .list());
    }
}
