package ma.qutb.market.passport;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ma.qutb.market.Piece.State;
import ma.qutb.market.store.PiecePage;
import ma.qutb.materials.Lot;

/**
 * All that a passport says.
 *
 * @param about what the piece is
 * @param lot of silver it was made of
 * @param history the oldest first
 * @param copied whether its tag was scanned from more places than one piece can be
 */
public record PassportPage(Passport passport, PiecePage about, Optional<Lot> lot, List<Event> history, boolean copied) {

    /** Something that happened to it, as its text is called. */
    public record Event(String what, Instant at) {}

    public State state() {
        return passport.piece().state();
    }

    /** Bought by somebody already: whoever is offered it as new should ask. */
    public boolean sold() {
        return state() == State.SOLD || state() == State.SOLD_ELSEWHERE;
    }

    public Optional<Instant> at(String what) {
        return history.stream()
                .filter(it -> it.what.equals(what))
                .map(Event::at)
                .reduce((_, last) -> last);
    }

    /** The colour and the words of the verdict. */
    public String verdict() {
        return switch (state()) {
            case SOLD, SOLD_ELSEWHERE -> "sold";
            case LOST -> "lost";
            case RETURNED -> "returned";
            default -> copied ? "copied" : "true";
        };
    }

    public String colour() {
        return switch (verdict()) {
            case "true" -> "ok";
            case "lost" -> "bad";
            case "returned" -> "off";
            default -> "warn";
        };
    }
}
