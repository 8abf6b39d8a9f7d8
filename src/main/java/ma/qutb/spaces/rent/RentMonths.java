package ma.qutb.spaces.rent;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import ma.qutb.spaces.SiteId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What was posted and paid of each month. */
@Repository
@Transactional(readOnly = true)
public class RentMonths {

    private final JdbcClient database;

    RentMonths(JdbcClient database) {
        this.database = database;
    }

    /**
     * A month.
     *
     * @param run whether its rents were run whole; empty: not at all
     * @param leases that run in it
     * @param charged rents of it, in centimes; {@code paid}: money that came in it, whatever for
     */
    public record Month(YearMonth month, Optional<Boolean> run, int leases, int charges, long charged, long paid) {}

    /** This month and those before it, the latest first. */
    List<Month> latest(YearMonth now, int many) {
        return database.sql("""
                        select m.first::date as first, r.month is not null as begun, r.finished_at,
                               (select count(*)::int from spaces.lease l where l.state = 'signed'
                                   and l.starts_on < m.first + interval '1 month' and l.ends_on > m.first) as leases,
                               coalesce(c.many, 0) as many, coalesce(c.amount, 0) as charged,
                               coalesce((select sum(p.amount) from spaces.rent_credit p where p.kind in ('cash', 'transfer', 'card')
                                   and p.received_on >= m.first and p.received_on < m.first + interval '1 month'), 0)::bigint as paid
                          from generate_series(:first::timestamp, :last::timestamp, interval '1 month') m (first)
                          left join spaces.rent_run r on r.month = m.first
                          left join (select month, count(*)::int as many, sum(amount)::bigint as amount from spaces.rent_charge
                                      where kind in ('rent', 'correction') group by month) c on c.month = m.first
                         order by m.first desc
                        """)
                .param("first", now.minusMonths(many - 1L).atDay(1).toString())
                .param("last", now.atDay(1).toString())
                .query((row, number) -> new Month(
                        YearMonth.from(row.getObject("first", LocalDate.class)),
                        row.getBoolean("begun")
                                ? Optional.of(row.getObject("finished_at", OffsetDateTime.class) != null)
                                : Optional.empty(),
                        row.getInt("leases"),
                        row.getInt("many"),
                        row.getLong("charged"),
                        row.getLong("paid")))
                .list();
    }

    /** Whether a unit of the site is or was let. */
    boolean letting(SiteId site) {
        return database.sql("""
                        select exists (select from spaces.lease l join spaces.unit u on u.id = l.unit_id
                                        where u.site_id = :site and l.state = 'signed')
                        """)
                .param("site", site.value())
                .query(Boolean.class)
                .single();
    }
}
