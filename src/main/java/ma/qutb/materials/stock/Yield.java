package ma.qutb.materials.stock;

import java.util.ArrayList;
import java.util.List;
import ma.qutb.kernel.Refusal;
import ma.qutb.materials.Portion;
import ma.qutb.materials.Taking;
import ma.qutb.materials.stock.Transformation.Kind;
import ma.qutb.materials.stock.Transformation.Output;

/**
 * What comes out of what went in, to the milligram and the centime: {@code in = out + lost}, for the weight with the base metal
 * that was added. A loss is negative where an assay finds more silver than was known.
 *
 * @param outputs weight, silver and cost of each lot that comes out
 * @param lost what is missing
 */
record Yield(List<Taking> outputs, Taking lost) {

    /**
     * @param in all that goes in together
     * @throws Refusal when more comes out than went in
     */
    static Yield of(Kind kind, Taking in, long alloyWeight, List<Output> outputs) {
        return kind == Kind.SPLIT ? parted(in, outputs) : melted(kind, in, alloyWeight, outputs);
    }

    /** The parts are the whole; roundings go with the running sum, so that the last part takes what is left. */
    private static Yield parted(Taking in, List<Output> outputs) {
        if (outputs.size() < 2) {
            throw new Refusal("materials.transform.refusal.parts");
        }
        long sum = outputs.stream().mapToLong(Output::weight).reduce(0, Math::addExact);
        if (sum != in.weight()) {
            throw new Refusal("materials.transform.refusal.parts-sum");
        }
        var parts = new ArrayList<Taking>();
        var before = new Taking(0, 0, 0);
        for (var output : outputs) {
            long weight = before.weight() + output.weight();
            var upto = new Taking(
                    weight, Portion.of(in.fine(), weight, in.weight()), Portion.of(in.cost(), weight, in.weight()));
            parts.add(new Taking(output.weight(), upto.fine() - before.fine(), upto.cost() - before.cost()));
            before = upto;
        }
        return new Yield(List.copyOf(parts), new Taking(0, 0, 0));
    }

    private static Yield melted(Kind kind, Taking in, long alloyWeight, List<Output> outputs) {
        if (outputs.size() != 1) {
            throw new Refusal("materials.transform.refusal.one-comes-out");
        }
        if (kind == Kind.ALLOY && alloyWeight <= 0) {
            throw new Refusal("materials.transform.refusal.no-alloy");
        }
        var output = outputs.getFirst();
        long weight = output.weight();
        if (kind == Kind.ASSAY ? weight != in.weight() : weight > in.weight() + alloyWeight) {
            throw new Refusal("materials.transform.refusal.heavier");
        }
        long fine = output.fineness()
                .orElseThrow(() -> new Refusal("materials.transform.refusal.no-fineness"))
                .fineOf(weight);
        // A fire makes no silver; only an assay may find that there was more.
        if (kind != Kind.ASSAY && fine > in.fine()) {
            throw new Refusal("materials.transform.refusal.more-silver");
        }
        long lostFine = in.fine() - fine;
        long lostCost = lostFine <= 0 ? 0 : Portion.of(in.cost(), lostFine, in.fine());
        var out = new Taking(weight, fine, in.cost() - lostCost);
        return new Yield(List.of(out), new Taking(in.weight() + alloyWeight - weight, lostFine, lostCost));
    }
}
