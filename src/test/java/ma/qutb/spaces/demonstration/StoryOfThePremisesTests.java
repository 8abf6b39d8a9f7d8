package ma.qutb.spaces.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import ma.qutb.spaces.SpacesModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Thirty made-up premises, told once, in all states and marked as what they are. */
@SpacesModuleTest
class StoryOfThePremisesTests {

    @Autowired
    StoryOfThePremises story;

    @Autowired
    JdbcClient database;

    @Test
    void thirtyPremisesOfTheRegionStandAtAllStepsAndTellingThemAgainAddsNone() {
        assertThat(story.tell(() -> true)).isEqualTo("30 premises");
        story.tell(() -> true);

        var told = " from spaces.premises where demonstration and name like '%(للعرض)'";
        assertThat(count("select count(*)" + told)).isEqualTo(30);
        assertThat(count("select count(distinct step)" + told + " and not aside"))
                .isEqualTo(6);
        assertThat(count("select count(*)" + told + " and aside")).isEqualTo(2);
        assertThat(count("select count(*)" + told + " and (step in ('opened', 'active')) <> (unit_id is not null)"))
                .isZero();
        assertThat(count("select count(*)" + told + " and not 'R-GON' = any(territories)"))
                .isZero();
    }

    private int count(String sql) {
        return database.sql(sql).query(Integer.class).single();
    }
}
