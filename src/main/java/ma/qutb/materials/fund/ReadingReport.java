package ma.qutb.materials.fund;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.BookPeriods;
import ma.qutb.ledger.BookTotals;
import ma.qutb.ledger.BookTotals.Held;
import ma.qutb.ledger.BookTotals.Purpose;
import ma.qutb.ledger.ChartRole;
import ma.qutb.ledger.Commodity;
import ma.qutb.ledger.JournalGlance;
import ma.qutb.materials.Fund;
import ma.qutb.materials.FundId;
import ma.qutb.materials.MaterialCode;
import ma.qutb.materials.Prices;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.SalePoints;
import ma.qutb.materials.fund.FundReport.PartnerShare;
import ma.qutb.materials.fund.FundReport.PointStock;
import ma.qutb.materials.fund.FundReport.Served;
import ma.qutb.materials.fund.FundSheet.Figure;
import ma.qutb.materials.fund.FundSheet.MonthEnd;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.Organisations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the report of a period. An entry belongs to the period it was written in, as in the closed months of the ledger: what is
 * learned late counts when it is learned, and a report that was handed over stays true.
 */
@Service
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
class ReadingReport {

    private static final int HISTORY = 24;
    private static final int YEAR = 12;
    private static final int QUARTER = 3;

    private final BookPeriods periods;
    private final BookTotals totals;
    private final JournalGlance journal;
    private final Prices prices;
    private final Partners partners;
    private final Organisations organisations;
    private final SalePoints points;
    private final JdbcClient database;
    private final Clock clock;

    ReadingReport(
            BookPeriods periods,
            BookTotals totals,
            JournalGlance journal,
            Prices prices,
            Partners partners,
            Organisations organisations,
            SalePoints points,
            JdbcClient database,
            Clock clock) {
        this.periods = periods;
        this.totals = totals;
        this.journal = journal;
        this.prices = prices;
        this.partners = partners;
        this.organisations = organisations;
        this.points = points;
        this.database = database;
        this.clock = clock;
    }

    /**
     * @param asOf what was written down later is left out
     * @throws Refusal when that is still to come, or before the period
     */
    FundReport read(Fund fund, ReportPeriod period, Instant asOf) {
        var begins = period.first().atStartOfDay(clock.getZone()).toInstant();
        if (asOf.isAfter(clock.instant())) {
            throw new Refusal("materials.report.refusal.to-come");
        }
        if (asOf.isBefore(begins)) {
            throw new Refusal("materials.report.refusal.before");
        }
        var ends = lastInstant(period.last());
        var at = asOf.isBefore(ends) ? asOf : ends;
        var before = begins.minusNanos(1_000);
        var day = LocalDate.ofInstant(at, clock.getZone());
        var accounts = periods.held(fund.book(), at);
        var sums = ReadingFund.sums(accounts);
        var held = ReadingFund.holdings(sums, overdue(fund.id(), at, day));
        var given = founding(fund.id(), at);
        var quote = prices.replacement(MaterialCode.SILVER, day);
        var debtors = ReadingFund.debtors(accounts);
        var byMonth = months(fund, YearMonth.from(day), accounts);
        return new FundReport(
                fund,
                period,
                at,
                ReadingFund.holdings(
                        ReadingFund.sums(periods.held(fund.book(), before)),
                        overdue(fund.id(), before, period.first().minusDays(1))),
                held,
                given,
                quote,
                -sums.getOrDefault(Figure.RESERVE, 0L),
                shares(fund.id(), before, at),
                periods.moved(fund.book(), before, at),
                stock(fund, accounts),
                served(fund.id(), before, at, debtors.count()),
                quote.map(it -> new Gauges(
                                        held,
                                        given,
                                        it.price(),
                                        debtors.largest(),
                                        ReadingFund.past(byMonth, day, YEAR),
                                        ReadingFund.past(byMonth, day, QUARTER))
                                .readings())
                        .orElse(List.of()),
                history(fund.id(), byMonth, given),
                periods.seal(fund.book(), at),
                journal.proved());
    }

    private Instant lastInstant(LocalDate day) {
        // As exact as the database keeps it.
        return day.plusDays(1).atStartOfDay(clock.getZone()).toInstant().minusNanos(1_000);
    }

    /** Up to the month of the report, which is as far as the report is. */
    private SortedMap<YearMonth, Map<Purpose, Long>> months(Fund fund, YearMonth last, List<Held> accounts) {
        var months = new TreeMap<>(
                totals.months(fund.book(), last.minusMonths(HISTORY)).headMap(last));
        var now = new HashMap<Purpose, Long>();
        accounts.forEach(it -> now.merge(new Purpose(it.role(), it.commodity()), it.amount(), Long::sum));
        if (!now.isEmpty()) {
            months.put(last, now);
        }
        return months;
    }

