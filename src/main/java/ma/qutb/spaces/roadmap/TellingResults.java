package ma.qutb.spaces.roadmap;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import ma.qutb.kernel.Refusal;
import ma.qutb.spaces.premises.PremisesId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What came of an opened premises, quarter by quarter. */
@Service
@Transactional
public class TellingResults {

    private final JdbcClient database;
    private final Clock clock;

    TellingResults(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The first day of the quarter this day lies in. */
    public static LocalDate quarter(LocalDate day) {
        return day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
    }

    /**
     * Women who work there, what they live from, and cooperatives that have their seat there; told again, the latest counts.
     *
     * @param quarter its first day
     * @throws Refusal when it had not opened by the quarter's end, the quarter is still to come, or a number cannot be
     */
    public void tell(PremisesId premises, LocalDate quarter, int women, int activities, int cooperatives, String by) {
        if (women < 0
                || women > 10_000
                || activities < 0
                || activities > 1000
                || cooperatives < 0
                || cooperatives > 1000) {
            throw new Refusal("spaces.roadmap.refusal.number");
        }
        var opened = database.sql("""
                        select exists (select from spaces.premises_step where premises_id = :id and act = 'forward' and step = 'opened'
                            and done_on < cast(:quarter as date) + interval '3 months')
                        """)
                .param("id", premises.value())
                .param("quarter", quarter)
                .query(Boolean.class)
                .single();
        if (!opened) {
            throw new Refusal("spaces.roadmap.refusal.not-open");
        }
        if (quarter.isAfter(LocalDate.now(clock))) {
            throw new Refusal("spaces.roadmap.refusal.future");
        }
        database.sql("select id from spaces.premises where id = :id for update")
                .param("id", premises.value())
                .query()
                .singleValue();
        database.sql("""
                        insert into spaces.premises_result (premises_id, quarter, revision, women, activities, cooperatives, recorded_at,
                            recorded_by_name)
                        select :id, :quarter, coalesce(max(revision), 0) + 1, :women, :activities, :cooperatives, :now, :by
                          from spaces.premises_result where premises_id = :id and quarter = :quarter
                        """)
                .param("id", premises.value())
                .param("quarter", quarter)
                .param("women", women)
                .param("activities", activities)
                .param("cooperatives", cooperatives)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }
}
