package ma.qutb.materials.model;

import static ma.qutb.materials.model.ModelBook.share;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ma.qutb.materials.Taking;
import ma.qutb.materials.stock.Transformation.Kind;
import ma.qutb.materials.stock.Transformation.Output;

/**
 * What comes out of a melt, an alloy, a parting or an assay.
 *
 * @param lost weight, silver and cost that do not come out
 */
record ModelFire(List<Taking> out, Taking lost) {

    static ModelFire of(Kind kind, Taking in, long alloy, List<Output> outputs) {
        return kind == Kind.SPLIT ? part(in, outputs) : fire(kind, in, alloy, outputs);
    }

    private static ModelFire part(Taking in, List<Output> outputs) {
        Refused.when(outputs.size() < 2, "materials.transform.refusal.parts");
        Refused.when(
                outputs.stream().mapToLong(Output::weight).sum() != in.weight(),
                "materials.transform.refusal.parts-sum");
        var parts = new ArrayList<Taking>();
        var given = new Taking(0, 0, 0);
        for (var output : outputs) {
            long upTo = given.weight() + output.weight();
            var whole = new Taking(upTo, share(in.fine(), upTo, in.weight()), share(in.cost(), upTo, in.weight()));
            parts.add(ModelStock.less(whole, given));
            given = whole;
        }
        return new ModelFire(parts, new Taking(0, 0, 0));
    }

    private static ModelFire fire(Kind kind, Taking in, long alloy, List<Output> outputs) {
        Refused.when(outputs.size() != 1, "materials.transform.refusal.one-comes-out");
        Refused.when(kind == Kind.ALLOY && alloy <= 0, "materials.transform.refusal.no-alloy");
        var weight = outputs.getFirst().weight();
        Refused.when(
                kind == Kind.ASSAY ? weight != in.weight() : weight > in.weight() + alloy,
                "materials.transform.refusal.heavier");
        var fineness = outputs.getFirst().fineness();
        Refused.when(fineness.equals(Optional.empty()), "materials.transform.refusal.no-fineness");
        long fine = ModelStock.fineOf(weight, fineness.orElseThrow().tenths());
        Refused.when(kind != Kind.ASSAY && fine > in.fine(), "materials.transform.refusal.more-silver");
        long lostFine = in.fine() - fine;
        long charge = lostFine > 0 ? share(in.cost(), lostFine, in.fine()) : 0;
        return new ModelFire(
                List.of(new Taking(weight, fine, in.cost() - charge)),
                new Taking(in.weight() + alloy - weight, lostFine, charge));
    }
}
