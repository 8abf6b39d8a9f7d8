package ma.qutb.materials.counter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.AccountId;
import ma.qutb.materials.LotAtPoint;
import ma.qutb.materials.Taking;

/** Spreads a weight over lots, the first that came first. */
final class Allotting {

    /** Lots held beyond those that suffice, in case somebody takes from these in the meantime. */
    private static final int SPARE = 2;

    private Allotting() {}

    /** A part of one lot. */
    record Part(LotAtPoint lot, long weight) {}

    /** The lots that are needed, as far as one can see before they are held, and some to spare. */
    static List<LotAtPoint> needed(List<LotAtPoint> lots, long weight) {
        var needed = new ArrayList<LotAtPoint>();
        long missing = weight;
        int spare = SPARE;
        for (var lot : lots) {
            if (missing <= 0 && spare-- == 0) {
                break;
            }
            needed.add(lot);
            missing -= lot.left().weight();
        }
        return needed;
    }

    /** What of which lot, by what they hold now. */
    static List<Part> parts(List<LotAtPoint> lots, Map<AccountId, Long> held, long weight) {
        var parts = new ArrayList<Part>();
        long missing = weight;
        for (var lot : lots) {
            var now = withHeld(lot, held);
            long part = Math.min(missing, now.left().weight());
            if (part > 0) {
                parts.add(new Part(now, part));
                missing -= part;
            }
        }
        if (missing > 0) {
            throw new Refusal("materials.counter.refusal.not-enough");
        }
        return parts;
    }

    static Stream<AccountId> accounts(LotAtPoint lot) {
        return Stream.concat(Stream.of(lot.costAccount(), lot.weightAccount()), lot.fineAccount().stream());
    }

    private static LotAtPoint withHeld(LotAtPoint lot, Map<AccountId, Long> held) {
        var left = new Taking(
                held.getOrDefault(lot.weightAccount(), 0L),
                lot.fineAccount().map(it -> held.getOrDefault(it, 0L)).orElse(0L),
                held.getOrDefault(lot.costAccount(), 0L));
        return new LotAtPoint(lot.lot(), lot.point(), lot.costAccount(), lot.weightAccount(), lot.fineAccount(), left);
    }
}
