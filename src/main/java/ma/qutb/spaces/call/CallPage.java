package ma.qutb.spaces.call;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ma.qutb.kernel.Language;
import ma.qutb.registry.LocalName;
import ma.qutb.spaces.Shape;
import ma.qutb.spaces.Site;
import ma.qutb.spaces.Unit;

/** A call as pages and papers show it, at one moment. */
public record CallPage(
        Call call, Site site, LocalName place, List<Offered> units, List<Change> changes, Counts counts, Instant now) {

    static final String LIST = "/app/spaces/calls";

    /** A unit and the names of the crafts it is meant for; none: any. */
    public record Offered(Unit unit, List<LocalName> crafts) {}

    /** What was changed after publishing; {@code until} is the new deadline of an extension. */
    public record Change(String kind, String reason, Instant at, Optional<Instant> until) {}

    /** How many applications were sent and how many of them were withdrawn. */
    public record Counts(int sent, int withdrawn) {}

    /** The part of the plan in which all units lie, in centimetres. */
    public record Drawn(int x, int y, int width, int height) {

        private static final int MARGIN = 60;

        public String viewBox() {
            return (x - MARGIN) + " " + (y - MARGIN) + " " + (width + 2 * MARGIN) + " " + (height + 2 * MARGIN);
        }

        public int line() {
            return Math.max(4, width / 400);
        }

        public int letters() {
            return Math.max(90, width / 55);
        }
    }

    /** Where the units lie; nothing when one is not drawn, or they lie on several levels. */
    public Optional<Drawn> drawn() {
        var shapes = units.stream().flatMap(it -> it.unit().shape().stream()).toList();
        if (shapes.isEmpty()
                || shapes.size() < units.size()
                || units.stream().map(it -> it.unit().level()).distinct().count() > 1) {
            return Optional.empty();
        }
        int x = shapes.stream().mapToInt(Shape::minX).min().orElseThrow();
        int y = shapes.stream().mapToInt(Shape::minY).min().orElseThrow();
        int right = shapes.stream().mapToInt(Shape::maxX).max().orElseThrow();
        int bottom = shapes.stream().mapToInt(Shape::maxY).max().orElseThrow();
        return Optional.of(new Drawn(x, y, right - x, bottom - y));
    }

    public Call.State state() {
        return call.state(now);
    }

    public String path() {
        return LIST + "/" + call.id();
    }

    public String publicPath(Language language) {
        return "/" + language.code() + "/calls/" + call.called();
    }

    /** Days until it closes, begun days counting whole; 0 once it is closed. */
    public int daysLeft() {
        var left = Duration.between(now, call.calendar().closesAt());
        return left.isNegative() || left.isZero() ? 0 : (int) ((left.toSeconds() + 86_399) / 86_400);
    }

    /** Colour of its state. */
    public String tone() {
        return switch (state()) {
            case OPEN -> "ok";
            case DRAFT, ANNOUNCED -> "warn";
            case CANCELLED -> "bad";
            case CLOSED -> "nila";
            case SETTLED -> "off";
        };
    }

    /** Whether every unit is for any craft. */
    public boolean forAll() {
        return units.stream().allMatch(it -> it.crafts().isEmpty());
    }

    /** All together, in whole square decimetres, of the units whose area is known. */
    public long area() {
        return units.stream().mapToLong(it -> it.unit().area().orElse(0)).sum();
    }
}
