package ma.qutb.spaces.allocation;

/** Nodes by their distance, the nearest first and among equals the lowest number; a node put again moves up. */
final class Heap {

    private final int[] nodes;
    private final int[] place;
    private final long[] key;
    private int size;

    Heap(int capacity) {
        nodes = new int[capacity];
        place = new int[capacity];
        key = new long[capacity];
        java.util.Arrays.fill(place, -1);
    }

    boolean isEmpty() {
        return size == 0;
    }

    void clear() {
        for (int i = 0; i < size; i++) {
            place[nodes[i]] = -1;
        }
        size = 0;
    }

    /** A node that is in already may only come nearer. */
    void put(int node, long distance) {
        key[node] = distance;
        if (place[node] < 0) {
            place[node] = size;
            nodes[size++] = node;
        }
        up(place[node]);
    }

    int take() {
        int least = nodes[0];
        place[least] = -1;
        int last = nodes[--size];
        if (size > 0) {
            nodes[0] = last;
            place[last] = 0;
            down(0);
        }
        return least;
    }

    private boolean before(int one, int other) {
        return key[one] != key[other] ? key[one] < key[other] : one < other;
    }

    private void up(int from) {
        int at = from;
        int node = nodes[at];
        while (at > 0 && before(node, nodes[(at - 1) / 2])) {
            set(at, nodes[(at - 1) / 2]);
            at = (at - 1) / 2;
        }
        set(at, node);
    }

    private void down(int from) {
        int at = from;
        int node = nodes[at];
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            if (child + 1 < size && before(nodes[child + 1], nodes[child])) {
                child++;
            }
            if (!before(nodes[child], node)) {
                break;
            }
            set(at, nodes[child]);
            at = child;
        }
        set(at, node);
    }

    private void set(int at, int node) {
        nodes[at] = node;
        place[node] = at;
    }
}
