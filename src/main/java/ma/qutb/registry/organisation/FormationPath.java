package ma.qutb.registry.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/** How far a cooperative has come on the way the law prescribes: no step is skipped, none is done before the one before it. */
public record FormationPath(List<Done> done) {

    /**
     * A step that is behind.
     *
     * @param reference number of the certificate, receipt or register entry
     * @param document stored file, if there is one
     * @param recordedBy who wrote it down
     */
    public record Done(
            FormationStep step,
            LocalDate on,
            String reference,
            @Nullable UUID document,
            String recordedBy) {}

    public FormationPath {
        done = done.stream().sorted(Comparator.comparing(Done::step)).toList();
    }

    /** The step that comes next; empty when the cooperative is registered. */
    public Optional<FormationStep> next() {
        return done.size() == FormationStep.values().length
                ? Optional.empty()
                : Optional.of(FormationStep.values()[done.size()]);
    }

    public Optional<Done> of(FormationStep step) {
        return done.stream().filter(it -> it.step() == step).findFirst();
    }

    public boolean complete() {
        return next().isEmpty();
    }

    /** Day of the last step done. */
    public Optional<LocalDate> since() {
        return done.isEmpty() ? Optional.empty() : Optional.of(done.getLast().on());
    }

    /**
     * With one step more.
     *
     * @throws Refusal when it is not the next, or its day cannot be
     */
    FormationPath advance(Done step, LocalDate today) {
        if (!next().equals(Optional.of(step.step()))) {
            throw new Refusal("registry.formation.refusal.not-next");
        }
        if (step.on().isAfter(today)) {
            throw new Refusal("registry.formation.refusal.ahead");
        }
        since().filter(it -> step.on().isBefore(it)).ifPresent(it -> {
            throw new Refusal("registry.formation.refusal.before-previous", it);
        });
        if (step.step().last() && step.reference().isBlank()) {
            throw new Refusal("registry.formation.refusal.no-number");
        }
        var longer = new ArrayList<>(done);
        longer.add(step);
        return new FormationPath(longer);
    }

    /** Without the last step, which was written down by mistake. */
    FormationPath takeBack(FormationStep step) {
        if (done.isEmpty() || done.getLast().step() != step) {
            throw new Refusal("registry.formation.refusal.not-last");
        }
        return new FormationPath(done.subList(0, done.size() - 1));
    }
}
