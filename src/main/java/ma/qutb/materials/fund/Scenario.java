package ma.qutb.materials.fund;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What is supposed for a simulation. Parts are in hundredths of a percent.
 *
 * @param capital the fund begins with, in centimes, all of it made silver at once
 * @param prices centimes for a fine gram: when it begins, then in each month
 * @param policy what the price is made from
 * @param margin added to that
 * @param sold part of the stock sold in a month
 * @param credit part of the sales on credit
 * @param term months after which credit is paid
 * @param unpaid part of the credit that never is
 * @param lost part of the stock lost in a month
 */
record Scenario(
        long capital,
        List<Long> prices,
        Policy policy,
        long margin,
        long sold,
        long credit,
        int term,
        long unpaid,
        long lost) {

    Scenario {
        prices = List.copyOf(prices);
    }

    /** The months after the beginning. */
    int months() {
        return prices.size() - 1;
    }

    /** A price that moves evenly over some months and then stays. */
    static List<Long> moving(long from, long to, int over, int months) {
        return IntStream.rangeClosed(0, months)
                .mapToObj(month -> month >= over ? to : from + Math.floorDiv((to - from) * month, over))
                .toList();
    }

    /** 200,000 dirhams at 10 dirhams a gram; silver rises to 12.50 and everything is sold once, at cost and 5 %. */
    static Scenario example() {
        return new Scenario(20_000_000, List.of(1_000L, 1_250L), Policy.COST, 500, 10_000, 0, 0, 0, 0);
    }
}
