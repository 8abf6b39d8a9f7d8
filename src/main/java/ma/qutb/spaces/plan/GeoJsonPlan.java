package ma.qutb.spaces.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.LocalName;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A plan as GeoJSON: each feature is a unit ({@code number}, {@code kind}, {@code building}, {@code area} in m²) or something drawn
 * beside ({@code drawing}). A member {@code plan} before the features may say the {@code unit} (m or cm), whether y goes {@code down},
 * the {@code floor}, the {@code box} and the {@code buildings}.
 */
final class GeoJsonPlan {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> DRAWN =
            Set.of("ground", "wall", "street", "square", "block", "house", "tree", "label", "north");
    private static final double METRE = 100;

    private final PlanFile file = new PlanFile();
    private double scale = METRE;
    private int down = -1;

    private GeoJsonPlan() {}

    /** @throws Refusal when it is no GeoJSON at all */
    static PlanFile read(String text) {
        var plan = new GeoJsonPlan();
        try (var parser = JSON.createParser(text)) {
            plan.all(parser);
        } catch (JacksonException e) {
            var at = e.getLocation();
            throw new Refusal("spaces.import.refusal.broken", at == null ? 1 : at.getLineNr());
        }
        return plan.file;
    }

    private void all(JsonParser parser) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new Refusal("spaces.import.refusal.no-plan");
        }
        boolean found = false;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            parser.nextToken();
            if (name.equals("plan")) {
                about(parser.readValueAsTree());
            } else if (name.equals("features") && parser.currentToken() == JsonToken.START_ARRAY) {
                found = true;
                while (parser.nextToken() == JsonToken.START_OBJECT) {
                    int line = parser.currentTokenLocation().getLineNr();
                    feature(line, parser.readValueAsTree());
                }
            } else {
                parser.skipChildren();
            }
        }
        if (!found) {
            throw new Refusal("spaces.import.refusal.no-plan");
        }
    }

    private void about(JsonNode plan) {
        scale = plan.path("unit").asString("m").equals("cm") ? 1 : METRE;
        down = plan.path("y").asString("up").equals("down") ? 1 : -1;
        file.on(plan.path("floor").asInt(0));
        var box = plan.path("box");
        if (box.isArray() && box.size() == 4) {
            file.within(List.of(whole(box.get(0)), whole(box.get(1)), whole(box.get(2)), whole(box.get(3))));
        }
        plan.path("buildings").forEach(it -> file.block(it.path("code").asString(""), name(it)));
    }

    private void feature(int line, JsonNode feature) {
        var said = feature.path("properties");
        var geometry = feature.path("geometry");
        var points = points(geometry);
        if (said.has("drawing")) {
            var kind = said.path("drawing").asString("");
            if (!DRAWN.contains(kind) || points.isEmpty()) {
                file.problem(line, "drawing-unknown", kind);
            } else {
                file.drawing(kind, rim(said, points), name(said));
            }
            return;
        }
        file.unit(
                line,
                said.path("number").asString(""),
                said.path("kind").asString(""),
                Optional.of(said.path("building").asString("")).filter(it -> !it.isBlank()),
                said.path("area").isNumber()
                        ? Optional.of((int) Math.round(said.path("area").asDouble() * 100))
                        : Optional.empty(),
                points);
    }

    /** A point with a radius is a circle. */
    private List<Integer> rim(JsonNode said, List<Integer> points) {
        return said.has("radius") && points.size() == 2
                ? List.of(points.get(0), points.get(1), points.get(0) + whole(said.path("radius")), points.get(1))
                : points;
    }

    private List<Integer> points(JsonNode geometry) {
        var type = geometry.path("type").asString("");
        var coordinates = geometry.path("coordinates");
        var points = new ArrayList<Integer>();
        if (type.equals("Point")) {
            add(points, coordinates);
        } else if (type.equals("Polygon")) {
            coordinates.path(0).forEach(it -> add(points, it));
        }
        // The last corner of a ring is its first again.
        int n = points.size();
        return n > 6 && points.get(0).equals(points.get(n - 2)) && points.get(1).equals(points.get(n - 1))
                ? points.subList(0, n - 2)
                : points;
    }

    private void add(List<Integer> points, JsonNode corner) {
        if (corner.path(0).isNumber() && corner.path(1).isNumber()) {
            points.add(whole(corner.path(0)));
            points.add(down * whole(corner.path(1)));
        }
    }

    private int whole(JsonNode number) {
        return Math.toIntExact(Math.round(number.asDouble() * scale));
    }

    private static LocalName name(JsonNode of) {
        return new LocalName(
                of.path("name_ar").asString(""),
                of.path("name_fr").asString(""),
                of.path("name_en").asString(""));
    }
}
