package ma.qutb.materials.stock;

import java.util.Map;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.materials.LotId;
import ma.qutb.materials.Lots;
import ma.qutb.materials.Materials;
import ma.qutb.materials.SalePointId;
import ma.qutb.materials.SalePoints;
import ma.qutb.registry.form.ActForm;
import ma.qutb.registry.form.FormPages;
import ma.qutb.shell.Crumb;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What the forms about a lot share: who may open them, the pages above them, which field a refusal is about. */
@Component
class LotForms {

    static final Map<String, String> FIELDS = Map.of(
            "materials.lot.refusal.not-enough", "weight",
            "materials.lot.refusal.nothing-taken", "weight",
            "materials.write-off.refusal.no-report", "report",
            "materials.write-off.refusal.day", "day",
            "materials.transform.refusal.more-silver", "fineness",
            "materials.transform.refusal.heavier", "out",
            "materials.transform.refusal.no-fineness", "fineness",
            "materials.transform.refusal.no-alloy", "alloy",
            "materials.transform.refusal.parts-sum", "part1",
            "materials.transform.refusal.parts", "part2");

    private final Lots lots;
    private final SalePoints points;
    private final Materials materials;
    private final FormPages pages;

    LotForms(Lots lots, SalePoints points, Materials materials, FormPages pages) {
        this.lots = lots;
        this.points = points;
        this.materials = materials;
        this.pages = pages;
    }

    /** The lot there, if this person may do this at that point. */
    HeldLot open(UUID lot, UUID at, Actor actor, String permission) {
        var point = points.find(new SalePointId(at), actor, permission).orElseThrow(LotController::notFound);
        var held = lots.at(point.id(), new LotId(lot)).orElseThrow(LotController::notFound);
        return new HeldLot(held, point, materials.find(held.lot().material()).orElseThrow());
    }

    ModelAndView page(HeldLot held, ActForm form) {
        return pages.page(
                form,
                held.lot().lot().demonstration(),
                new Crumb(pages.say("materials.lots.title"), "/app/materials/lots"),
                new Crumb(held.lot().lot().number(), held.back()));
    }
}
