package ma.qutb.spaces.award;

import java.util.List;
import java.util.Optional;
import ma.qutb.spaces.call.Call;

/**
 * All that was done about the allocation of a call.
 *
 * @param frozen whether the scores are final
 * @param progress percent of the run that is being computed
 * @param pending whether an appeal, or what was decided about one, still waits
 * @param open whether there is time to appeal
 */
public record AwardPage(
        Call call,
        boolean frozen,
        List<Draw> draws,
        List<Run> runs,
        Optional<Integer> progress,
        List<Offer> offers,
        List<Appeal> appeals,
        boolean pending,
        boolean open) {

    public AwardPage {
        draws = List.copyOf(draws);
        runs = List.copyOf(runs);
        offers = List.copyOf(offers);
        appeals = List.copyOf(appeals);
    }

    public Optional<Draw> draw() {
        return draws.reversed().stream().findFirst();
    }

    public Optional<Run> run() {
        return runs.reversed().stream().findFirst();
    }

    public boolean published() {
        return runs.stream().anyMatch(it -> it.publishedAt().isPresent());
    }

    public long offers(Offer.State state) {
        return offers.stream().filter(it -> it.state() == state).count();
    }

    public long undecided() {
        return appeals.stream().filter(it -> it.decision().isEmpty()).count();
    }

    public String path() {
        return path(call);
    }

    static String path(Call call) {
        return "/app/spaces/calls/" + call.id() + "/award";
    }

    /** Where anybody reads it, in a language. */
    public String open(String language) {
        return "/" + language + "/calls/" + call.called() + "/result";
    }
}
