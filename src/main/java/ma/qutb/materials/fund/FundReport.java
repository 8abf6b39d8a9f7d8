package ma.qutb.materials.fund;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import ma.qutb.ledger.BookPeriods.Moved;
import ma.qutb.ledger.BookPeriods.Seal;
import ma.qutb.ledger.ChartRole;
import ma.qutb.ledger.Commodity;
import ma.qutb.ledger.JournalGlance.Proved;
import ma.qutb.materials.Fund;
import ma.qutb.materials.Prices.Quote;
import ma.qutb.materials.fund.FundSheet.MonthEnd;
import ma.qutb.registry.LocalName;

/**
 * Everything the report of a fund says: a period, as the ledger knew it at an instant. Money in centimes, silver in milligrams.
 *
 * @param at up to which instant entries count: the end of the period, or one before it
 * @param before what the fund held when the period began
 * @param held what it held in the end
 * @param given K₀ in the end
 * @param quote what silver cost on the last day; none while nobody had said so
 * @param moved what the entries of the period moved
 * @param gauges none without a price
 * @param proved the last proof of the whole ledger
 */
record FundReport(
        Fund fund,
        ReportPeriod period,
        Instant at,
        Holdings before,
        Holdings held,
        Founding given,
        Optional<Quote> quote,
        long reserve,
        List<PartnerShare> partners,
        Map<Moved, Long> moved,
        List<PointStock> points,
        Served served,
        List<Gauges.Reading> gauges,
        SortedMap<YearMonth, MonthEnd> months,
        Optional<Seal> seal,
        Optional<Proved> proved) {

    /**
     * What a partner put in and took back up to the end.
     *
     * @param inPeriod of it in the period, put in less taken back
     * @param fine what it bought on the days it was paid
     */
    record PartnerShare(LocalName name, long inPeriod, long contributed, long withdrawn, long fine) {}

    /** What lies at a point, or under way where there is no name. */
    record PointStock(Optional<LocalName> name, long cost, long fine) {}

    /** How many bought in the period, how often, and how many owed in the end. */
    record Served(long jewellers, long sales, long debtors) {}

    /** A line of a table: what kind of entry moved how much. */
    record Line(String kind, long money, long fine) {}

    /** What was earned (negative) or lost. */
    record Loss(ChartRole role, long money, long fine) {}

    CapitalTest nominal() {
        return CapitalTest.nominal(held, given);
    }

    Optional<CapitalTest> physical() {
        return quote.map(it -> CapitalTest.physical(held, given, it.price()));
    }

    LocalDate lastDay(java.time.ZoneId zone) {
        return LocalDate.ofInstant(at, zone);
    }

    /** What moved the stock, kind by kind: the stock before and these make the stock in the end. */
    List<Line> stockMoves() {
        return moves(Set.of(ChartRole.STOCK, ChartRole.IN_TRANSIT));
    }

    /** What moved the money in tills and banks. */
    List<Line> cashMoves() {
        return moves(Set.of(ChartRole.TILL, ChartRole.BANK));
    }

    /** What was lent, paid back and given up. */
    List<Line> creditMoves() {
        return moves(Set.of(ChartRole.RECEIVABLE));
    }

    private List<Line> moves(Set<ChartRole> roles) {
        var lines = new TreeMap<String, Line>();
        moved.forEach((what, amount) -> {
            if (roles.contains(what.role())) {
                long money = what.commodity().equals(Commodity.MAD) ? amount : 0;
                long fine = what.commodity().equals(Commodity.SILVER_FINE) ? amount : 0;
                lines.merge(
                        what.kind(),
                        new Line(what.kind(), money, fine),
                        (one, other) -> new Line(one.kind(), one.money() + other.money(), one.fine() + other.fine()));
            }
        });
        return lines.values().stream()
                .filter(it -> it.money() != 0 || it.fine() != 0)
                .sorted(java.util.Comparator.comparingLong(
                                (Line it) -> Math.max(Math.abs(it.money()), Math.abs(it.fine())))
                        .reversed())
                .toList();
    }

    /** What the accounts for something came to in the period, debits counted positive. */
    long moved(ChartRole role) {
        return sum(it -> it.role() == role && it.commodity().equals(Commodity.MAD));
    }

    /** What was earned and lost besides selling, and the weight that went with it. */
    List<Loss> others() {
        return Arrays.stream(ChartRole.values())
                .filter(it -> earns(it) && it != ChartRole.SALES && it != ChartRole.COST_OF_SALES)
                .map(role -> new Loss(
                        role,
                        moved(role),
                        sum(it -> it.role() == role && it.commodity().equals(Commodity.SILVER_FINE))))
                .filter(it -> it.money() != 0 || it.fine() != 0)
                .toList();
    }

    /** What the period earned, holding gains left out: they are in the reserve. */
    long result() {
        return -sum(it -> earns(it.role()) && it.commodity().equals(Commodity.MAD));
    }

    private static boolean earns(ChartRole role) {
        return switch (role.type()) {
            case INCOME, EXPENSE -> true;
            case ASSET, LIABILITY, EQUITY -> false;
        };
    }

    private long sum(Predicate<Moved> which) {
        return moved.entrySet().stream()
                .filter(it -> which.test(it.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
