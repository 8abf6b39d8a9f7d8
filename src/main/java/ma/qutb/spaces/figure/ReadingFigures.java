package ma.qutb.spaces.figure;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.Crafts;
import ma.qutb.registry.LocalName;
import ma.qutb.spaces.Site;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads the figures of sites: a handful of statements, however many units there are. */
@Repository
@Transactional(readOnly = true)
class ReadingFigures {

    private static final int MONTHS = 12;
    private static final int MOST_EMPTY = 12;

    private final JdbcClient database;
    private final Crafts crafts;
    private final Clock clock;

    ReadingFigures(JdbcClient database, Crafts crafts, Clock clock) {
        this.database = database;
        this.crafts = crafts;
        this.clock = clock;
    }

    /** Of these sites, of which one may be looked at alone. */
    SpacesFigures read(List<Site> all, Optional<Site> one) {
        var ids = one.map(List::of).orElse(all).stream()
                .map(it -> it.id().value())
                .toArray(UUID[]::new);
        var today = LocalDate.now(clock);
        var since = YearMonth.from(today).minusMonths(MONTHS - 1L).atDay(1);
        var byCraft = byCraft(ids, since);
        var names = new HashMap<String, LocalName>();
        byCraft.forEach(it -> names.put(
                it.code(),
                it.code().isEmpty() ? new LocalName("—", "—", "—") : crafts.nameOf(new CraftCode(it.code()))));
        return new SpacesFigures(
                all,
                one,
                months(ids, since, today),
                byCraft,
                empty(ids, today),
                turnover(ids, since, today),
                jobs(ids, today),
                names);
    }

    private List<SpacesFigures.Month> months(UUID[] sites, LocalDate since, LocalDate today) {
        return database.sql("""
                        with month as (
                            select m::date as first, least(m::date + interval '1 month' - interval '1 day', :today)::date as last
                              from generate_series(cast(:since as timestamp), cast(:today as timestamp), interval '1 month') m
                        ), posted as (
                            select c.month, sum(c.amount) as amount from spaces.rent_charge c join spaces.lease l on l.id = c.lease_id
                              join spaces.unit u on u.id = l.unit_id
                             where u.site_id = any(:sites) and c.kind in ('rent', 'correction') and c.month >= :since group by c.month
                        ), paid as (
                            select date_trunc('month', p.received_on)::date as month, sum(p.amount) as amount from spaces.rent_credit p
                              join spaces.lease l on l.id = p.lease_id join spaces.unit u on u.id = l.unit_id
                             where u.site_id = any(:sites) and p.kind in ('cash', 'transfer', 'card') and p.received_on >= :since group by 1
                        ), sold as (
                            select date_trunc('month', s.day)::date as month, sum(s.amount) as amount from spaces.tenant_sale s
                             where s.day >= :since and exists (select from spaces.lease l join spaces.unit u on u.id = l.unit_id
                                    where l.tenant_id = s.tenant_id and u.site_id = any(:sites) and l.state = 'signed'
                                      and s.day >= l.starts_on and s.day < l.ends_on) group by 1
                        )
                        select m.first, n.units, n.let, coalesce(posted.amount, 0)::bigint as posted, coalesce(paid.amount, 0)::bigint as paid,
                               coalesce(sold.amount, 0)::bigint as sold
                          from month m
                          cross join lateral (select count(*)::int as units, (count(*) filter (where d.state = 'let'))::int as let
                                                from spaces.unit_on(m.last) d
                                               where d.site_id = any(:sites) and d.state <> 'own') n
                          left join posted on posted.month = m.first left join paid on paid.month = m.first left join sold on sold.month = m.first
                         order by m.first
                        """)
                .param("since", since)
                .param("today", today)
                .param("sites", sites)
                .query((row, number) -> new SpacesFigures.Month(
                        YearMonth.from(row.getObject("first", LocalDate.class)),
                        row.getInt("units"),
                        row.getInt("let"),
                        row.getLong("posted"),
                        row.getLong("paid"),
                        row.getLong("sold")))
                .list();
    }

    private List<SpacesFigures.Craft> byCraft(UUID[] sites, LocalDate since) {
        return database.sql("""
                        select coalesce(l.craft_code, '') as craft, count(distinct l.id)::int as leases, sum(c.amount)::bigint as amount
                          from spaces.rent_charge c join spaces.lease l on l.id = c.lease_id join spaces.unit u on u.id = l.unit_id
                         where u.site_id = any(:sites) and c.kind in ('rent', 'correction') and c.month >= :since
                         group by 1 order by 3 desc, 1
                        """)
                .param("since", since)
                .param("sites", sites)
                .query((row, number) ->
                        new SpacesFigures.Craft(row.getString("craft"), row.getInt("leases"), row.getLong("amount")))
                .list();
    }

    private List<SpacesFigures.Empty> empty(UUID[] sites, LocalDate today) {
        return database.sql("""
                        select n.id, n.number,
                               :today - coalesce((select max(upper(o.during)) from spaces.occupancy o
                                    where o.unit_id = n.id and o.kind = 'lease' and upper(o.during) <= :today), n.since) as days
                          from spaces.unit_on(:today) n where n.site_id = any(:sites) and n.state = 'free' order by 3 desc, n.number limit :most
                        """)
                .param("today", today)
                .param("sites", sites)
                .param("most", MOST_EMPTY)
                .query((row, number) ->
                        new SpacesFigures.Empty(row.getString("id"), row.getString("number"), row.getLong("days")))
                .list();
    }

    /** From the end of one tenancy to the beginning of the next; one that follows at once counts as no day. */
    private Optional<Long> turnover(UUID[] sites, LocalDate since, LocalDate today) {
        return database.sql("""
                        select round(avg(gap))::bigint as days
                          from (select lower(o.during) - lag(upper(o.during)) over (partition by o.unit_id order by o.during) as gap,
                                       lower(o.during) as began
                                  from spaces.occupancy o join spaces.unit u on u.id = o.unit_id
                                 where u.site_id = any(:sites) and o.kind = 'lease') g
                         where gap > 0 and began between :since and :today
                        """)
                .param("since", since)
                .param("today", today)
                .param("sites", sites)
                .query((row, number) -> Optional.ofNullable(row.getObject("days", Long.class)))
                .single();
    }

    private SpacesFigures.Jobs jobs(UUID[] sites, LocalDate today) {
        return database.sql("""
                        select count(*)::int as shops, count(j.lease_id)::int as counted, coalesce(sum(j.women), 0)::int as women,
                               coalesce(sum(j.men), 0)::int as men
                          from spaces.lease l join spaces.unit u on u.id = l.unit_id
                          left join lateral (select * from spaces.lease_jobs k where k.lease_id = l.id order by k.counted_on desc limit 1) j on true
                         where u.site_id = any(:sites) and l.state = 'signed' and l.starts_on <= :today and l.ends_on > :today
                        """)
                .param("today", today)
                .param("sites", sites)
                .query((row, number) -> new SpacesFigures.Jobs(
                        row.getInt("shops"), row.getInt("counted"), row.getInt("women"), row.getInt("men")))
                .single();
    }
}
