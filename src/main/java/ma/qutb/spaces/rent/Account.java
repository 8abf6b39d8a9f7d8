package ma.qutb.spaces.rent;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import ma.qutb.spaces.Unit;
import ma.qutb.spaces.lease.Lease;

/**
 * What a lease owed and paid, line by line.
 *
 * @param lines the latest first
 */
public record Account(
        Lease lease,
        Unit unit,
        Standing standing,
        List<Line> lines,
        List<FollowingPlans.Plan> plans,
        List<WaivingRents.Waiver> waivers,
        LocalDate today) {

    /**
     * One of them.
     *
     * @param kind of the charge or the credit; its words are {@code spaces.rent.kind.<kind>}
     * @param amount centimes; what is owed is positive
     * @param balance what was owed then, after it
     * @param charge whether it was owed, else paid
     */
    public record Line(
            UUID id,
            boolean charge,
            String kind,
            LocalDate day,
            LocalDate month,
            long amount,
            long balance,
            String note) {}

    static List<Line> lines(List<Charge> charges, List<Credit> credits) {
        var all = new ArrayList<Line>();
        charges.forEach(it -> all.add(
                new Line(it.id(), true, it.kind(), it.postedOn(), it.month().atDay(1), it.amount(), 0, it.note())));
        credits.forEach(it -> all.add(new Line(
                it.id(), false, it.kind(), it.receivedOn(), it.receivedOn(), -it.amount(), 0, it.reference())));
        // What was asked for on a day comes before what was paid on it.
        all.sort(Comparator.comparing(Line::day)
                .thenComparing(it -> !it.charge())
                .thenComparing(Line::month)
                .thenComparing(Line::id));
        var lines = new ArrayList<Line>();
        long balance = 0;
        for (var it : all) {
            balance += it.amount();
            lines.add(new Line(it.id(), it.charge(), it.kind(), it.day(), it.month(), it.amount(), balance, it.note()));
        }
        return lines.reversed();
    }

    public String path() {
        return lease.path() + "/account";
    }

    /** The plan that runs, or the last one. */
    public java.util.Optional<FollowingPlans.Plan> plan() {
        return plans.stream().findFirst();
    }

    public boolean planRuns() {
        return plan().filter(it -> it.state().equals("running")).isPresent();
    }
}
