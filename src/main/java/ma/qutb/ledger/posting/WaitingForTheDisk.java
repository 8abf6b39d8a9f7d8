package ma.qutb.ledger.posting;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Whoever posts holds the end of the book's chain until the commit is done, and a commit waits for the disk: clients of one book
 * would write one disk access after the other. So the transaction of an entry commits without waiting and lets go of its locks, and the
 * caller waits right afterwards, together with all others: nobody is answered before their entry is on disk. What is
 * written later builds on it and reaches the disk later, so that a crash between the two takes only entries nobody was told of.
 */
@Component
class WaitingForTheDisk {

    /** Any record that is written and committed takes all before it to the disk. */
    private static final String FLUSH = "select pg_logical_emit_message(true, 'qutb', '')";

    private final DataSource source;

    WaitingForTheDisk(DataSource source) {
        this.source = source;
    }

    /** Waits after the commit of the transaction or statement that is open; asked once however many entries it writes. */
    void afterCommit() {
        if (TransactionSynchronizationManager.getSynchronizations().stream().noneMatch(Wait.class::isInstance)) {
            TransactionSynchronizationManager.registerSynchronization(new Wait());
        }
    }

    private final class Wait implements TransactionSynchronization {

        @Override
        public void afterCommit() {
            // Still the connection of the transaction, which is over.
            var connection = DataSourceUtils.getConnection(source);
            try (var flush = connection.createStatement()) {
                // In one round trip.
                flush.execute(connection.getAutoCommit() ? FLUSH : FLUSH + "; commit");
            } catch (SQLException e) {
                throw new UncategorizedSQLException("waiting for the disk", FLUSH, e);
            } finally {
                DataSourceUtils.releaseConnection(connection, source);
            }
        }
    }
}
