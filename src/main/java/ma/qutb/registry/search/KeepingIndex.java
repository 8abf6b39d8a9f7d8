package ma.qutb.registry.search;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import ma.qutb.registry.ArtisanCorrected;
import ma.qutb.registry.ArtisanRegistered;
import ma.qutb.registry.CraftWorded;
import ma.qutb.registry.OrganisationCorrected;
import ma.qutb.registry.OrganisationRegistered;
import ma.qutb.registry.PersonCorrected;
import ma.qutb.registry.PersonRegistered;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps the index true to the records: whatever a transaction registered or corrected is written to the index as its last act, once
 * and all together, so that both are there or neither, and an import of many rows asks few questions.
 */
@Component
class KeepingIndex {

    private final RegistryEntries entries;
    private final SearchIndex index;
    private final JdbcClient database;
    private final PlatformTransactionManager transactions;

    KeepingIndex(
            RegistryEntries entries, SearchIndex index, JdbcClient database, PlatformTransactionManager transactions) {
        this.entries = entries;
        this.index = index;
        this.database = database;
        this.transactions = transactions;
    }

    @EventListener
    void on(PersonRegistered event) {
        pending().addNew(event.person().value());
    }

    @EventListener
    void on(PersonCorrected event) {
        pending().add(event.person().value());
    }

    @EventListener
    void on(ArtisanRegistered event) {
        pending().add(event.person().value());
    }

    @EventListener
    void on(ArtisanCorrected event) {
        pending().add(event.person().value());
    }

    @EventListener
    void on(OrganisationRegistered event) {
        pending().organisations.add(event.organisation().value());
    }

    @EventListener
    void on(OrganisationCorrected event) {
        pending().organisations.add(event.organisation().value());
    }

    /** Crafts are few: all are written anew. */
    @EventListener
    void on(CraftWorded event) {
        index.putAll(entries.craftsAndPlaces());
    }

    /** Writes these people anew; who has lost the name is forgotten. */
    void people(Set<UUID> ids) {
        var known = entries.people(ids);
        index.putAll(known);
        var gone = new HashSet<>(ids);
        known.forEach(entry -> gone.remove(entry.subject()));
        gone.forEach(index::remove);
    }

    /** Writes these organisations anew. */
    void organisations(Set<UUID> ids) {
        index.putAll(entries.organisations(ids));
    }

    private Pending pending() {
        var pending = (Pending) TransactionSynchronizationManager.getResource(this);
        if (pending == null) {
            pending = new Pending();
            TransactionSynchronizationManager.bindResource(this, pending);
            TransactionSynchronizationManager.registerSynchronization(pending);
        }
        return pending;
    }

    /** What the running transaction has touched. */
    private final class Pending implements TransactionSynchronization {

        private static final int BATCH = 2_000;

        private final Set<UUID> fresh = new HashSet<>();
        private final Set<UUID> people = new HashSet<>();
        private final Set<UUID> organisations = new HashSet<>();
        private final Set<UUID> elsewhere = new HashSet<>();
        private @Nullable IndexAlongside alongside;

        void addNew(UUID person) {
            fresh.add(person);
            if (fresh.size() == BATCH) {
                writeAlongside();
            }
        }

        /** Written now when it is many, or an import of a long list would seem to stand still at its end. */
        void add(UUID person) {
            if (fresh.contains(person)) {
                return;
            }
            if (elsewhere.contains(person)) {
                // Its entry belongs to the other transaction until the end.
                fresh.add(person);
                return;
            }
            people.add(person);
            if (people.size() == BATCH) {
                KeepingIndex.this.people(Set.copyOf(people));
                people.clear();
            }
        }

        private void writeAlongside() {
            if (alongside == null) {
                alongside = new IndexAlongside(database, transactions, index);
            }
            alongside.write(entries.people(Set.copyOf(fresh)));
            elsewhere.addAll(fresh);
            fresh.clear();
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            if (alongside == null) {
                people.addAll(fresh);
            } else {
                writeAlongside();
                alongside.finish();
            }
            var all = List.copyOf(people);
            for (int from = 0; from < all.size(); from += BATCH) {
                KeepingIndex.this.people(Set.copyOf(all.subList(from, Math.min(from + BATCH, all.size()))));
            }
            if (!organisations.isEmpty()) {
                KeepingIndex.this.organisations(organisations);
            }
        }

        @Override
        public void afterCompletion(int status) {
            if (alongside != null) {
                alongside.end(status == STATUS_COMMITTED);
            }
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(KeepingIndex.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(KeepingIndex.this, this);
        }

        @Override
        public void beforeCompletion() {
            TransactionSynchronizationManager.unbindResourceIfPossible(KeepingIndex.this);
        }
    }
}
