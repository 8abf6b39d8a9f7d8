package ma.qutb.spaces.award;

import java.util.List;
import java.util.Optional;
import ma.qutb.registry.LocalName;
import ma.qutb.spaces.application.Application;
import ma.qutb.spaces.call.Call;

/**
 * How an application came out, for whoever asks why.
 *
 * @param score thousandths of a point
 * @param place in the draw
 * @param position in the waiting list; empty for whoever has a unit, or can have none
 * @param unit number of the unit the result gives
 * @param why one reason for each unit asked for
 * @param open whether there is time to appeal
 */
public record Outcome(
        Call call,
        Application application,
        LocalName party,
        Run run,
        int score,
        int place,
        Optional<Integer> position,
        Optional<String> unit,
        List<Why> why,
        List<Offer> offers,
        List<Appeal> appeals,
        boolean open) {

    public Outcome {
        why = List.copyOf(why);
        offers = List.copyOf(offers);
        appeals = List.copyOf(appeals);
    }

    public String number() {
        return application.number().orElseThrow();
    }

    /** The words are {@code spaces.award.outcome.<code>}. */
    public String code() {
        if (offers.stream().anyMatch(it -> it.state() == Offer.State.ACCEPTED)) {
            return "taken";
        }
        if (offer().isPresent()) {
            return "offered";
        }
        return !offers.isEmpty() ? "over" : unit.isPresent() ? "given" : position.isPresent() ? "waiting" : "none";
    }

    /** What waits for an answer. */
    public Optional<Offer> offer() {
        return offers.stream().filter(Offer::open).findFirst();
    }

    /** The unit that was taken. */
    public Optional<Offer> taken() {
        return offers.stream().filter(it -> it.state() == Offer.State.ACCEPTED).findFirst();
    }

    /** Whether an appeal can still be made against this result. */
    public boolean mayAppeal() {
        return open && appeals.stream().noneMatch(it -> it.run().equals(run.id()));
    }

    public String desk() {
        return "/app/spaces/results/" + application.id();
    }

    public String mine() {
        return TellingApplicants.MINE + "/" + application.id();
    }
}
