package ma.qutb.spaces.allocation;

import java.util.Arrays;

/**
 * A network whose flow is made greater along the cheapest path, one whole unit at a time (successive shortest paths with
 * potentials, Dijkstra by a binary heap). Costs are whole and not negative; equal paths are told apart by the numbers of
 * their nodes, so the result never depends on anything but the order in which arcs were added.
 */
final class Flow {

    private static final long FAR = Long.MAX_VALUE / 2;

    private final int[] first;
    private int[] next = new int[64];
    private int[] to = new int[64];
    private int[] capacity = new int[64];
    private long[] cost = new long[64];
    private int arcs;

    private final long[] potential;
    private final long[] distance;
    private final int[] arrived;
    private final boolean[] settled;
    private final Heap heap;

    Flow(int nodes) {
        first = new int[nodes];
        Arrays.fill(first, -1);
        potential = new long[nodes];
        distance = new long[nodes];
        arrived = new int[nodes];
        settled = new boolean[nodes];
        heap = new Heap(nodes);
    }

    /** Adds an arc and answers its number; its way back has the next one. */
    int arc(int from, int target, int room, long price) {
        if (arcs + 2 > to.length) {
            next = Arrays.copyOf(next, arcs * 2);
            to = Arrays.copyOf(to, arcs * 2);
            capacity = Arrays.copyOf(capacity, arcs * 2);
            cost = Arrays.copyOf(cost, arcs * 2);
        }
        half(from, target, room, price);
        half(target, from, 0, -price);
        return arcs - 2;
    }

    private void half(int from, int target, int room, long price) {
        to[arcs] = target;
        capacity[arcs] = room;
        cost[arcs] = price;
        next[arcs] = first[from];
        first[from] = arcs++;
    }

    boolean used(int arc) {
        return capacity[arc + 1] > 0;
    }

    /** Sends one more along the cheapest path; there must be one. */
    void augment(int source, int sink) {
        search(source, sink);
        for (int node = 0; node < potential.length; node++) {
            if (settled[node]) {
                potential[node] += distance[node] - distance[sink];
            }
        }
        for (int node = sink; node != source; node = to[arrived[node] ^ 1]) {
            capacity[arrived[node]]--;
            capacity[arrived[node] ^ 1]++;
        }
    }

    private void search(int source, int sink) {
        Arrays.fill(distance, FAR);
        Arrays.fill(settled, false);
        heap.clear();
        distance[source] = 0;
        heap.put(source, 0);
        while (!heap.isEmpty()) {
            int node = heap.take();
            if (node == sink) {
                return;
            }
            settled[node] = true;
            for (int arc = first[node]; arc >= 0; arc = next[arc]) {
                int target = to[arc];
                if (capacity[arc] > 0 && !settled[target]) {
                    long reached = distance[node] + cost[arc] + potential[node] - potential[target];
                    if (reached < distance[target]) {
                        distance[target] = reached;
                        arrived[target] = arc;
                        heap.put(target, reached);
                    }
                }
            }
        }
        throw new IllegalStateException("no way from " + source + " to " + sink);
    }
}
