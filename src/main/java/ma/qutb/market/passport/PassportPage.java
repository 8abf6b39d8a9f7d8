package ma.qutb.market.passport;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ma.qutb.market.Piece.State;
import ma.qutb.market.PriceParts;
import ma.qutb.market.Product;
import ma.qutb.market.certificate.Certificate;
import ma.qutb.market.finding.Photo;
import ma.qutb.market.store.PiecePage;
import ma.qutb.materials.Lot;

/**
 * All that a passport says.
 *
 * @param about what the piece is
 * @param lot of silver it was made of
 * @param asSold what its price was made of when it was sold; empty while nobody bought it here
 * @param shots photos of this very piece, taken when it was looked at
 * @param certificates that hold today for whoever made it
 * @param history the oldest first
 * @param copied whether its tag was scanned from more places than one piece can be
 */
public record PassportPage(
        Passport passport,
        PiecePage about,
        Optional<PriceParts> asSold,
        List<Photo> shots,
        List<Certificate> certificates,
        Optional<Lot> lot,
        List<Event> history,
        boolean copied) {

    /** Something that happened to it, as its text is called. */
    public record Event(String what, Instant at) {}

    public State state() {
        return passport.piece().state();
    }

    /** What its price is made of: frozen with the sale. */
    public PriceParts parts() {
        return asSold.orElseGet(about::parts);
    }

    /** Its own photos first; the pictures of a thing of its kind alone are its own, too. */
    public List<Photo> photos() {
        return shots.isEmpty()
                ? about.card().photos()
                : about.card().kind() == Product.Kind.UNIQUE
                        ? Stream.concat(shots.stream(), about.card().photos().stream())
                                .toList()
                        : shots;
    }

    public boolean showsThisVeryPiece() {
        return !shots.isEmpty()
                || about.card().kind() == Product.Kind.UNIQUE && !about.card().demonstration();
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
