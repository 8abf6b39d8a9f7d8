package ma.qutb.registry.person;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import ma.qutb.identity.AuditTrail;
import ma.qutb.identity.AuditTrail.Entry;
import org.springframework.stereotype.Component;

/** What the audit trail says of one person: the record, the craft, roles, memberships and consent together. */
@Component
class PersonChanges {

    private static final List<String> SUBJECTS = List.of(
            "registry.person",
            "registry.artisan",
            "registry.artisan_craft",
            "registry.person_role",
            "registry.consent_entry");

    private final AuditTrail trail;

    PersonChanges(AuditTrail trail) {
        this.trail = trail;
    }

    /** Latest first. */
    List<Entry> of(UUID id) {
        var entries = SUBJECTS.stream()
                .flatMap(it -> trail.of(it, id.toString()).stream())
                .sorted(Comparator.comparingLong(Entry::id).reversed())
                .toList();
        return withoutRewriting(entries);
    }

    /** Crafts are written anew with each saving; only what really came or went is a change. */
    private static List<Entry> withoutRewriting(List<Entry> entries) {
        var kept = new ArrayList<>(entries);
        for (var entry : entries) {
            if (entry.subject().equals("registry.artisan_craft")
                    && entry.action().equals("insert")) {
                before(entry, kept).ifPresent(it -> kept.removeAll(List.of(entry, it)));
            }
        }
        return kept;
    }

    private static Optional<Entry> before(Entry inserted, List<Entry> kept) {
        return deletions(kept)
                .filter(it -> it.request().equals(inserted.request())
                        && it.at().toEpochMilli() / 10_000 == inserted.at().toEpochMilli() / 10_000
                        && values(it, true).equals(values(inserted, false)))
                .findFirst();
    }

    private static Stream<Entry> deletions(List<Entry> entries) {
        return entries.stream()
                .filter(it -> it.subject().equals("registry.artisan_craft")
                        && it.action().equals("delete"));
    }

    private static List<String> values(Entry entry, boolean old) {
        return entry.differences().stream()
                .map(it -> it.field() + "=" + (old ? it.before() : it.after()))
                .toList();
    }
}
