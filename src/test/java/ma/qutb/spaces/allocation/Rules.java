package ma.qutb.spaces.allocation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ma.qutb.spaces.Nuisance;

/** The rules of a call, checked from its text and not from the solver; shares no code with it. */
public final class Rules {

    private Rules() {}

    /** What an allocation breaks, in words. */
    public static List<String> broken(Instance call, Map<String, String> holders) {
        var broken = new ArrayList<String>();
        var units = new HashMap<String, OfferedUnit>();
        call.units().forEach(it -> units.put(it.number(), it));
        var people = new HashMap<String, Candidate>();
        call.candidates().forEach(it -> people.put(it.number(), it));
        var parties = new HashMap<String, String>();
        holders.forEach((number, who) -> {
            var unit = units.get(number);
            var person = people.get(who);
            var craft = call.crafts().get(person.craft());
            if (parties.put(person.party(), number) != null) {
                broken.add(person.party() + " has two units");
            }
            if (!person.wishes().contains(number)) {
                broken.add(who + " did not ask for " + number);
            }
            if (!person.complete()) {
                broken.add(who + " left out documents");
            }
            if (!unit.crafts().isEmpty() && !unit.crafts().contains(person.craft())) {
                broken.add(number + " is not for " + person.craft());
            }
            if (louder(craft.causes(), unit.walls())) {
                broken.add(person.craft() + " is too much for the walls of " + number);
            }
            if (person.needsAccess() && !unit.accessible()) {
                broken.add(who + " cannot reach " + number);
            }
            for (var next : unit.neighbours()) {
                var other = holders.get(next);
                if (other != null) {
                    var theirs = call.crafts().get(people.get(other).craft());
                    if (louder(craft.causes(), theirs.bears())) {
                        broken.add(who + " in " + number + " disturbs " + other + " in " + next);
                    }
                }
            }
        });
        return broken;
    }

    private static boolean louder(Nuisance one, Nuisance taken) {
        return one.noise() > taken.noise()
                || one.dust() > taken.dust()
                || one.fire() > taken.fire()
                || one.smell() > taken.smell();
    }

    /** Seats of each quota that are filled, none beyond the quota. */
    public static int quotaSeats(Instance call, Map<String, String> holders) {
        var seats = new TreeMap<String, Integer>();
        var people = new HashMap<String, Candidate>();
        call.candidates().forEach(it -> people.put(it.number(), it));
        for (var who : holders.values()) {
            for (var quota : call.quotas()) {
                if (people.get(who).groups().contains(quota.group())) {
                    seats.merge(quota.group(), 1, Integer::sum);
                    break;
                }
            }
        }
        return call.quotas().stream()
                .mapToInt(it -> Math.min(it.units(), seats.getOrDefault(it.group(), 0)))
                .sum();
    }

    /** Points, draw and wishes of all holders by the weights. */
    public static long value(Instance call, Map<String, String> holders) {
        int longest = call.candidates().stream()
                .mapToInt(it -> it.wishes().size())
                .max()
                .orElse(0);
        int count = call.candidates().size();
        long sum = 0;
        for (var it : call.candidates()) {
            for (var unit : it.wishes()) {
                if (it.number().equals(holders.get(unit))) {
                    sum += it.score() * call.weights().score()
                            + (count + 1 - it.place()) * call.weights().draw()
                            + (longest - it.wishes().indexOf(unit))
                                    * call.weights().wish();
                }
            }
        }
        return sum;
    }
}
