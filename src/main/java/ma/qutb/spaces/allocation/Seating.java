package ma.qutb.spaces.allocation;

import java.util.Arrays;

/** Who holds which unit: the same fact by unit and by candidate, -1 where there is none. */
record Seating(int[] holder, int[] seat) {

    static Seating empty(Model model) {
        var holder = new int[model.units()];
        var seat = new int[model.candidates()];
        Arrays.fill(holder, -1);
        Arrays.fill(seat, -1);
        return new Seating(holder, seat);
    }

    Seating copy() {
        return new Seating(holder.clone(), seat.clone());
    }

    void give(int unit, int candidate) {
        holder[unit] = candidate;
        seat[candidate] = unit;
    }

    void free(int unit) {
        if (holder[unit] >= 0) {
            seat[holder[unit]] = -1;
            holder[unit] = -1;
        }
    }

    /** Points, draw and wishes of all who hold a unit; neighbours of one craft are not counted. */
    long linear(Model model) {
        long sum = 0;
        for (int unit = 0; unit < holder.length; unit++) {
            sum += holder[unit] < 0 ? 0 : model.worth(holder[unit], unit);
        }
        return sum;
    }

    int[] seatsByQuota(Model model) {
        var seats = new int[model.quota().length];
        for (int candidate : holder) {
            if (candidate >= 0 && model.group()[candidate] >= 0) {
                seats[model.group()[candidate]]++;
            }
        }
        return seats;
    }

    /** How many seats of the quotas are filled; seats beyond a quota are not counted. */
    int quotaSeats(Model model) {
        var seats = seatsByQuota(model);
        int met = 0;
        for (int quota = 0; quota < seats.length; quota++) {
            met += Math.min(seats[quota], model.quota()[quota]);
        }
        return met;
    }

    /** What the candidate in the unit would disturb or be disturbed by among its neighbours; -1 if nothing. */
    int disturbedNeighbour(Model model, int unit, int candidate) {
        for (int neighbour : model.neighbours()[unit]) {
            int other = holder[neighbour];
            if (other >= 0 && other != candidate && model.disturb(candidate, other)) {
                return neighbour;
            }
        }
        return -1;
    }

    int sameCraftNeighbours(Model model, int unit, int candidate) {
        int same = 0;
        for (int neighbour : model.neighbours()[unit]) {
            int other = holder[neighbour];
            same += other >= 0 && other != candidate && model.craft()[other] == model.craft()[candidate] ? 1 : 0;
        }
        return same;
    }
}
