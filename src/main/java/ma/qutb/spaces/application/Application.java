package ma.qutb.spaces.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.PersonId;
import ma.qutb.spaces.UnitId;
import ma.qutb.spaces.call.AskedPaper;
import ma.qutb.spaces.call.Call;
import ma.qutb.spaces.call.CallId;
import ma.qutb.spaces.call.Group;

/**
 * An application as it stands.
 *
 * @param number of its call and its place in it; it gets one when it is sent
 * @param craft what will be done in the unit; there when it was sent
 * @param groups for whose shares it may count
 * @param wishes the dearest first
 * @param step where whoever fills it in left off
 * @param self who filled it in on a telephone; empty when a clerk did
 * @param takenBy name of the clerk, or of whoever acted on a telephone
 */
public record Application(
        ApplicationId id,
        CallId call,
        Optional<String> number,
        Applicant applicant,
        Optional<CraftCode> craft,
        boolean needsAccess,
        Set<Group> groups,
        List<UnitId> wishes,
        List<Brought> papers,
        String step,
        Instant begunAt,
        Optional<Instant> submittedAt,
        Optional<Instant> withdrawnAt,
        Optional<PersonId> self,
        String takenBy,
        boolean demonstration) {

    public Application {
        groups = Set.copyOf(groups);
        wishes = List.copyOf(wishes);
        papers = List.copyOf(papers);
    }

    /** Whether it can still be filled in. */
    public boolean draft() {
        return submittedAt.isEmpty() && withdrawnAt.isEmpty();
    }

    /** Whether it was sent and takes part. */
    public boolean standing() {
        return submittedAt.isPresent() && withdrawnAt.isEmpty();
    }

    public Optional<Brought> brought(AskedPaper paper) {
        return papers.stream().filter(it -> it.paper() == paper).findFirst();
    }

    /** The papers of its call that are not there, or will not do. */
    public List<AskedPaper> missing(Call of) {
        return of.papersOf(applicant.kind(), groups).stream()
                .filter(paper -> brought(paper).filter(Brought::holds).isEmpty())
                .toList();
    }

    public boolean complete(Call of) {
        return missing(of).isEmpty();
    }

    /** How it stands; the words are {@code spaces.application.state.<code>}. */
    public String state(Call of) {
        if (withdrawnAt.isPresent()) {
            return "withdrawn";
        }
        return submittedAt.isEmpty() ? "draft" : complete(of) ? "complete" : "incomplete";
    }
}
