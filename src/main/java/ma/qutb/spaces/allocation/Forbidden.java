package ma.qutb.spaces.allocation;

import org.jspecify.annotations.Nullable;

/** Crafts that the search keeps out of units, the last one first; null is none. */
record Forbidden(int unit, int craft, @Nullable Forbidden earlier) {

    static boolean[][] table(Model model, @Nullable Forbidden last) {
        var table = new boolean[model.units()][model.disturb().length];
        for (var it = last; it != null; it = it.earlier) {
            table[it.unit][it.craft] = true;
        }
        return table;
    }
}
