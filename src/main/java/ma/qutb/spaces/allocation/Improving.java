package ma.qutb.spaces.allocation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Small steps that make a seating better and break no rule: an applicant takes a unit; whoever held it or is disturbed there
 * leaves for the dearest free unit that suits; units that became free go to whoever is worth most there. A step that gains
 * nothing is taken back. Ends when no step helps; every step gains at least one, so it ends.
 */
final class Improving {

    private final Model model;
    private final long cluster;
    private final long quotaWorth;
    private final int[][] wanting;

    private Seating seating;
    private final int[] partySeat;
    private int[] quotaSeats;
    private final Deque<Undo> log = new ArrayDeque<>();
    private long gained;

    Improving(Model model, long cluster) {
        this.model = model;
        this.cluster = cluster;
        this.quotaWorth = model.quotaWorth();
        this.wanting = model.wanting();
        this.partySeat = new int[model.parties()];
        this.seating = Seating.empty(model);
        this.quotaSeats = new int[model.quota().length];
    }

    Seating improve(Seating begun) {
        seating = begun.copy();
        quotaSeats = seating.seatsByQuota(model);
        Arrays.fill(partySeat, -1);
        for (int holder : seating.holder()) {
            if (holder >= 0) {
                partySeat[model.party()[holder]] = holder;
            }
        }
        boolean better = true;
        while (better) {
            better = false;
            for (int candidate = 0; candidate < model.candidates(); candidate++) {
                for (int i = 0; i < model.possible()[candidate].length; i++) {
                    better |= step(candidate, model.possible()[candidate][i], model.worth()[candidate][i]);
                }
            }
        }
        return seating;
    }

    private boolean step(int candidate, int unit, long worth) {
        int before = seating.seat()[candidate];
        int seated = partySeat[model.party()[candidate]];
        if (before == unit
                || seated >= 0 && seated != candidate
                || cluster == 0 && before >= 0 && model.worth(candidate, before) > worth) {
            return false;
        }
        gained = 0;
        log.clear();
        take(candidate, unit, before);
        if (gained > 0) {
            return true;
        }
        while (!log.isEmpty()) {
            var last = log.pop();
            put(last.unit(), last.holder());
        }
        return false;
    }

    private void take(int candidate, int unit, int before) {
        var left = new ArrayList<Integer>();
        var freed = new ArrayList<Integer>();
        if (before >= 0) {
            change(before, -1);
            freed.add(before);
        }
        if (seating.holder()[unit] >= 0) {
            left.add(seating.holder()[unit]);
            change(unit, -1);
        }
        change(unit, candidate);
        for (int next = seating.disturbedNeighbour(model, unit, candidate);
                next >= 0;
                next = seating.disturbedNeighbour(model, unit, candidate)) {
            left.add(seating.holder()[next]);
            freed.add(next);
            change(next, -1);
        }
        left.forEach(this::seatAgain);
        fill(freed);
    }

    private void seatAgain(int candidate) {
        int dearest = -1;
        long most = -1;
        for (int i = 0; i < model.possible()[candidate].length; i++) {
            int unit = model.possible()[candidate][i];
            if (seating.holder()[unit] < 0
                    && model.worth()[candidate][i] > most
                    && seating.disturbedNeighbour(model, unit, candidate) < 0) {
                dearest = unit;
                most = model.worth()[candidate][i];
            }
        }
        if (dearest >= 0) {
            change(dearest, candidate);
        }
    }

    private void fill(List<Integer> freed) {
        for (int unit : freed) {
            if (seating.holder()[unit] >= 0) {
                continue;
            }
            int best = -1;
            long most = -1;
            for (int candidate : wanting[unit]) {
                if (partySeat[model.party()[candidate]] < 0 && seating.disturbedNeighbour(model, unit, candidate) < 0) {
                    long worth = model.worth(candidate, unit) + (fillsQuota(candidate) ? quotaWorth : 0);
                    if (worth > most) {
                        best = candidate;
                        most = worth;
                    }
                }
            }
            if (best >= 0) {
                change(unit, best);
            }
        }
    }

    private boolean fillsQuota(int candidate) {
        int group = model.group()[candidate];
        return group >= 0 && quotaSeats[group] < model.quota()[group];
    }

    private void change(int unit, int holder) {
        log.push(new Undo(unit, seating.holder()[unit]));
        put(unit, holder);
    }

    /** Counts what is gained: a pair of one craft when its second comes, a seat of a quota as long as it is needed. */
    private void put(int unit, int holder) {
        int old = seating.holder()[unit];
        if (old >= 0) {
            gained -= model.worth(old, unit) + cluster * seating.sameCraftNeighbours(model, unit, old);
            partySeat[model.party()[old]] = -1;
            if (model.group()[old] >= 0 && quotaSeats[model.group()[old]]-- <= model.quota()[model.group()[old]]) {
                gained -= quotaWorth;
            }
            seating.free(unit);
        }
        if (holder >= 0) {
            seating.give(unit, holder);
            gained += model.worth(holder, unit) + cluster * seating.sameCraftNeighbours(model, unit, holder);
            partySeat[model.party()[holder]] = holder;
            if (model.group()[holder] >= 0
                    && quotaSeats[model.group()[holder]]++ < model.quota()[model.group()[holder]]) {
                gained += quotaWorth;
            }
        }
    }

    private record Undo(int unit, int holder) {}
}
