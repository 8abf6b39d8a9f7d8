package ma.qutb.market.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import ma.qutb.market.taxonomy.Taxonomy;
import ma.qutb.registry.CraftCode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** The made-up shop, told over the made-up people. */
@SpringBootTest
@TestPropertySource(properties = {"qutb.demo=true", "qutb.test.database=qutb_catalogue"})
class CatalogueStoryTests {

    @Autowired
    TellingTheCatalogue telling;

    @Autowired
    Taxonomy taxonomy;

    @Autowired
    JdbcClient database;

    @Test
    void theShopIsFilledOnceByWhatMakersAndTheHallDo() {
        telling.tell(0, 70);

        assertThat(telling.tell(0, 70)).isZero();
        assertThat(telling.tell(1, 10)).isEqualTo(10);
        assertThat(telling.tell(1, 10)).isZero();
        assertThat(count("select count(*) from market.shelf where demonstration and available > 0"))
                .isGreaterThan(40);
        assertThat(count("select count(*) from market.shelf where not demonstration and maker_id in"
                        + " (select id from market.maker where demonstration)"))
                .isZero();
        assertThat(count("select count(distinct family_code) from market.shelf"))
                .isGreaterThan(6);
        assertThat(count("select count(*) from market.shelf where title_ar = '' or title_fr = '' or title_en = ''"
                        + " or title_es = '' or photos = '[]' or words = ''"))
                .isZero();
        assertThat(count("select count(*) from market.piece_step where at > now() - interval '1 hour'"))
                .isZero();
    }

    @Test
    void everyArticleBelongsToACraftAndItsFamily() {
        assertThat(taxonomy.articles()).hasSizeGreaterThan(30).allSatisfy(it -> {
            assertThat(it.name().english()).isNotBlank();
            assertThat(it.family()).isNotNull();
        });
        assertThat(taxonomy.article("TRAVEL_BAG").orElseThrow().family()).isEqualTo(new CraftCode("LEA"));
    }

    private int count(String sql) {
        return database.sql(sql).query(Integer.class).single();
    }
}
