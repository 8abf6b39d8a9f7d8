package ma.qutb.spaces.allocation;

import java.util.Collections;
import java.util.TreeMap;

/** Finds the allocation of an instance. The same instance gives the same allocation, always and everywhere. */
public final class Allocating {

    private Allocating() {}

    public static Allocation allocate(Instance instance) {
        var model = Model.of(instance);
        var found = new Neighbouring(model).best();
        var seating = new Improving(model, model.cluster()).improve(found.seating());
        var holders = new TreeMap<String, String>();
        for (int unit = 0; unit < model.units(); unit++) {
            if (seating.holder()[unit] >= 0) {
                holders.put(
                        instance.units().get(unit).number(),
                        instance.candidates().get(seating.holder()[unit]).number());
            }
        }
        return new Allocation(
                Collections.unmodifiableSortedMap(holders),
                seating.linear(model),
                found.bound().linear(model),
                found.proven());
    }
}
