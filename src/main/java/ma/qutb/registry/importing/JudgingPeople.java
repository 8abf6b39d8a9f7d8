package ma.qutb.registry.importing;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import ma.qutb.importing.Candidate;
import ma.qutb.importing.ImportContext;
import ma.qutb.kernel.Scope;
import ma.qutb.registry.RegistryPermission.Code;
import ma.qutb.registry.Territories;
import ma.qutb.registry.TerritoryCode;
import ma.qutb.registry.naming.Likeness.Reason;
import ma.qutb.registry.search.SearchIndex;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Compares rows with the register: a registrar of Tata brings people of Tata, a number is of one person, and who looks like somebody known
 * is told of. Nothing is merged: records that may be of one person go to the queue of duplicates.
 */
@Component
class JudgingPeople {

    private final Territories territories;
    private final KnownPeople known;
    private final CooperativeNames cooperatives;
    private final SearchIndex index;

    JudgingPeople(Territories territories, KnownPeople known, CooperativeNames cooperatives, SearchIndex index) {
        this.territories = territories;
        this.known = known;
        this.cooperatives = cooperatives;
        this.index = index;
    }

    void judge(List<Candidate<ImportedPerson>> batch, ImportContext context) {
        var scope = context.actor().scopeOf(Code.EDIT_PEOPLE);
        var covered = territories.covered(scope);
        var records = batch.stream().map(Candidate::record).toList();
        var among = known.among(records);
        var names = cooperatives.among(records, covered);
        for (var candidate : batch) {
            var match = among.match(candidate.record());
            place(candidate, match, covered);
            match(candidate, match, covered);
            var cooperative = candidate.record().cooperative();
            if (cooperative != null && names.find(cooperative).size() != 1) {
                candidate.warn("cooperative", "registry.import.warning.cooperative", cooperative);
            }
        }
        if (context.trial()) {
            doubles(
                    batch.stream()
                            .filter(it -> among.match(it.record()) instanceof Match.Nobody
                                    && !it.row().rejected())
                            .toList(),
                    scope);
        }
    }

    private static void place(Candidate<ImportedPerson> candidate, Match match, Optional<Set<TerritoryCode>> covered) {
        var place = candidate.record().place();
        boolean needed = place != null || match instanceof Match.Nobody;
        if (needed && !reaches(covered, place)) {
            candidate.reject(
                    "commune",
                    place == null
                            ? "registry.import.refusal.place-missing"
                            : "registry.person.refusal.place-out-of-scope");
        }
    }

    private static boolean reaches(Optional<Set<TerritoryCode>> covered, @Nullable TerritoryCode place) {
        return covered.map(it -> place != null && it.contains(place)).orElse(true);
    }

    private static void match(Candidate<ImportedPerson> candidate, Match match, Optional<Set<TerritoryCode>> covered) {
        switch (match) {
            case Match.Nobody() -> {}
            case Match.Taken(var column, var code) -> candidate.reject(column, code);
            case Match.Known(var person, var filled) -> {
                if (reaches(covered, person.place())) {
                    candidate.warn(
                            "",
                            filled.isEmpty() ? "registry.import.warning.known" : "registry.import.warning.completed",
                            shown(person.number()));
                    differences(candidate, person);
                } else {
                    // Whose record it is, is not theirs to know.
                    var column = candidate.record().claims().keySet().iterator().next();
                    candidate.reject(column, "registry.import.refusal.elsewhere");
                }
            }
        }
    }

    private static void differences(Candidate<ImportedPerson> candidate, KnownPerson person) {
        var row = candidate.record();
        var number = shown(person.number());
        if (row.phone() != null
                && person.phone() != null
                && !row.phone().value().equals(person.phone())) {
            candidate.warn("phone", "registry.import.warning.differs", number);
        }
        if (row.place() != null && person.place() != null && !row.place().equals(person.place())) {
            candidate.warn("commune", "registry.import.warning.differs", number);
        }
        if (row.registerNumber() != null
                && person.registerNumber() != null
                && !Objects.equals(row.registerNumber(), person.registerNumber())) {
            candidate.warn("register_number", "registry.import.warning.differs", number);
        }
    }

    private void doubles(List<Candidate<ImportedPerson>> batch, Scope scope) {
        var likeliest = index.likeliestOfEach(
                batch.stream().map(it -> it.record().facts()).toList(), scope);
        for (int i = 0; i < batch.size(); i++) {
            var candidate = batch.get(i);
            likeliest
                    .get(i)
                    .ifPresent(it -> candidate.warn(
                            "",
                            it.likeness().reasons().contains(Reason.SAME_PHONE)
                                    ? "registry.import.warning.double-phone"
                                    : "registry.import.warning.double",
                            shown(Long.parseLong(String.valueOf(it.entry().number())))));
        }
    }

    /** The pole's number as pages print it. */
    private static String shown(long number) {
        return "%06d".formatted(number);
    }
}
