package ma.qutb.platform;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/**
 * What fills tables at the start is done by one Qutb after the other: two that start together on one database would
 * otherwise write the same rows in turn, and the database would stop one of them (deadlock).
 */
@Component
public class StartLock {

    private final DataSource database;

    StartLock(DataSource database) {
        this.database = database;
    }

    /**
     * Does the work while no other Qutb on this database does such work; waits for as long as another does. A Qutb that
     * is killed meanwhile loses the lock with its connection. The work uses connections of its own.
     */
    public void alone(Runnable work) {
        try (var connection = database.getConnection()) {
            execute(connection, "select pg_advisory_lock(hashtextextended('platform.start', 0))");
            try {
                work.run();
            } finally {
                execute(connection, "select pg_advisory_unlock(hashtextextended('platform.start', 0))");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the lock for starting cannot be had: " + e.getMessage(), e);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
