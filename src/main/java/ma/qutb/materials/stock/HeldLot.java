package ma.qutb.materials.stock;

import ma.qutb.materials.LotAtPoint;
import ma.qutb.materials.Material;
import ma.qutb.materials.SalePoint;
import ma.qutb.registry.form.FormPages;
import ma.qutb.registry.form.Part;

/** A lot where it lies, with what the forms need to know of both. */
record HeldLot(LotAtPoint lot, SalePoint point, Material material) {

    String back() {
        return "/app/materials/lots/" + lot.lot().id();
    }

    /** Where an act is asked for and sent. */
    String act(String act) {
        return back() + "/at/" + point.id() + "/" + act;
    }

    /** A weight in the unit of the material. */
    Part weight(String name) {
        return Part.typed(name, "decimal").in(material.unit().in(FormPages.language()));
    }
}
