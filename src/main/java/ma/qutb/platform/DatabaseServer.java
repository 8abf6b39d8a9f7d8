package ma.qutb.platform;

/** A PostgreSQL Qutb may use: where it is and who owns the tables there. */
public interface DatabaseServer extends AutoCloseable {

    /** JDBC address of the database named {@code qutb}. */
    String url();

    /** The role that owns the tables and runs the migrations. */
    String user();

    String password();

    @Override
    void close();

    /** A server that somebody else runs. */
    record External(String url, String user, String password) implements DatabaseServer {
        @Override
        public void close() {
            // Not ours to stop.
        }
    }
}
