package ma.qutb.spaces.scoring;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ma.qutb.registry.LocalName;
import org.jspecify.annotations.Nullable;

/** What one member has given so far, in the order of the applications' numbers. */
public record Sheet(Committee committee, Committee.Member member, List<Line> lines) {

    public Sheet {
        lines = List.copyOf(lines);
    }

    /**
     * @param conflict its ground, if the application is kept from this member
     * @param points in the order of the criteria, null for a gap; empty before the first was given
     */
    public record Line(UUID application, String number, Optional<String> conflict, List<@Nullable Integer> points) {

        public boolean whole() {
            return !points.isEmpty() && !points.contains(null);
        }

        public boolean done() {
            return conflict.isPresent() || whole();
        }
    }

    /**
     * An application as a member reads it.
     *
     * @param wishes numbers of units, the dearest first
     * @param party address of the applicant's record
     */
    public record Applied(
            UUID application,
            String number,
            LocalName party,
            LocalName craft,
            Set<String> groups,
            boolean needsAccess,
            List<String> wishes) {}

    public Optional<Line> line(UUID application) {
        return lines.stream().filter(it -> it.application().equals(application)).findFirst();
    }

    /** The next one after this that has a gap; from the beginning again at the end. */
    public Optional<Line> next(@Nullable UUID after) {
        int at = 0;
        while (after != null
                && at < lines.size()
                && !lines.get(at++).application().equals(after)) {
            // forward to the one after it
        }
        var from = at;
        return java.util.stream.Stream.concat(
                        lines.stream().skip(from), lines.stream().limit(from))
                .filter(it -> !it.done())
                .findFirst();
    }

    public long done() {
        return lines.stream().filter(Line::done).count();
    }

    public boolean whole() {
        return done() == lines.size();
    }

    public String path(Line line) {
        return committee.sheet() + "/" + line.application();
    }
}
