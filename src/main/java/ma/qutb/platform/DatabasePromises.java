package ma.qutb.platform;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * What Qutb needs of a PostgreSQL and what breaks silently without it: better no start than wrong answers.
 */
final class DatabasePromises {

    /** The oldest PostgreSQL whose behaviour the tests and the SQL count on. */
    private static final int OLDEST = 15;

    private DatabasePromises() {}

    /** Before the migrations: is it there, is it new enough, does it speak UTF-8, does it know Morocco's time? */
    static void beforeMigrations(DatabaseServer server) {
        try (var connection = connect(server)) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST) {
                throw new StartFailure("platform.start.database-old", version, OLDEST);
            }
            if (!"UTF8".equals(ask(connection, "show server_encoding"))) {
                throw new StartFailure("platform.start.database-encoding");
            }
            if (!"1"
                    .equals(ask(
                            connection, "select count(*) from pg_timezone_names where name = 'Africa/Casablanca'"))) {
                throw new StartFailure("platform.start.database-time-zones");
            }
        } catch (SQLException e) {
            throw new StartFailure(e, "platform.start.database-unreachable", server.url(), reason(e));
        }
    }

    /** After them: are the extensions there, and does trigram search see Arabic letters? */
    static void afterMigrations(DatabaseServer server) {
        try (var connection = connect(server)) {
            var missing = ask(connection, """
                    select string_agg(wanted, ', ') from unnest(array['pg_trgm', 'btree_gist', 'unaccent', 'pgcrypto']) wanted
                    where not exists (select from pg_extension where extname = wanted)""");
            if (missing != null) {
                throw new StartFailure("platform.start.database-extensions", missing);
            }
            // With lc_ctype C, pg_trgm drops every Arabic letter and each search finds nothing, without an error.
            if (!"t".equals(ask(connection, "select cardinality(show_trgm('محمد')) > 0"))) {
                throw new StartFailure("platform.start.database-arabic");
            }
        } catch (SQLException e) {
            throw new StartFailure(e, "platform.start.database-unreachable", server.url(), reason(e));
        }
    }

    /** A server that accepts and then keeps silent must not keep Qutb waiting for ever. */
    private static Connection connect(DatabaseServer server) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", server.user());
        properties.setProperty("password", server.password());
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("socketTimeout", "30");
        return DriverManager.getConnection(server.url(), properties);
    }

    private static String reason(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private static @org.jspecify.annotations.Nullable String ask(Connection connection, String question)
            throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
    }
}
