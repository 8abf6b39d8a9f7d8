package ma.qutb.registry.territory;

import java.util.ArrayList;
import java.util.List;
import ma.qutb.registry.TerritoryCode;
import ma.qutb.registry.territory.TerritoryPage.Branch;
import ma.qutb.shell.Page;
import ma.qutb.shell.map.MapPoint;
import ma.qutb.shell.map.PlaceMap;
import org.jspecify.annotations.Nullable;

/** The places of the regions whose position is known, larger where more artisans work. */
public final class TerritoryMap {

    private static final TerritoryCode POLE = new TerritoryCode("C-GUE");

    private TerritoryMap() {}

    /** Null where no position is known. */
    public static @Nullable PlaceMap of(Page page, List<Branch> branches, int year) {
        var points = new ArrayList<MapPoint>();
        branches.forEach(it -> collect(page, it, year, points));
        return points.isEmpty() ? null : PlaceMap.of(page.t("registry.territories.map", String.valueOf(year)), points);
    }

    private static void collect(Page page, Branch branch, int year, List<MapPoint> points) {
        var place = branch.place();
        place.point()
                .ifPresent(it -> points.add(new MapPoint(
                        place.name().in(page.language()),
                        it.latitude(),
                        it.longitude(),
                        page.t("registry.headcount.artisans", branch.artisans().real()),
                        weight(branch.artisans().real()),
                        place.code().equals(POLE),
                        branch.path(year))));
        branch.branches().forEach(it -> collect(page, it, year, points));
    }

    private static int weight(long artisans) {
        return artisans == 0 ? 1 : artisans < 100 ? 2 : 3;
    }
}
