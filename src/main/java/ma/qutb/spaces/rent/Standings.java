package ma.qutb.spaces.rent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.spaces.LeaseId;
import ma.qutb.spaces.SiteId;
import ma.qutb.spaces.UnitId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What leases owed on any day, for pages of other rooms: one statement, however many leases there are. */
@Repository
@Transactional(readOnly = true)
public class Standings {

    private static final String STANDING = """
            select coalesce(n.owed, 0) as owed, coalesce(n.overdue, 0) as overdue, coalesce(n.late30, 0) as late30,
                   coalesce(n.late90, 0) as late90, coalesce(n.older, 0) as older, n.oldest, coalesce(n.planned, 0) as planned
            """;

    private final JdbcClient database;

    Standings(JdbcClient database) {
        this.database = database;
    }

    public Standing of(LeaseId lease, LocalDate day) {
        return database.sql(STANDING + " from spaces.rent_standing(:day) n where n.lease_id = :lease")
                .param("day", day)
                .param("lease", lease.value())
                .query(Standings::standing)
                .optional()
                .orElse(Standing.NOTHING);
    }

    /** Of the units of a site, for which a lease runs on that day. */
    public Map<UnitId, Standing> of(SiteId site, LocalDate day) {
        var found = new HashMap<UnitId, Standing>();
        database.sql(STANDING + """
                        , l.unit_id from spaces.lease l join spaces.unit u on u.id = l.unit_id
                          left join spaces.rent_standing(:day) n on n.lease_id = l.id
                         where u.site_id = :site and l.state = 'signed' and l.starts_on <= :day and l.ends_on > :day
                        """)
                .param("day", day)
                .param("site", site.value())
                .query(row -> {
                    found.put(new UnitId(row.getObject("unit_id", UUID.class)), standing(row, 0));
                });
        return found;
    }

    private static Standing standing(ResultSet row, int number) throws SQLException {
        return new Standing(
                row.getLong("owed"),
                row.getLong("overdue"),
                row.getLong("late30"),
                row.getLong("late90"),
                row.getLong("older"),
                Optional.ofNullable(row.getObject("oldest", LocalDate.class)),
                row.getLong("planned"));
    }
}
