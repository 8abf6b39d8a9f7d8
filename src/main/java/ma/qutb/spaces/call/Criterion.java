package ma.qutb.spaces.call;

import java.util.List;

/**
 * What the committee scores.
 *
 * @param code its words are {@code spaces.call.criterion.<code>}
 * @param weight basis points; those of a published call are 10,000 together
 */
public record Criterion(String code, int weight) {

    public static final List<String> CODES = List.of("project", "experience", "jobs", "need", "training", "heritage");

    public static final int WHOLE = 10_000;
}
