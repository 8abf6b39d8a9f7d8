package ma.qutb.materials.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A short story of few sales, cut off in the middle and taken up again. */
@SpringBootTest(properties = {"qutb.demo=true", "qutb.test.database=qutb_story"})
class StoryTests {

    @Autowired
    TellingTheStory telling;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    @Test
    void whatIsCutOffIsTakenUpWhereItWasLeft() {
        var days = new AtomicInteger();
        var cut = telling.tell(2, 3, () -> days.incrementAndGet() <= 10);
        var yesterday = LocalDate.now(clock).minusDays(1);
        assertThat(cut).isBefore(yesterday);

        assertThat(telling.tell(2, 3, () -> true)).isEqualTo(yesterday);
        long sales = count("select count(*) from materials.sale");
        assertThat(sales).isGreaterThan(80);
        assertThat(telling.tell(2, 3, () -> true)).isEqualTo(yesterday);

        assertThat(count("select count(*) from materials.sale")).isEqualTo(sales);
        assertThat(count("select count(*) from materials.fund where code = 'DEMO-FUND' and not demonstration"))
                .isZero();
        assertThat(
                        count(
                                "select count(*) from ledger.entry e join ledger.book b on b.id = e.book where b.code = 'DEMO-FUND' and e.posted_on >= current_date"))
                .isZero();
        assertThat(
                        count(
                                "select count(*) from ledger.closing c join ledger.book b on b.id = c.book where b.code = 'DEMO-FUND'"))
                .isEqualTo(2);
    }

    private long count(String sql) {
        return database.sql(sql).query(Long.class).single();
    }
}
