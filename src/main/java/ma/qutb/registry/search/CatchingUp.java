package ma.qutb.registry.search;

import java.util.Set;
import java.util.UUID;
import ma.qutb.platform.Filling;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * When everything else is in the tables: writes crafts and places anew into the index, and whatever is not in it yet. With another edition of
 * the folding rules that is everything.
 */
@Component
@Order(1_000)
class CatchingUp implements Filling {

    private static final Logger log = LoggerFactory.getLogger(CatchingUp.class);

    /** To be raised whenever folding or skeletons change. */
    private static final int EDITION = 1;

    private static final int BATCH = 2_000;

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final RegistryEntries entries;
    private final SearchIndex index;
    private final KeepingIndex keeping;

    CatchingUp(
            JdbcClient database,
            TransactionTemplate transaction,
            RegistryEntries entries,
            SearchIndex index,
            KeepingIndex keeping) {
        this.database = database;
        this.transaction = transaction;
        this.entries = entries;
        this.index = index;
        this.keeping = keeping;
    }

    @Override
    public void fill() {
        transaction.executeWithoutResult(status -> {
            forgetOtherEditions();
            index.putAll(entries.craftsAndPlaces());
        });
        catchUp();
    }

    private void catchUp() {
        int people = 0;
        for (var batch = missing("registry.person", "and r.anonymised_at is null"); !batch.isEmpty(); ) {
            var ids = batch;
            transaction.executeWithoutResult(status -> keeping.people(ids));
            people += ids.size();
            batch = missing("registry.person", "and r.anonymised_at is null");
        }
        for (var batch = missing("registry.organisation", ""); !batch.isEmpty(); ) {
            var ids = batch;
            transaction.executeWithoutResult(status -> keeping.organisations(ids));
            batch = missing("registry.organisation", "");
        }
        if (people > 0) {
            log.info("{} people added to the search index", people);
        }
    }

    private void forgetOtherEditions() {
        var known = database.sql("select edition from registry.search_edition")
                .query(Integer.class)
                .optional();
        if (known.isEmpty() || known.get() != EDITION) {
            database.sql("delete from registry.search_entry").update();
            database.sql("delete from registry.search_edition").update();
            database.sql("insert into registry.search_edition (edition) values (:edition)")
                    .param("edition", EDITION)
                    .update();
        }
    }

    private Set<UUID> missing(String table, String condition) {
        return Set.copyOf(database.sql("""
                        select r.id from %s r
                        where not exists (select 1 from registry.search_entry e where e.subject = r.id) %s limit :most
                        """.formatted(table, condition))
                .param("most", BATCH)
                .query(UUID.class)
                .list());
    }
}
