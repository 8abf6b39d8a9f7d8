package ma.qutb.spaces.rent;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Draft;
import ma.qutb.ledger.Ledger;
import ma.qutb.ledger.Poster;
import ma.qutb.ledger.Source;
import ma.qutb.spaces.LeaseId;
import ma.qutb.spaces.SiteId;
import ma.qutb.spaces.lease.Leases;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shares a bill of a whole site among its tenants, to the last centime: by area and days among those whose contract says so, or by what
 * their meters counted in the month.
 */
@Service
@Transactional
public class SharingCosts {

    static final String CHARGES = "spaces-charges";

    private final Leases leases;
    private final RentTable table;
    private final RentAccounts accounts;
    private final Ledger ledger;
    private final JdbcClient database;
    private final Clock clock;

    SharingCosts(
            Leases leases, RentTable table, RentAccounts accounts, Ledger ledger, JdbcClient database, Clock clock) {
        this.leases = leases;
        this.table = table;
        this.accounts = accounts;
        this.ledger = ledger;
        this.database = database;
        this.clock = clock;
    }

    private record Weighed(LeaseId lease, long weight) {}

    /**
     * @param what {@code water}, {@code electricity} or {@code common}
     * @param split {@code meter} or {@code area}
     * @return how many tenants share it
     * @throws Refusal when the month is not over, it was shared before, or nobody shares it
     */
    public int share(SiteId site, String what, YearMonth month, long total, String split, Poster by) {
        if (!month.isBefore(YearMonth.from(LocalDate.now(clock)))) {
            throw new Refusal("spaces.rent.refusal.month-not-over", month.toString());
        }
        if (total <= 0) {
            throw new Refusal("spaces.rent.refusal.amount");
        }
        var weighed = (split.equals("area") ? areas(site, month) : counted(site, what, month))
                .stream().filter(it -> it.weight() > 0).toList();
        if (weighed.isEmpty()) {
            throw new Refusal("spaces.rent.refusal.nobody-shares");
        }
        var bill = bill(site, what, month, total, split, by);
        var shares =
                ProRata.share(total, weighed.stream().mapToLong(Weighed::weight).toArray());
        var open = leases.find(weighed.stream().map(Weighed::lease).toList());
        var charges = new ArrayList<Charge>();
        var drafts = new ArrayList<Draft>();
        for (int i = 0; i < shares.length; i++) {
            if (shares[i] > 0) {
                var lease =
                        java.util.Objects.requireNonNull(open.get(weighed.get(i).lease()));
                var charge = charge(lease.id(), month, shares[i], bill);
                charges.add(charge);
                drafts.add(Draft.of(accounts.book(), charge.id(), CHARGES, charge.postedOn())
                        .because(lease.said() + " · " + month)
                        .from(new Source(PostingRents.SOURCE, lease.id().value()))
                        .debit(accounts.tenant(lease.tenant()), shares[i])
                        .credit(accounts.charges(), shares[i]));
            }
        }
        table.add(charges);
        ledger.postTogether(drafts, by);
        return charges.size();
    }

    private Charge charge(LeaseId lease, YearMonth month, long share, UUID bill) {
        var today = LocalDate.now(clock);
        return new Charge(
                Charge.idOf("charges", lease, bill),
                lease,
                "charges",
                month,
                0,
                share,
                Optional.empty(),
                today.plusDays(10),
                today,
                Optional.of(bill),
                "");
    }

    private UUID bill(SiteId site, String what, YearMonth month, long total, String split, Poster by) {
        var id = Ids.next();
        try {
            database.sql("""
                            insert into spaces.rent_bill (id, site_id, what, month, total, split, by_name, at)
                            values (:id, :site, :what, :month, :total, :split, :by, :now)
                            """)
                    .param("id", id)
                    .param("site", site.value())
                    .param("what", what)
                    .param("month", month.atDay(1))
                    .param("total", total)
                    .param("split", split)
                    .param("by", by.name())
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        } catch (DataIntegrityViolationException e) {
            throw Refusal.when("rent_bill_once", e, "spaces.rent.refusal.shared-before");
        }
        return id;
    }

    /** Square decimetres times days. */
    private List<Weighed> areas(SiteId site, YearMonth month) {
        return weighed("""
                        select l.id, coalesce(u.area_dm2, 0)::bigint
                               * (least(l.ends_on, :next) - greatest(l.starts_on, :first)) as weight
                          from spaces.lease l join spaces.unit u on u.id = l.unit_id
                         where u.site_id = :site and l.state = 'signed' and l.charges = 'area' and l.starts_on < :next and l.ends_on > :first
                         order by l.id
                        """, site, "", month);
    }

    /** What the meters counted from the last reading before the month to the last one in it. */
    private List<Weighed> counted(SiteId site, String what, YearMonth month) {
        return weighed("""
                        select l.id, coalesce(sum(
                                (select max(r.value) from spaces.meter_reading r where r.meter_id = m.id and r.read_on < :next)
                              - (select coalesce(max(r.value) filter (where r.read_on < :first), min(r.value))
                                   from spaces.meter_reading r where r.meter_id = m.id and r.read_on < :next)), 0)::bigint as weight
                          from spaces.lease l join spaces.unit u on u.id = l.unit_id join spaces.meter m on m.unit_id = u.id and m.kind = :what
                         where u.site_id = :site and l.state = 'signed' and l.charges = 'meter' and l.starts_on < :next and l.ends_on > :first
                         group by l.id order by l.id
                        """, site, what, month);
    }

    private List<Weighed> weighed(String sql, SiteId site, String what, YearMonth month) {
        return database.sql(sql)
                .param("site", site.value())
                .param("what", what)
                .param("first", month.atDay(1))
                .param("next", month.plusMonths(1).atDay(1))
                .query((row, number) ->
                        new Weighed(new LeaseId(row.getObject("id", UUID.class)), row.getLong("weight")))
                .list();
    }
}
