package ma.qutb.materials.stocktake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.materials.Lot;
import ma.qutb.materials.LotId;
import ma.qutb.materials.SalePoint;
import ma.qutb.shell.Formats;

/** A count of what lies at a point: going on, finished, or decided. */
public record Stocktake(
        UUID id,
        SalePoint point,
        Scale scale,
        Instant begunAt,
        String begunByName,
        Optional<Act> finished,
        Optional<String> decision,
        Optional<Act> decided,
        List<Line> lines) {

    public Stocktake {
        lines = List.copyOf(lines);
    }

    /** Who did something, and when. */
    public record Act(Instant at, String by, String byName) {}

    /**
     * A lot on the scale.
     *
     * @param asOf number of the last entry when it was put there
     * @param count what was counted; none while nobody has typed it
     */
    public record Line(Lot lot, long asOf, Optional<Count> count) {}

    /**
     * What was counted, beside what the books said at that place in the journal.
     *
     * @param cause why they differ
     */
    public record Count(
            long weight, long book, long tolerance, Optional<Cause> cause, String reason, Optional<UUID> entryKey) {

        /** What is too much; negative: what is missing. */
        public long variance() {
            return weight - book;
        }

        /** What the scale alone may explain needs no reason and changes no books. */
        public boolean within() {
            return Math.abs(variance()) <= tolerance;
        }

        public boolean explained() {
            return within() || cause.isPresent();
        }
    }

    public String path() {
        return "/app/stocktakes/" + id;
    }

    /** The day it began, at the pole. */
    public LocalDate day() {
        return LocalDate.ofInstant(begunAt, Formats.ZONE);
    }

    public boolean open() {
        return finished.isEmpty();
    }

    public boolean waiting() {
        return finished.isPresent() && decision.isEmpty();
    }

    public Optional<Line> line(LotId lot) {
        return lines.stream().filter(it -> it.lot().id().equals(lot)).findFirst();
    }

    /** Lines that change the books when somebody approves. */
    public List<Line> differences() {
        return lines.stream()
                .filter(it -> it.count().filter(count -> !count.within()).isPresent())
                .toList();
    }
}
