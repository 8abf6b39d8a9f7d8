package ma.qutb.spaces.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import ma.qutb.kernel.Refusal;
import ma.qutb.spaces.Shape;
import ma.qutb.spaces.TestSite;
import ma.qutb.spaces.UnitKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read from a plan, and each mistake with its line. */
class PlanFileTests {

    private static final String SQUARE =
            "\"geometry\": {\"type\":\"Polygon\",\"coordinates\":[[[0,0],[4,0],[4,3],[0,3],[0,0]]]}";

    @Test
    void geoJsonGivesUnitsInCentimetresWithYUpwardsUnlessItSaysOtherwise() {
        var up = ImportingPlan.parse(
                collection("", feature("\"number\":\"7\",\"kind\":\"workshop\",\"area\":11.5", SQUARE)));
        assertThat(up.problems()).isEmpty();
        assertThat(up.units()).singleElement().satisfies(it -> {
            assertThat(it.number()).isEqualTo("7");
            assertThat(it.kind()).isEqualTo(UnitKind.WORKSHOP);
            assertThat(it.area()).contains(1150);
            assertThat(it.shape().minY()).isEqualTo(-300);
        });
        var centimetres = SQUARE.replace("4", "400").replace("3", "300");
        var about = "\"plan\":{\"y\":\"down\",\"unit\":\"cm\"},";
        var down = ImportingPlan.parse(collection(about, feature("\"number\":\"7\"", centimetres)));
        assertThat(down.units().getFirst().shape()).isEqualTo(Shape.rectangle(0, 0, 400, 300));
    }

    @Test
    void aMissingAndADoubleNumberAreToldWithTheirLines() {
        var file = ImportingPlan.parse(collection(
                "",
                TestSite.shop("1", 0, 0),
                TestSite.shop("", 5, 0),
                TestSite.shop("2", 10, 0),
                TestSite.shop("1", 15, 0)));

        assertThat(file.problems())
                .containsExactly(
                        new PlanFile.Problem(3, "number-missing", List.of()),
                        new PlanFile.Problem(5, "number-twice", List.of("1", 2)));
    }

    @Test
    void eachOtherMistakeIsTold() {
        var file = ImportingPlan.parse(collection(
                "",
                TestSite.shop("A B", 0, 0),
                feature("\"number\":\"2\",\"kind\":\"palace\"", SQUARE),
                feature("\"number\":\"3\"", "\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,1]}"),
                feature("\"drawing\":\"dragon\"", SQUARE)));

        assertThat(file.problems())
                .extracting(PlanFile.Problem::line, PlanFile.Problem::code)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2, "number-form"),
                        org.assertj.core.groups.Tuple.tuple(3, "kind-unknown"),
                        org.assertj.core.groups.Tuple.tuple(4, "outline"),
                        org.assertj.core.groups.Tuple.tuple(5, "drawing-unknown"));
    }

    @Test
    void svgGivesRectanglesAndPolygonsByTheirNumbers() {
        var file = ImportingPlan.parse("""
                <svg xmlns="http://www.w3.org/2000/svg" data-cm="100">
                <rect class="background" width="50" height="50"/>
                <rect data-number="1" x="0" y="0" width="5" height="4"/>
                <polygon id="unit-2" points="5,0 10,0 10,4 5,4" data-kind="kiosk"/>
                <text>12</text>
                </svg>
                """);

        assertThat(file.problems()).isEmpty();
        assertThat(file.units()).extracting(PlanFile.Row::number).containsExactly("1", "2");
        assertThat(file.units().getFirst().shape()).isEqualTo(Shape.rectangle(0, 0, 500, 400));
        assertThat(file.units().getLast().kind()).isEqualTo(UnitKind.KIOSK);
    }

    @Test
    void svgMistakesAreToldWithTheirLines() {
        var file = ImportingPlan.parse("""
                <svg xmlns="http://www.w3.org/2000/svg">
                <rect x="0" y="0" width="5" height="4"/>
                <rect data-number="2" width="5" height="4" transform="rotate(3)"/>
                <g transform="scale(2)"><rect data-number="3" width="5" height="4"/></g>
                <path d="M0 0H5"/>
                <rect data-number="3" width="5" height="4"/>
                <polygon data-number="4" points="0,0 x"/>
                </svg>
                """);

        assertThat(file.problems())
                .extracting(PlanFile.Problem::line, PlanFile.Problem::code)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2, "number-missing"),
                        org.assertj.core.groups.Tuple.tuple(3, "transform"),
                        org.assertj.core.groups.Tuple.tuple(4, "transform"),
                        org.assertj.core.groups.Tuple.tuple(5, "path"),
                        org.assertj.core.groups.Tuple.tuple(6, "number-twice"),
                        org.assertj.core.groups.Tuple.tuple(7, "outline"));
    }

    @Test
    void anEmptyPlanIsToldToBeOne() {
        assertThat(ImportingPlan.parse(collection("")).problems())
                .extracting(PlanFile.Problem::code)
                .containsExactly("no-units");
    }

    @ParameterizedTest
    @ValueSource(strings = {"number;x;y", "[1]", "{\"type\":\"Feature\"}", "<html></html>"})
    void whatIsNoPlanIsRefused(String text) {
        refused("no-plan", text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"features\":[\n{]",
                "<svg>\n<rect",
                "<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><svg>&a;</svg>"
            })
    void whatCannotBeReadIsRefused(String text) {
        refused("broken", text);
    }

    private static void refused(String last, String text) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> ImportingPlan.parse(text))
                .withMessage("spaces.import.refusal." + last);
    }

    private static String collection(String about, String... features) {
        return "{" + about + "\"features\":[\n" + String.join(",\n", features) + "\n]}";
    }

    private static String feature(String said, String geometry) {
        return "{\"type\":\"Feature\",\"properties\":{" + said + "}," + geometry + "}";
    }
}
