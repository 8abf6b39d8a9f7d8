package ma.qutb.materials.fund;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import ma.qutb.materials.fund.FundSheet.Figure;
import org.jspecify.annotations.Nullable;

/**
 * A gauge named after what such funds die of (Cross, Huff, Quick and Bates, 1986: too little capital, prices below replacement,
 * uncollected payments, slow cash, expansion without capital, theft and loss, inflation), with the thresholds at which somebody
 * should look and at which somebody must act.
 */
public enum Gauge {
    /** Sales beside the cost of replacing what was sold, over the last quarter. */
    PRICES_BELOW_REPLACEMENT(Unit.SHARE, 100, 0),
    /** Fine silver the fund could have beside the silver it was given. */
    INFLATION(Unit.SHARE, 10_200, 10_000),
    /** Overdue part of what artisans owe. */
    UNCOLLECTED_CREDIT(Unit.SHARE, 500, 1_000),
    /** How often a year the capital becomes silver and money again. */
    SLOW_CASH(Unit.TURNS, 400, 200),
    /** For how many days the cash buys again what is usually sold. */
    CASH_RUNS_OUT(Unit.DAYS, 15, 7),
    /** What was lost beside what was sold. */
    THEFT_AND_LOSS(Unit.SHARE, 50, 100),
    /** The largest debt among what artisans owe. */
    CONCENTRATION(Unit.SHARE, 1_500, 2_500),
    /** Debts beside everything the fund has. */
    EXPANSION_WITHOUT_CAPITAL(Unit.SHARE, 3_000, 5_000),
    /** How many days of usual sales the silver lasts that the fund has or could buy. */
    UNDER_CAPITALISATION(Unit.DAYS, 60, 30);

    /** Hundredths of a percent, days, or hundredths of a turn a year. */
    public enum Unit {
        SHARE,
        DAYS,
        TURNS
    }

    /** How a gauge stands. */
    public enum State {
        GOOD,
        WATCH,
        ALARM,
        /** Nothing happened yet that could be measured. */
        UNKNOWN;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Unit unit;
    private final long watch;
    private final long alarm;

    Gauge(Unit unit, long watch, long alarm) {
        this.unit = unit;
        this.watch = watch;
        this.alarm = alarm;
    }

    public Unit unit() {
        return unit;
    }

    public long watch() {
        return watch;
    }

    public long alarm() {
        return alarm;
    }

    /** Whether it is the low values that are dangerous. */
    public boolean dangerIsLow() {
        return alarm < watch;
    }

    /** The figure it is mostly about. */
    public Figure figure() {
        return switch (this) {
            case PRICES_BELOW_REPLACEMENT, SLOW_CASH -> Figure.SALES;
            case INFLATION, UNDER_CAPITALISATION -> Figure.SILVER;
            case UNCOLLECTED_CREDIT, CONCENTRATION -> Figure.RECEIVABLES;
            case CASH_RUNS_OUT -> Figure.CASH;
            case THEFT_AND_LOSS -> Figure.LOSSES;
            case EXPANSION_WITHOUT_CAPITAL -> Figure.DEBTS;
        };
    }

    /** A value on the threshold is still on its better side. */
    public State state(@Nullable Long value) {
        if (value == null) {
            return State.UNKNOWN;
        }
        long danger = dangerIsLow() ? -value : value;
        return danger > (dangerIsLow() ? -alarm : alarm)
                ? State.ALARM
                : danger > (dangerIsLow() ? -watch : watch) ? State.WATCH : State.GOOD;
    }

    static Optional<Gauge> of(String code) {
        return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
    }

    /** As its texts are called. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