    private SortedMap<YearMonth, MonthEnd> history(
            FundId fund, SortedMap<YearMonth, Map<Purpose, Long>> byMonth, Founding given) {
        var months = new TreeMap<YearMonth, MonthEnd>();
        byMonth.forEach((month, purposes) -> {
            var end = month.atEndOfMonth();
            months.put(
                    month,
                    new MonthEnd(
                            ReadingFund.holdings(ReadingFund.sums(purposes), 0),
                            month.equals(byMonth.lastKey()) ? given : partners.founding(fund, end),
                            prices.replacement(MaterialCode.SILVER, end),
                            -purposes.getOrDefault(new Purpose(ChartRole.SALES, Commodity.MAD), 0L)));
        });
        return months;
    }

    /** What was due before the day and not paid by the instant. */
    private long overdue(FundId fund, Instant at, LocalDate day) {
        return database.sql("""
                        select coalesce(sum(d.amount - coalesce(paid.amount, 0)), 0)::bigint
                          from materials.debt d
                          join materials.sale s on s.id = d.sale_id
                          left join materials.sale_reversal r on r.sale_id = d.sale_id and r.reversed_at <= :at
                          left join lateral (select sum(p.amount) as amount from materials.repayment_part p
                                               join materials.repayment b on b.id = p.repayment_id
                                              where p.sale_id = d.sale_id and b.received_at <= :at) paid on true
                         where d.fund_id = :fund and d.due_on < :day and s.posted_at <= :at and r.sale_id is null
                        """)
                .param("fund", fund.value())
                .param("day", day)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    private Founding founding(FundId fund, Instant at) {
        return database.sql("""
                        select coalesce(sum(c), 0)::bigint, coalesce(sum(w), 0)::bigint, coalesce(sum(f), 0)::bigint
                          from (select centimes as c, 0 as w, fine as f from materials.contribution
                                 where fund_id = :fund and entered_at <= :at
                                union all
                                select 0, centimes, -fine from materials.withdrawal
                                 where fund_id = :fund and decision = 'authorised' and decided_at <= :at) moved
                        """)
                .param("fund", fund.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Founding(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }

    private List<PartnerShare> shares(FundId fund, Instant before, Instant at) {
        record Share(OrganisationId partner, long inPeriod, long contributed, long withdrawn, long fine) {}
        var shares = database.sql("""
                        select partner_id, sum(c - w) filter (where at > :before), sum(c), sum(w), sum(f)
                          from (select partner_id, entered_at as at, centimes as c, 0 as w, fine as f from materials.contribution
                                 where fund_id = :fund and entered_at <= :at
                                union all
                                select partner_id, decided_at, 0, centimes, -fine from materials.withdrawal
                                 where fund_id = :fund and decision = 'authorised' and decided_at <= :at) moved
                         group by partner_id order by sum(c) desc, partner_id
                        """)
                .param("fund", fund.value())
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Share(
                        new OrganisationId(row.getObject(1, UUID.class)),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5)))
                .list();
        var names = organisations.find(shares.stream().map(Share::partner).toList());
        return shares.stream()
                .map(it -> new PartnerShare(
                        Objects.requireNonNull(names.get(it.partner())).name(),
                        it.inPeriod(),
                        it.contributed(),
                        it.withdrawn(),
                        it.fine()))
                .toList();
    }

    private List<PointStock> stock(Fund fund, List<Held> accounts) {
        var stock = new java.util.ArrayList<PointStock>();
        for (var point : points.of(fund.id())) {
            var here = accounts.stream()
                    .filter(it -> it.role() == ChartRole.STOCK
                            && point.id().value().equals(it.owner().id()))
                    .toList();
            stock.add(new PointStock(
                    Optional.of(point).map(SalePoint::name),
                    sum(here, Commodity.MAD),
                    sum(here, Commodity.SILVER_FINE)));
        }
        var underWay = accounts.stream()
                .filter(it -> it.role() == ChartRole.IN_TRANSIT)
                .toList();
        if (!underWay.isEmpty()) {
            stock.add(new PointStock(
                    Optional.empty(), sum(underWay, Commodity.MAD), sum(underWay, Commodity.SILVER_FINE)));
        }
        return stock;
    }

    private static long sum(List<Held> accounts, String commodity) {
        return accounts.stream()
                .filter(it -> it.commodity().equals(commodity))
                .mapToLong(Held::amount)
                .sum();
    }

    private Served served(FundId fund, Instant before, Instant at, long debtors) {
        return database.sql("""
                        select count(distinct s.buyer), count(*)
                          from materials.sale s join materials.sale_point p on p.id = s.sale_point_id
                         where p.fund_id = :fund and s.posted_at > :before and s.posted_at <= :at
                           and not exists (select from materials.sale_reversal r where r.sale_id = s.id and r.reversed_at <= :at)
                        """)
                .param("fund", fund.value())
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((ResultSet row, int number) -> served(row, debtors))
                .single();
    }

    private static Served served(ResultSet row, long debtors) throws SQLException {
        return new Served(row.getLong(1), row.getLong(2), debtors);
    }
}
