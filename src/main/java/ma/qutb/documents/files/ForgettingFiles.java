package ma.qutb.documents.files;

import java.util.List;
import java.util.UUID;
import ma.qutb.documents.FileId;
import ma.qutb.documents.FileStore;
import ma.qutb.documents.Forgetting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@Service
@Transactional(propagation = Propagation.MANDATORY)
class ForgettingFiles implements Forgetting {

    private final JdbcClient database;
    private final FileStore store;

    ForgettingFiles(JdbcClient database, FileStore store) {
        this.database = database;
        this.store = store;
    }

    @Override
    public void holder(String subject, UUID subjectId, String reason) {
        throwAway(database.sql("select documents.forget_holder(:subject, :id, :reason)")
                .param("subject", subject)
                .param("id", subjectId)
                .param("reason", reason)
                .query(String.class)
                .list());
    }

    @Override
    public void file(FileId id) {
        throwAway(database.sql("select documents.forget_file(:id)")
                .param("id", id.value())
                .query(String.class)
                .list());
    }

    /** Not before the transaction holds: a content once gone cannot be rolled back. */
    private void throwAway(List<String> digests) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                digests.forEach(store::remove);
            }
        });
    }
}
