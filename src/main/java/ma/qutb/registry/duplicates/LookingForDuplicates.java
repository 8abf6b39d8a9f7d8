package ma.qutb.registry.duplicates;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import ma.qutb.importing.Imports;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Scope;
import ma.qutb.registry.search.SearchEntry;
import ma.qutb.registry.search.SearchIndex;
import ma.qutb.registry.search.Suggestion;
import org.slf4j.MDC;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares, a few at a time and in the background, everybody who was registered or corrected with the whole register, so that
 * neither a registrar nor an import waits for it. Several nodes share the work: each takes people no other has taken.
 */
@Component
class LookingForDuplicates {

    private static final int AT_A_TIME = 200;
    private static final int MOST_SUGGESTIONS = 5;

    private final SearchIndex index;
    private final Imports imports;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LookingForDuplicates(
            SearchIndex index, Imports imports, JdbcClient database, TransactionTemplate transaction, Clock clock) {
        this.index = index;
        this.imports = imports;
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 20_000, fixedDelay = 2_000)
    void look() {
        MDC.put("job", "looking-for-duplicates");
        try {
            if (!imports.working()) {
                transaction.executeWithoutResult(
                        status -> index.takeUncompared(AT_A_TIME).forEach(this::compare));
            }
        } finally {
            MDC.remove("job");
        }
    }

    private void compare(SearchEntry entry) {
        index.duplicatesOf(entry.facts(), Scope.EVERYWHERE, MOST_SUGGESTIONS + 1).stream()
                .filter(it -> !it.entry().subject().equals(entry.subject()))
                // A made-up person is nobody's double.
                .filter(it -> it.entry().demonstration() == entry.demonstration())
                .forEach(it -> suspect(entry.subject(), it));
    }

    private void suspect(UUID subject, Suggestion suggestion) {
        database.sql("""
                        insert into registry.suspected_duplicate (id, one_id, other_id, score, reasons, found_at)
                        select :id, least(p.id, q.id), greatest(p.id, q.id), :score, :reasons, :now
                        from registry.person p, registry.person q where p.id = :one and q.id = :other
                        on conflict on constraint suspected_duplicate_once do update
                            set score = excluded.score, reasons = excluded.reasons
                            where suspected_duplicate.state = 'OPEN'
                              and (suspected_duplicate.score, suspected_duplicate.reasons)
                                  is distinct from (excluded.score, excluded.reasons)
                        """)
                .param("id", Ids.next())
                .param("score", (float) suggestion.likeness().score())
                .param(
                        "reasons",
                        suggestion.likeness().reasons().stream().map(Enum::name).toArray(String[]::new))
                .param("now", Timestamp.from(clock.instant()))
                .param("one", subject)
                .param("other", suggestion.entry().subject())
                .update();
    }
}
