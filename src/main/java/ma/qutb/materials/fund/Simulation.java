package ma.qutb.materials.fund;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import ma.qutb.materials.Portion;
import ma.qutb.materials.UnitPrice;

/**
 * A fund lived through month by month on paper. In a month, silver is lost, silver is sold at the month's price policy, credit
 * falls due, and all the cash buys silver again at the month's price. Cents left over wait for the next month.
 */
public final class Simulation {

    private static final long WHOLE = 10_000;

    private final Scenario scenario;
    private final Founding given;
    private final List<Month> months = new ArrayList<>();
    private final Deque<Long> credit = new ArrayDeque<>();
    private long fine;
    private long cost;
    private long cash;
    private long receivables;

    private Simulation(Scenario scenario) {
        this.scenario = scenario;
        UnitPrice price = scenario.prices().getFirst();
        this.given = new Founding(scenario.capital(), 0, Silver.equal(scenario.capital(), price));
        this.cash = scenario.capital();
    }

    /** A month at its end; the first is the beginning. */
    public record Month(
            int number,
            UnitPrice price,
            long sales,
            long profit,
            Holdings held,
            CapitalTest nominal,
            CapitalTest physical) {}

    public static List<Month> of(Scenario scenario) {
        var simulation = new Simulation(scenario);
        simulation.buy(scenario.prices().getFirst());
        simulation.note(0, 0, 0);
        for (int month = 1; month <= scenario.months(); month++) {
            simulation.live(month);
        }
        return List.copyOf(simulation.months);
    }

    private void live(int month) {
        UnitPrice price = scenario.prices().get(month);
        take(Portion.of(fine, scenario.lost(), WHOLE));
        long sold = Portion.of(fine, scenario.sold(), WHOLE);
        long worth = price.times(sold);
        long taken = take(sold);
        long sales = Portion.of(scenario.policy().base(taken, worth), WHOLE + scenario.margin(), WHOLE);
        lend(Portion.of(sales, scenario.credit(), WHOLE), sales);
        collect();
        buy(price);
        note(month, sales, sales - taken);
    }

    /** Takes silver out of the stock at its average cost; what empties the stock takes all that is left of it. */
    private long take(long weight) {
        long taken = weight == fine ? cost : Portion.of(cost, weight, fine);
        fine -= weight;
        cost -= taken;
        return taken;
    }

    private void lend(long onCredit, long sales) {
        credit.addLast(onCredit);
        receivables += onCredit;
        cash += sales - onCredit;
    }

    private void collect() {
        while (credit.size() > scenario.term()) {
            long due = credit.removeFirst();
            receivables -= due;
            cash += due - Portion.of(due, scenario.unpaid(), WHOLE);
        }
    }

    private void buy(UnitPrice price) {
        long bought = Silver.bought(cash, price);
        long paid = Math.min(cash, price.times(bought));
        fine += bought;
        cost += paid;
        cash -= paid;
    }

    private void note(int number, long sales, long profit) {
        UnitPrice price = scenario.prices().get(number);
        var held = new Holdings(cost, fine, cash, receivables, 0, 0);
        months.add(new Month(
                number,
                price,
                sales,
                profit,
                held,
                CapitalTest.nominal(held, given),
                CapitalTest.physical(held, given, price)));
    }
}
