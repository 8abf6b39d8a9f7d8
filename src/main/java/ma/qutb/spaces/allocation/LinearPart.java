package ma.qutb.spaces.allocation;

import java.util.ArrayList;
import java.util.List;

/**
 * The best seating as far as neighbours play no part: units to applicants to parties to quotas, each unit and each party
 * once. The seats of a quota cost nothing and all others the worth of a quota, so they are filled first and the points of
 * all are greatest among what fills them. Exact, because such a network has whole solutions.
 */
final class LinearPart {

    private LinearPart() {}

    static Seating of(Model model, boolean[][] forbidden) {
        // Among equally near nodes the lowest comes first: numbered from the sink, the search goes straight to it.
        int sink = 0;
        int groups = 1;
        int parties = groups + model.quota().length + 1;
        int candidates = parties + model.parties();
        int units = candidates + model.candidates();
        var flow = new Flow(units + model.units());
        long most = model.greatestWorth();
        long quotaWorth = model.quotaWorth();
        for (int unit = 0; unit < model.units(); unit++) {
            // A unit may stay free, which gains nothing.
            flow.arc(units + unit, sink, 1, Math.addExact(most, quotaWorth));
        }
        var offers = new ArrayList<Offer>();
        var known = new boolean[model.parties()];
        for (int c = 0; c < model.candidates(); c++) {
            for (int i = 0; i < model.possible()[c].length; i++) {
                int unit = model.possible()[c][i];
                if (!forbidden[unit][model.craft()[c]]) {
                    offers.add(
                            new Offer(unit, c, flow.arc(units + unit, candidates + c, 1, most - model.worth()[c][i])));
                }
            }
            int party = model.party()[c];
            flow.arc(candidates + c, parties + party, 1, 0);
            if (!known[party]) {
                known[party] = true;
                // The group after the last quota is of those who count for none.
                flow.arc(
                        parties + party,
                        groups + (model.group()[c] < 0 ? model.quota().length : model.group()[c]),
                        1,
                        0);
            }
        }
        for (int quota = 0; quota <= model.quota().length; quota++) {
            if (quota < model.quota().length && model.quota()[quota] > 0) {
                flow.arc(groups + quota, sink, model.quota()[quota], 0);
            }
            flow.arc(groups + quota, sink, model.units(), quotaWorth);
        }
        // One unit after the other: the best for those so far, until they are all.
        for (int unit = 0; unit < model.units(); unit++) {
            flow.augment(units + unit, sink);
        }
        return seating(model, flow, offers);
    }

    private static Seating seating(Model model, Flow flow, List<Offer> offers) {
        var seating = Seating.empty(model);
        for (var offer : offers) {
            if (flow.used(offer.arc())) {
                seating.give(offer.unit(), offer.candidate());
            }
        }
        return seating;
    }

    private record Offer(int unit, int candidate, int arc) {}
}
