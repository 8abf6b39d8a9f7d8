package ma.qutb.spaces.plan;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import ma.qutb.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A plan as SVG: each {@code rect} and {@code polygon} is a unit, its number in {@code data-number} or in its {@code id}; with
 * {@code data-kind}, {@code data-building} and {@code data-area} (m²). {@code data-cm} of the drawing says how many centimetres one of
 * its units is, else 10. What has {@code class="background"} is left out.
 */
final class SvgPlan {

    private static final Pattern ID = Pattern.compile("(?:unit|u|local|n)?[-_]?([0-9A-Za-z][0-9A-Za-z/-]*)");

    private final PlanFile file = new PlanFile();
    private double scale = 10;

    private SvgPlan() {}

    /** @throws Refusal when it is no SVG at all */
    static PlanFile read(String text) {
        var factory = XMLInputFactory.newDefaultFactory();
        // Nothing outside the file is ever read.
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        var plan = new SvgPlan();
        try {
            plan.all(factory.createXMLStreamReader(new StringReader(text)));
        } catch (XMLStreamException e) {
            throw new Refusal(
                    "spaces.import.refusal.broken",
                    Math.max(1, e.getLocation() == null ? 1 : e.getLocation().getLineNumber()));
        }
        return plan.file;
    }

    private void all(XMLStreamReader xml) throws XMLStreamException {
        boolean root = false;
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            int line = xml.getLocation().getLineNumber();
            var name = xml.getLocalName();
            if (!root) {
                if (!name.equals("svg")) {
                    throw new Refusal("spaces.import.refusal.no-plan");
                }
                root = true;
                scale = number(xml, "data-cm", 10);
            } else if (!"background".equals(attribute(xml, "class"))) {
                element(xml, name, line);
            }
        }
    }

    private void element(XMLStreamReader xml, String name, int line) {
        boolean moved = attribute(xml, "transform") != null;
        switch (name) {
            case "g" -> {
                if (moved) {
                    file.problem(line, "transform");
                }
            }
            case "rect" -> unit(xml, line, moved, rectangle(xml));
            case "polygon" -> unit(xml, line, moved, polygon(xml));
            case "path" -> file.problem(line, "path");
            default -> {
                // Words, titles and styles say nothing of units.
            }
        }
    }

    private void unit(XMLStreamReader xml, int line, boolean moved, List<Integer> outline) {
        if (moved) {
            file.problem(line, "transform");
            return;
        }
        var area = attribute(xml, "data-area");
        file.unit(
                line,
                number(xml),
                Optional.ofNullable(attribute(xml, "data-kind")).orElse(""),
                Optional.ofNullable(attribute(xml, "data-building")).filter(it -> !it.isBlank()),
                area != null && area.matches("[0-9]{1,6}(\\.[0-9]{1,2})?")
                        ? Optional.of((int) Math.round(Double.parseDouble(area) * 100))
                        : Optional.empty(),
                outline);
    }

    private static String number(XMLStreamReader xml) {
        var said = attribute(xml, "data-number");
        if (said != null) {
            return said;
        }
        var id = attribute(xml, "id");
        if (id == null) {
            return "";
        }
        var matcher = ID.matcher(id);
        return matcher.matches() ? matcher.group(1) : id;
    }

    private List<Integer> rectangle(XMLStreamReader xml) {
        int x = whole(number(xml, "x", 0));
        int y = whole(number(xml, "y", 0));
        int width = whole(number(xml, "width", 0));
        int height = whole(number(xml, "height", 0));
        return width <= 0 || height <= 0
                ? List.of()
                : List.of(x, y, x + width, y, x + width, y + height, x, y + height);
    }

    private List<Integer> polygon(XMLStreamReader xml) {
        var points = new ArrayList<Integer>();
        var text = Optional.ofNullable(attribute(xml, "points")).orElse("").strip();
        for (var one : text.split("[\\s,]+", -1)) {
            if (!one.matches("-?[0-9]{1,7}(\\.[0-9]*)?")) {
                return List.of();
            }
            points.add(whole(Double.parseDouble(one)));
        }
        return points.size() % 2 == 0 ? points : List.of();
    }

    private int whole(double length) {
        return (int) Math.round(length * scale);
    }

    private static double number(XMLStreamReader xml, String attribute, double otherwise) {
        var text = attribute(xml, attribute);
        return text != null && text.matches("-?[0-9]{1,7}(\\.[0-9]*)?") ? Double.parseDouble(text) : otherwise;
    }

    private static @Nullable String attribute(XMLStreamReader xml, String name) {
        return xml.getAttributeValue(null, name);
    }
}
