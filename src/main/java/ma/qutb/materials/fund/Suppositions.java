package ma.qutb.materials.fund;

import java.util.Arrays;
import ma.qutb.kernel.Refusal;
import ma.qutb.materials.UnitPrice;
import org.jspecify.annotations.Nullable;

/** What is supposed in the simulator, as it is typed: dirhams, dirhams a gram, percents and months. */
public record Suppositions(
        @Nullable String capital,
        @Nullable String from,
        @Nullable String to,
        @Nullable String over,
        @Nullable String months,
        @Nullable String policy,
        @Nullable String margin,
        @Nullable String sold,
        @Nullable String credit,
        @Nullable String term,
        @Nullable String unpaid,
        @Nullable String lost) {

    public static final int LONGEST = 24;
    private static final long WHOLE = 10_000;
    private static final long CAPITAL = 10_000_000_000L;

    /** Of the fund as it stands, with a price that rises by a quarter in a year. */
    static Suppositions of(FundSheet sheet) {
        var price = sheet.quote().map(it -> it.price()).orElse(new UnitPrice(1_000_000));
        return new Suppositions(
                plain(Math.max(0, sheet.held().equity()), 2),
                plain(price.perMillion(), 5),
                plain(price.perMillion() / 4 * 5, 5),
                "12",
                "24",
                Policy.HIGHER.code(),
                "5",
                "33",
                "25",
                "2",
                "2",
                "0.1");
    }

    /** The worked example of {@link Scenario#example()}. */
    static Suppositions example() {
        return new Suppositions("200000", "10", "12.5", "1", "1", Policy.COST.code(), "5", "100", "0", "0", "0", "0");
    }

    boolean empty() {
        return capital == null;
    }

    /** @throws Refusal when something typed is no amount or beyond its bounds */
    Scenario read() {
        int length = number(months, 1, LONGEST);
        long money = Amount.centimes(text(capital));
        if (money > CAPITAL) {
            throw new Refusal("materials.fund.refusal.amount", text(capital));
        }
        return new Scenario(
                money,
                Scenario.moving(Amount.perGram(text(from)), Amount.perGram(text(to)), number(over, 0, LONGEST), length),
                Arrays.stream(Policy.values())
                        .filter(it -> it.code().equals(policy))
                        .findFirst()
                        .orElse(Policy.HIGHER),
                Amount.share(text(margin), WHOLE / 2),
                Amount.share(text(sold), WHOLE),
                Amount.share(text(credit), WHOLE),
                number(term, 0, LONGEST),
                Amount.share(text(unpaid), WHOLE),
                Amount.share(text(lost), WHOLE));
    }

    private static int number(@Nullable String typed, int least, int most) {
        try {
            int number = Integer.parseInt(text(typed).strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, in the words of the field.
        }
        throw new Refusal("materials.simulator.refusal.months", least, most);
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    private static String plain(long parts, int decimals) {
        return java.math.BigDecimal.valueOf(parts, decimals)
                .stripTrailingZeros()
                .toPlainString();
    }
}
