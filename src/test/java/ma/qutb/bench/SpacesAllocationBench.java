package ma.qutb.bench;

import ma.qutb.spaces.allocation.Allocating;
import ma.qutb.spaces.allocation.Allocation;
import ma.qutb.spaces.allocation.Hungarian;
import ma.qutb.spaces.allocation.Instance;
import ma.qutb.spaces.allocation.MadeUpCall;
import ma.qutb.spaces.allocation.Rules;

/**
 * Allocations of made-up calls, checked by rules written apart from the solver. Of the hundred, {@code gap} is the
 * linear part beside the Hungarian method; else it is the whole allocation beside what no allocation can exceed.
 */
final class SpacesAllocationBench {

    private SpacesAllocationBench() {}

    public static void main(String[] arguments) {
        Allocating.allocate(MadeUpCall.of(99, 40, 100));
        hundred();
        twoThousand();
    }

    private static void hundred() {
        var call = MadeUpCall.of(1, 100, 400);
        var plain = MadeUpCall.linear(call);
        long known = Hungarian.greatest(plain);
        Bench.figure(
                "spaces.allocate100.gap",
                (double) (known - Allocating.allocate(plain).value()) / known,
                "share",
                1);
        measure("spaces.allocate100", "whole_gap", call);
    }

    private static void twoThousand() {
        measure("spaces.allocate2000", "gap", MadeUpCall.great(2, 2_000, 10_000));
    }

    private static void measure(String figure, String gap, Instance call) {
        var found = new Allocation[1];
        double took = Bench.milliseconds(() -> found[0] = Allocating.allocate(call));
        var broken = Rules.broken(call, found[0].holders());
        if (!broken.isEmpty()) {
            throw new IllegalStateException(figure + " breaks rules: " + broken);
        }
        Bench.say(
                "%s: %d of %d units given, %d seats of quotas, every rule kept",
                figure, found[0].holders().size(), call.units().size(), Rules.quotaSeats(call, found[0].holders()));
        Bench.figure(figure + ".s", took / 1000, "s", 1);
        Bench.figure(figure + "." + gap, found[0].gap(), "share", 1);
    }
}
