package ma.qutb.materials.fund;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import ma.qutb.ledger.BookTotals;
import ma.qutb.ledger.BookTotals.Held;
import ma.qutb.ledger.BookTotals.Purpose;
import ma.qutb.ledger.ChartRole;
import ma.qutb.ledger.Commodity;
import ma.qutb.materials.Fund;
import ma.qutb.materials.FundId;
import ma.qutb.materials.MaterialCode;
import ma.qutb.materials.Prices;
import ma.qutb.materials.Prices.Quote;
import ma.qutb.materials.fund.FundSheet.Debtors;
import ma.qutb.materials.fund.FundSheet.Figure;
import ma.qutb.materials.fund.FundSheet.MonthEnd;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads what a fund holds, was given and did: sums of the ledger, all as of one moment. */
@Service
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class ReadingFund {

    private static final int HISTORY = 24;
    private static final int DAYS_OF_A_YEAR = 365;

    private final BookTotals totals;
    private final Prices prices;
    private final Partners partners;
    private final JdbcClient database;
    private final Clock clock;

    ReadingFund(BookTotals totals, Prices prices, Partners partners, JdbcClient database, Clock clock) {
        this.totals = totals;
        this.prices = prices;
        this.partners = partners;
        this.database = database;
        this.clock = clock;
    }

    public FundSheet read(Fund fund) {
        var today = LocalDate.now(clock);
        var book = totals.whole(fund.book(), YearMonth.from(today).minusMonths(HISTORY));
        var accounts = book.now();
        long overdue = overdue(fund.id(), today);
        var held = holdings(sums(accounts), overdue);
        var given = partners.founding(fund.id());
        var quote = prices.replacement(MaterialCode.SILVER, today);
        var debtors = debtors(accounts);
        var byMonth = book.months();
        var gauges = quote.map(it -> new Gauges(
                                held,
                                given,
                                it.price(),
                                debtors.largest(),
                                past(byMonth, today, 12),
                                past(byMonth, today, 3))
                        .readings())
                .orElse(List.of());
        return new FundSheet(
                fund,
                accounts,
                held,
                given,
                quote,
                -sums(accounts).getOrDefault(Figure.RESERVE, 0L),
                debtors,
                gauges,
                history(fund.id(), byMonth));
    }

    static Debtors debtors(List<Held> accounts) {
        var owed = accounts.stream()
                .filter(it -> Figure.RECEIVABLES.includes(it.role(), it.commodity()) && it.amount() > 0)
                .mapToLong(Held::amount)
                .summaryStatistics();
        return new Debtors((int) owed.getCount(), Math.max(0, owed.getMax()));
    }

    /** Sales on credit that are past their day and not wholly paid. */
    private long overdue(FundId fund, LocalDate today) {
        return database.sql(
                        "select coalesce(sum(still), 0)::bigint from materials.debt where fund_id = :fund and due_on < :today and still > 0")
                .param("fund", fund.value())
                .param("today", today)
                .query(Long.class)
                .single();
    }

    private SortedMap<YearMonth, MonthEnd> history(FundId fund, SortedMap<YearMonth, Map<Purpose, Long>> byMonth) {
        var months = new TreeMap<YearMonth, MonthEnd>();
        long before = 0;
        for (var month : byMonth.entrySet()) {
            var sums = sums(month.getValue());
            long sales = -month.getValue().getOrDefault(new Purpose(ChartRole.SALES, Commodity.MAD), 0L);
            var end = month.getKey().atEndOfMonth();
            months.put(
                    month.getKey(),
                    new MonthEnd(holdings(sums, 0), partners.founding(fund, end), price(end), sales - before));
            before = sales;
        }
        return months;
    }

    private Optional<Quote> price(LocalDate day) {
        return prices.replacement(MaterialCode.SILVER, day);
    }

    /** What happened since the end of the month so many months ago, or since the fund began. */
    static Months past(SortedMap<YearMonth, Map<Purpose, Long>> byMonth, LocalDate today, int months) {
        var from = YearMonth.from(today).minusMonths(months);
        Map<Purpose, Long> now =
                byMonth.isEmpty() ? Map.of() : byMonth.lastEntry().getValue();
        Map<Purpose, Long> then = byMonth.getOrDefault(from, Map.of());
        var begun = byMonth.isEmpty() || byMonth.containsKey(from)
                ? from.atEndOfMonth()
                : byMonth.firstKey().atDay(1);
        long days = Math.clamp(ChronoUnit.DAYS.between(begun, today), 1, DAYS_OF_A_YEAR * 2L);
        return new Months(
                (int) days,
                -moved(now, then, ChartRole.SALES) - moved(now, then, ChartRole.SUPPORT),
                moved(now, then, ChartRole.COST_OF_SALES),
                Figure.LOSSES.sum(now) - Figure.LOSSES.sum(then));
    }

    private static long moved(Map<Purpose, Long> now, Map<Purpose, Long> then, ChartRole role) {
        var purpose = new Purpose(role, Commodity.MAD);
        return now.getOrDefault(purpose, 0L) - then.getOrDefault(purpose, 0L);
    }

    static Map<Figure, Long> sums(List<Held> accounts) {
        var sums = new EnumMap<Figure, Long>(Figure.class);
        for (var figure : Figure.values()) {
            sums.put(
                    figure,
                    accounts.stream()
                            .filter(it -> figure.includes(it.role(), it.commodity()))
                            .mapToLong(Held::amount)
                            .sum());
        }
        return sums;
    }

    static Map<Figure, Long> sums(Map<Purpose, Long> purposes) {
        var sums = new EnumMap<Figure, Long>(Figure.class);
        for (var figure : Figure.values()) {
            sums.put(figure, figure.sum(purposes));
        }
        return sums;
    }

    static Holdings holdings(Map<Figure, Long> sums, long overdue) {
        return new Holdings(
                sums.getOrDefault(Figure.STOCK, 0L),
                sums.getOrDefault(Figure.SILVER, 0L),
                sums.getOrDefault(Figure.CASH, 0L),
                sums.getOrDefault(Figure.RECEIVABLES, 0L),
                overdue,
                -sums.getOrDefault(Figure.DEBTS, 0L));
    }
}
