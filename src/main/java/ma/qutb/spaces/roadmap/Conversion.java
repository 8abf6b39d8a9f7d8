package ma.qutb.spaces.roadmap;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.registry.LocalName;

/**
 * The way of one premises from found to at work.
 *
 * @param aside whether it goes no further, for now
 * @param since when it came where it is
 * @param expected when the next step is expected
 * @param budget what its conversion costs, in centimes
 */
public record Conversion(
        Step step,
        boolean aside,
        LocalDate since,
        Optional<LocalDate> expected,
        Optional<Long> budget,
        List<Taken> taken,
        List<Partner> partners,
        List<Result> results) {

    public Conversion {
        taken = List.copyOf(taken);
        partners = List.copyOf(partners);
        results = List.copyOf(results);
    }

    /** @param act {@code forward}, {@code back}, {@code aside} or {@code resumed} */
    public record Taken(
            int position, String act, Step step, LocalDate day, String note, Optional<UUID> document, String by) {}

    /**
     * Who takes part.
     *
     * @param brings its words are {@code spaces.roadmap.brings.<brings>}
     * @param amount centimes
     * @param ended when they left, with the reason
     */
    public record Partner(
            UUID id,
            Optional<UUID> organisation,
            LocalName name,
            String brings,
            Optional<Long> amount,
            LocalDate agreed,
            Optional<UUID> document,
            Optional<LocalDate> ended,
            String reason) {}

    /** @param quarter its first day */
    public record Result(LocalDate quarter, int women, int activities, int cooperatives, int revision, String by) {

        /** 1 to 4. */
        public int number() {
            return (quarter.getMonthValue() + 2) / 3;
        }
    }

    /** Centimes promised by those who still take part. */
    public long promised() {
        return partners.stream()
                .filter(it -> it.ended().isEmpty())
                .mapToLong(it -> it.amount().orElse(0L))
                .sum();
    }

    /** What its budget still lacks, in centimes. */
    public long lacking() {
        return Math.max(0, budget.orElse(0L) - promised());
    }

    /** The step that comes next, while it goes on. */
    public Optional<Step> next() {
        return aside ? Optional.empty() : step.next();
    }

    /** Whether the last step can be taken back: a place that has opened cannot become one that has not. */
    public boolean returns() {
        return !aside && step != Step.IDENTIFIED && !step.open();
    }
}
