package ma.qutb.registry.territory;

import java.util.List;
import java.util.stream.IntStream;

/** The switch between the years. */
public record Years(int shown, int first, int today) {

    /** The regions were drawn anew; this is the first year of today's. */
    public static final int REFORM = 2015;

    /** The last year of the former regions. */
    public int then() {
        return REFORM - 1;
    }

    public boolean beforeReform() {
        return shown < REFORM;
    }

    /** Latest first. */
    public List<Integer> all() {
        return IntStream.rangeClosed(first, today)
                .map(it -> first + today - it)
                .boxed()
                .toList();
    }
}
