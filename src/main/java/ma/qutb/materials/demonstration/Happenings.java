package ma.qutb.materials.demonstration;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import ma.qutb.kernel.Ids;
import ma.qutb.materials.Lots;
import ma.qutb.materials.MaterialCode;
import ma.qutb.materials.stock.Transformation;
import ma.qutb.materials.stock.TransformingLots;
import ma.qutb.materials.stock.WritingOff;
import ma.qutb.materials.stocktake.ApprovingCounts;
import ma.qutb.materials.stocktake.Cause;
import ma.qutb.materials.stocktake.CountingStock;
import org.springframework.stereotype.Component;

/** What happens now and then in the story: a theft, a melt, a stocktake. */
@Component
class Happenings {

    private final TransformingLots transforming;
    private final WritingOff writingOff;
    private final CountingStock counting;
    private final ApprovingCounts approving;
    private final Lots lots;
    private final Shelf shelf;

    Happenings(
            TransformingLots transforming,
            WritingOff writingOff,
            CountingStock counting,
            ApprovingCounts approving,
            Lots lots,
            Shelf shelf) {
        this.transforming = transforming;
        this.writingOff = writingOff;
        this.counting = counting;
        this.approving = approving;
        this.lots = lots;
        this.shelf = shelf;
    }

    void theft(Story story, LocalDate day) {
        shelf.of(story, Shelf.STERLING).stream()
                .findFirst()
                .ifPresent(it -> writingOff.writeOff(
                        new WritingOff.Missing(
                                Ids.next(),
                                WritingOff.Kind.THEFT,
                                story.point(),
                                it.lot().id(),
                                Math.min(180 * Shelf.GRAM, it.left().weight()),
                                day,
                                "كسر قفل الخزانة ليلا (للعرض)",
                                "PV-DEMO-1",
                                Optional.empty()),
                        Story.DIRECTOR));
    }

    /** What is left of several lots becomes one. */
    void melt(Story story) {
        var several = shelf.of(story, Shelf.STERLING).stream().limit(2).toList();
        if (several.size() < 2) {
            return;
        }
        long weight = several.stream().mapToLong(it -> it.left().weight()).sum();
        transforming.transform(
                new Transformation(
                        Ids.next(),
                        Transformation.Kind.MELT,
                        story.point(),
                        several.stream()
                                .collect(Collectors.toMap(
                                        it -> it.lot().id(), it -> it.left().weight())),
                        List.of(new Transformation.Output(weight - 2 * Shelf.GRAM, Optional.of(Shelf.STERLING))),
                        0,
                        "جمع بقايا الدفعات (للعرض)",
                        Optional.empty(),
                        Optional.empty()),
                Story.DIRECTOR);
    }

    void count(Story story, LocalDate day) {
        var id = counting.begin(Ids.next(), story.point(), story.scale(), Story.CLERK);
        boolean first = true;
        for (var lot : lots.at(story.point().id(), MaterialCode.SILVER)) {
            counting.weigh(id, lot.lot().id());
            long there = lot.left().weight();
            long missing = first ? Math.min(there, 3 * Shelf.GRAM + day.getMonthValue() * 100L) : there > 10 ? 10 : 0;
            counting.count(id, lot.lot().id(), there - missing, Story.CLERK);
            if (first && missing > 0) {
                counting.explain(id, lot.lot().id(), Cause.LOSS, "برادة وفتات الوزن (للعرض)");
            }
            first = false;
        }
        counting.finish(id, Story.CLERK);
        approving.approve(id, Story.DIRECTOR);
    }
}
