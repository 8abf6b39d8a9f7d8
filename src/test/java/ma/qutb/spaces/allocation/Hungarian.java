package ma.qutb.spaces.allocation;

/** The Hungarian method on a full matrix, with row and column duals: rows are no more than columns, every row gets a column. */
public final class Hungarian {

    private Hungarian() {}

    /** The least sum of costs. */
    public static long least(long[][] cost) {
        int rows = cost.length;
        int columns = rows == 0 ? 0 : cost[0].length;
        var u = new long[rows + 1];
        var v = new long[columns + 1];
        var row = new int[columns + 1];
        var way = new int[columns + 1];
        for (int i = 1; i <= rows; i++) {
            row[0] = i;
            int column = 0;
            var least = new long[columns + 1];
            java.util.Arrays.fill(least, Long.MAX_VALUE);
            var used = new boolean[columns + 1];
            do {
                used[column] = true;
                int at = row[column];
                long delta = Long.MAX_VALUE;
                int nearest = 0;
                for (int j = 1; j <= columns; j++) {
                    if (!used[j]) {
                        long now = cost[at - 1][j - 1] - u[at] - v[j];
                        if (now < least[j]) {
                            least[j] = now;
                            way[j] = column;
                        }
                        if (least[j] < delta) {
                            delta = least[j];
                            nearest = j;
                        }
                    }
                }
                for (int j = 0; j <= columns; j++) {
                    if (used[j]) {
                        u[row[j]] += delta;
                        v[j] -= delta;
                    } else {
                        least[j] -= delta;
                    }
                }
                column = nearest;
            } while (row[column] != 0);
            do {
                int before = way[column];
                row[column] = row[before];
                column = before;
            } while (column != 0);
        }
        return -v[0];
    }

    /** The greatest worth of a model without quotas and neighbours where no party applies twice; a unit may stay free. */
    public static long greatest(Instance call) {
        int longest = call.candidates().stream()
                .mapToInt(it -> it.wishes().size())
                .max()
                .orElse(0);
        int count = call.candidates().size();
        var cost = new long[call.units().size()][count + call.units().size()];
        for (int i = 0; i < cost.length; i++) {
            var unit = call.units().get(i);
            for (int j = 0; j < count; j++) {
                var it = call.candidates().get(j);
                int at = it.wishes().indexOf(unit.number());
                if (at >= 0 && call.bar(it, unit).isEmpty()) {
                    cost[i][j] = -(it.score() * call.weights().score()
                            + (count + 1 - it.place()) * call.weights().draw()
                            + (longest - at) * call.weights().wish());
                }
            }
        }
        return -least(cost);
    }
}
