package ma.qutb.shell.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlaceMapTests {

    private static final MapPoint GUELMIM = new MapPoint("كلميم", 28.987, -10.057, "", 3, true, null);

    @Test
    void northIsAboveAndWestIsOnTheSideOfTheOcean() {
        var map = PlaceMap.of("", List.of(GUELMIM, new MapPoint("Es-Semara", 26.738, -11.672, "", 3, null)));

        var guelmim = corner(map, "كلميم");
        var semara = corner(map, "Es-Semara");
        assertThat(guelmim[1]).isLessThan(semara[1]);
        assertThat(semara[0]).isLessThan(guelmim[0]);
    }

    @Test
    void namesOfCrowdedPlacesDoNotLieOnEachOther() {
        var crowd = IntStream.range(0, 60)
                .mapToObj(i -> new MapPoint("تعاونية " + i, 28.9 + i % 8 * .05, -10.1 + i / 8 * .06, "", 1, null))
                .toList();

        var map = PlaceMap.of("", crowd);

        var spots = map.places().stream()
                .map(PlaceMap.Placed::name)
                .filter(it -> it != null)
                .toList();
        assertThat(map.places()).hasSize(60);
        assertThat(spots).hasSizeLessThan(60).doesNotHaveDuplicates();
    }

    @Test
    void oneSinglePlaceStillHasAMapAroundIt() {
        var map = PlaceMap.of("", List.of(GUELMIM));

        assertThat(map.height()).isBetween(320, 760);
        assertThat(map.places())
                .singleElement()
                .satisfies(it -> assertThat(it.name()).isNotNull());
    }

    @Test
    void aPlaceListWithoutAnyPlaceDrawsTheSketchAlone() {
        assertThat(PlaceMap.of("", List.of()).places()).isEmpty();
    }

    private static int[] corner(PlaceMap map, String name) {
        var mark = map.places().stream()
                .filter(it -> it.point().name().equals(name))
                .findFirst()
                .orElseThrow()
                .mark();
        var numbers = mark.substring(1, mark.indexOf('L')).split(" ");
        return new int[] {Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1])};
    }
}
