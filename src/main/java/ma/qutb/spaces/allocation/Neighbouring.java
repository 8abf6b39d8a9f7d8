package ma.qutb.spaces.allocation;

import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps apart neighbours that disturb each other. Two of them cannot both stay: the search branches into "not this craft
 * here" and "not that craft there" and solves the linear part again; the best linear part still open is a bound for all
 * that was not tried. Where the instance is too great for that, the first descent stands, and the bound says how far off it can be.
 */
final class Neighbouring {

    /** About so many arcs looked at before the search stops with what it has; a count and not a time, so that it ends alike everywhere. */
    private static final long EFFORT = 40_000_000;

    private final Model model;
    private final Comparator<Seating> value;
    private int order;

    Neighbouring(Model model) {
        this.model = model;
        this.value =
                Comparator.<Seating>comparingInt(it -> it.quotaSeats(model)).thenComparingLong(it -> it.linear(model));
    }

    /** A seating no neighbours of which disturb each other, and the bound it is measured by. */
    Found best() {
        var root = new Node(null, LinearPart.of(model, Forbidden.table(model, null)), order++);
        if (disturbed(root.seating).isEmpty()) {
            return new Found(root.seating, root.seating, true);
        }
        var improving = new Improving(model, 0);
        var best = Stream.of(descend(root), parted(root.seating))
                .map(improving::improve)
                .max(value)
                .orElseThrow();
        var open = new PriorityQueue<Node>(Comparator.<Node, Seating>comparing(it -> it.seating, value.reversed())
                .thenComparingInt(it -> it.order));
        open.add(root);
        long effort = model.arcs() * model.units();
        for (long spent = effort; spent < EFFORT && !open.isEmpty(); spent += 2 * effort) {
            var node = open.remove();
            if (value.compare(node.seating, best) <= 0) {
                return new Found(best, best, true);
            }
            var pair = disturbed(node.seating);
            if (pair.isEmpty()) {
                return new Found(node.seating, node.seating, true);
            }
            for (var unit : new int[] {pair.get().one, pair.get().other}) {
                var kept = new Forbidden(unit, craftAt(node.seating, unit), node.forbidden);
                open.add(new Node(kept, LinearPart.of(model, Forbidden.table(model, kept)), order++));
            }
        }
        var bound = open.isEmpty() ? best : open.element().seating;
        return value.compare(bound, best) <= 0 ? new Found(best, best, true) : new Found(best, bound, false);
    }

    /** Of each pair the one worth less gives way, and whoever would disturb the other with it, until none is left. */
    private Seating descend(Node root) {
        var seating = root.seating;
        Forbidden forbidden = null;
        while (disturbed(seating).isPresent()) {
            for (int unit = 0; unit < model.units(); unit++) {
                for (int neighbour : model.neighbours()[unit]) {
                    if (neighbour > unit && disturb(seating, unit, neighbour)) {
                        boolean firstStays = model.worth(seating.holder()[unit], unit)
                                >= model.worth(seating.holder()[neighbour], neighbour);
                        int stays = craftAt(seating, firstStays ? unit : neighbour);
                        for (int craft = 0; craft < model.disturb().length; craft++) {
                            if (model.disturb()[stays][craft]) {
                                forbidden = new Forbidden(firstStays ? neighbour : unit, craft, forbidden);
                            }
                        }
                    }
                }
            }
            seating = LinearPart.of(model, Forbidden.table(model, forbidden));
        }
        return seating;
    }

    /** Of each pair the one worth less leaves. */
    private Seating parted(Seating together) {
        var seating = together.copy();
        for (var pair = disturbed(seating); pair.isPresent(); pair = disturbed(seating)) {
            int one = pair.get().one;
            int other = pair.get().other;
            boolean firstStays = model.worth(seating.holder()[one], one) >= model.worth(seating.holder()[other], other);
            seating.free(firstStays ? other : one);
        }
        return seating;
    }

    private Optional<Pair> disturbed(Seating seating) {
        for (int unit = 0; unit < model.units(); unit++) {
            for (int neighbour : model.neighbours()[unit]) {
                if (disturb(seating, unit, neighbour)) {
                    return Optional.of(new Pair(unit, neighbour));
                }
            }
        }
        return Optional.empty();
    }

    private boolean disturb(Seating seating, int unit, int neighbour) {
        int one = seating.holder()[unit];
        int other = seating.holder()[neighbour];
        return one >= 0 && other >= 0 && model.disturb(one, other);
    }

    private int craftAt(Seating seating, int unit) {
        return model.craft()[seating.holder()[unit]];
    }

    /** A seating, what no other can be better than, and whether the two are shown to be equal. */
    record Found(Seating seating, Seating bound, boolean proven) {}

    private record Node(@Nullable Forbidden forbidden, Seating seating, int order) {}

    private record Pair(int one, int other) {}
}
