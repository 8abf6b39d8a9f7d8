package ma.qutb.platform;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells the database, for the length of each writing transaction, who acts and from where; audit triggers read it there. */
class TracedTransactions extends JdbcTransactionManager {

    private static final String TELL =
            "select set_config('qutb.actor', ?, true), set_config('qutb.address', ?, true), set_config('qutb.request', ?, true)";

    private final ObjectProvider<ChangeOrigin> origin;

    TracedTransactions(DataSource dataSource, ObjectProvider<ChangeOrigin> origin) {
        super(dataSource);
        this.origin = origin;
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        var source = origin.getIfAvailable();
        if (definition.isReadOnly() || source == null) {
            return;
        }
        var holder = (ConnectionHolder) TransactionSynchronizationManager.getResource(obtainDataSource());
        if (holder == null) {
            return;
        }
        try (var tell = holder.getConnection().prepareStatement(TELL)) {
            tell.setString(1, source.actor());
            tell.setString(2, source.address());
            tell.setString(3, source.request());
            tell.execute();
        } catch (SQLException e) {
            doCleanupAfterCompletion(transaction);
            throw new TransactionSystemException("could not say who acts", e);
        }
    }
}
