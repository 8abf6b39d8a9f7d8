package ma.qutb.ledger.proof;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Walks over the whole ledger as {@code bin/verify-ledger} does, for tests of other modules. */
public class CleanLedger {

    private final DataSource database;

    CleanLedger(DataSource database) {
        this.database = database;
    }

    /** What is wrong with it; nothing where each entry balances and nobody touched what was written. */
    public List<?> damage() throws SQLException {
        try (var connection = database.getConnection()) {
            return LedgerWalk.over(connection).damage();
        }
    }
}
