package ma.qutb.ledger.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** What counts: every reading of the ledger can be had as of any of these. */
public sealed interface Moment {

    /** What had been posted by this instant. */
    record Posted(Instant at) implements Moment {}

    /** What had occurred by the end of this day, whenever it was posted. */
    record Occurred(LocalDate day) implements Moment {}

    /** The day it falls on. */
    default LocalDate day(ZoneId zone) {
        return switch (this) {
            case Posted(var at) -> LocalDate.ofInstant(at, zone);
            case Occurred(var day) -> day;
        };
    }
}
