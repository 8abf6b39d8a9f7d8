package ma.qutb.materials.fund;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import ma.qutb.ledger.AccountId;
import ma.qutb.ledger.BookTotals.Held;
import ma.qutb.ledger.BookTotals.Purpose;
import ma.qutb.ledger.ChartRole;
import ma.qutb.ledger.Commodity;
import ma.qutb.materials.Fund;
import ma.qutb.materials.Prices.Quote;
import org.jspecify.annotations.Nullable;

/**
 * Everything the page and the report of a fund say, read at one moment.
 *
 * @param accounts of its book that hold something
 * @param quote what silver costs today; none while nobody said so
 * @param reserve centimes that may never be paid out
 * @param gauges none without a price
 */
public record FundSheet(
        Fund fund,
        List<Held> accounts,
        Holdings held,
        Founding given,
        Optional<Quote> quote,
        long reserve,
        Debtors debtors,
        List<Gauges.Reading> gauges,
        SortedMap<YearMonth, MonthEnd> months) {

    /** How many owe, and what the largest debt is. */
    public record Debtors(int count, long largest) {}

    /** A month as it ended. */
    public record MonthEnd(Holdings held, Founding given, Optional<Quote> quote, long sales) {}

    /** Figures of the page that open to the accounts they are the sum of. */
    public enum Figure {
        CASH(Commodity.MAD, ChartRole.TILL, ChartRole.BANK),
        STOCK(Commodity.MAD, ChartRole.STOCK, ChartRole.IN_TRANSIT),
        SILVER(Commodity.SILVER_FINE, ChartRole.STOCK, ChartRole.IN_TRANSIT),
        RECEIVABLES(Commodity.MAD, ChartRole.RECEIVABLE),
        DEBTS(Commodity.MAD, ChartRole.SUPPLIER, ChartRole.PAYABLE, ChartRole.BETWEEN_BOOKS),
        CAPITAL(Commodity.MAD, ChartRole.CAPITAL, ChartRole.WITHDRAWAL),
        RESERVE(Commodity.MAD, ChartRole.REPLACEMENT_RESERVE),
        SALES(Commodity.MAD, ChartRole.SALES, ChartRole.COST_OF_SALES, ChartRole.SUPPORT),
        LOSSES(
                Commodity.MAD,
                ChartRole.THEFT,
                ChartRole.LOSS,
                ChartRole.COUNTING_DIFFERENCE,
                ChartRole.MELT_LOSS,
                ChartRole.ASSAY_DIFFERENCE,
                ChartRole.BAD_DEBT),
        EQUITY(
                Commodity.MAD,
                EnumSet.allOf(ChartRole.class).stream()
                        .filter(it -> switch (it.type()) {
                            case ASSET, LIABILITY -> true;
                            case EQUITY, INCOME, EXPENSE -> false;
                        })
                        .toArray(ChartRole[]::new));

        private final String commodity;
        private final Set<ChartRole> roles;

        Figure(String commodity, ChartRole... roles) {
            this.commodity = commodity;
            this.roles = Set.of(roles);
        }

        public String commodity() {
            return commodity;
        }

        public boolean includes(ChartRole role, String counted) {
            return roles.contains(role) && commodity.equals(counted);
        }

        /** What its accounts come to, debits counted positive. */
        public long sum(Map<Purpose, Long> purposes) {
            return purposes.entrySet().stream()
                    .filter(it -> includes(it.getKey().role(), it.getKey().commodity()))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        public static Optional<Figure> of(String code) {
            return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
        }
    }

    public List<Held> behind(Figure figure) {
        return accounts.stream()
                .filter(it -> figure.includes(it.role(), it.commodity()))
                .toList();
    }

    public long amount(AccountId account) {
        return accounts.stream()
                .filter(it -> it.account().equals(account))
                .mapToLong(Held::amount)
                .sum();
    }

    public CapitalTest nominal() {
        return CapitalTest.nominal(held, given);
    }

    /** None without a price. */
    public Optional<CapitalTest> physical() {
        return quote.map(it -> CapitalTest.physical(held, given, it.price()));
    }

    /** Where a gauge stands; null where nothing can be measured. */
    public @Nullable Long value(Gauge gauge) {
        return gauges.stream()
                .filter(it -> it.gauge() == gauge)
                .findFirst()
                .map(Gauges.Reading::value)
                .orElse(null);
    }

    /** A part of the equity, in hundredths of a percent. */
    public long ofCapital(long part) {
        return held.equity() <= 0 ? 0 : Math.floorDiv(part * 10_000, held.equity());
    }

    public String path() {
        return "/app/funds/" + fund.id();
    }

    public String path(Figure figure) {
        return path() + "/figures/" + figure.code();
    }
}
