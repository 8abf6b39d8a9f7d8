package ma.qutb.materials.fund;

import java.util.List;
import java.util.stream.IntStream;
import ma.qutb.materials.UnitPrice;

/**
 * What is supposed for a simulation. Parts are in hundredths of a percent.
 *
 * @param capital the fund begins with, in centimes, all of it made silver at once
 * @param prices of fine silver when it begins, then in each month
 * @param policy what the price is made from
 * @param margin added to that
 * @param sold part of the stock sold in a month
 * @param credit part of the sales on credit
 * @param term months after which credit is paid
 * @param unpaid part of the credit that never is
 * @param lost part of the stock lost in a month
 */
public record Scenario(
        long capital,
        List<UnitPrice> prices,
        Policy policy,
        long margin,
        long sold,
        long credit,
        int term,
        long unpaid,
        long lost) {

    public Scenario {
        prices = List.copyOf(prices);
    }

    /** The months after the beginning. */
    public int months() {
        return prices.size() - 1;
    }

    /** A price that moves evenly over some months and then stays. */
    public static List<UnitPrice> moving(UnitPrice from, UnitPrice to, int over, int months) {
        return IntStream.rangeClosed(0, months)
                .mapToObj(month -> month >= over
                        ? to
                        : new UnitPrice(
                                from.perMillion() + Math.floorDiv((to.perMillion() - from.perMillion()) * month, over)))
                .toList();
    }

    /** 200,000 dirhams at 10 dirhams a gram; silver rises to 12.50 and everything is sold once, at cost and 5 %. */
    public static Scenario example() {
        return new Scenario(
                20_000_000,
                List.of(new UnitPrice(1_000_000), new UnitPrice(1_250_000)),
                Policy.COST,
                500,
                10_000,
                0,
                0,
                0,
                0);
    }
}
