package ma.qutb.platform;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * What fills tables at the start is done by one Qutb after the other: two that start together on one database would
 * otherwise write the same rows in turn, and the database would stop one of them (deadlock).
 */
@Component
public class StartLock {

    private final DataSource database;
    private final String build;

    @Autowired
    StartLock(DataSource database) {
        this(database, Build.running());
    }

    StartLock(DataSource database, String build) {
        this.database = database;
        this.build = build;
    }

    /**
     * Does this work alone, unless the very build that runs did it on this database before: then there is nothing to do. What is run from
     * a folder of classes does it each time.
     *
     * @param part name of what is brought into the tables
     */
    public void once(String part, Runnable work) {
        if (build.isEmpty()) {
            alone(work);
        } else if (!build.equals(filledBy(part))) {
            alone(() -> {
                work.run();
                remember(part);
            });
        }
    }

    private @Nullable String filledBy(String part) {
        try (var connection = database.getConnection();
                var question = connection.prepareStatement("select build from platform.filled where part = ?")) {
            question.setString(1, part);
            try (var answer = question.executeQuery()) {
                return answer.next() ? answer.getString(1) : null;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("what was loaded before cannot be read: " + e.getMessage(), e);
        }
    }

    private void remember(String part) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("""
                        insert into platform.filled (part, build) values (?, ?)
                        on conflict on constraint filled_pk do update set build = excluded.build, at = now()""")) {
            statement.setString(1, part);
            statement.setString(2, build);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("what was loaded cannot be noted: " + e.getMessage(), e);
        }
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
