package ma.qutb.market.demonstration;

import java.util.List;
import ma.qutb.platform.ReferenceRow;
import ma.qutb.platform.ReferenceTable;

/**
 * What something of an article is like, on the average.
 *
 * @param width millimetres, as height and depth
 * @param weight milligrams
 * @param price centimes, as cost of the material
 * @param pictures any of them shows such a thing
 */
record Sample(
        String article,
        String material,
        String technique,
        List<String> colours,
        int width,
        int height,
        int depth,
        long weight,
        long price,
        long cost,
        int hours,
        List<String> pictures) {

    static List<Sample> all() {
        return ReferenceTable.read("supplement/market_demonstration.csv").rows().stream()
                .map(Sample::of)
                .toList();
    }

    private static Sample of(ReferenceRow row) {
        return new Sample(
                row.text("article"),
                row.text("material"),
                row.text("technique"),
                row.list("colours"),
                whole(row, "width"),
                whole(row, "height"),
                whole(row, "depth"),
                whole(row, "weight") * 1000L,
                whole(row, "price") * 100L,
                whole(row, "cost") * 100L,
                whole(row, "hours"),
                row.list("pictures"));
    }

    private static int whole(ReferenceRow row, String column) {
        return Integer.parseInt(row.text(column));
    }
}
